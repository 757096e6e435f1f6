// Shortest walks.
import type { GraphColumns } from './graph_columns.js';

/** Edges of a walk of fewest steps between two nodes over edges that are left; of several walks,
 *  from the end backwards, always the heaviest edge, of equals the first. Documents are no steps of
 *  a walk, but may be its ends. Undefined if there is none. O(nodes + edges). */
export function shortestWalk(
  graph: GraphColumns,
  edgesLeft: Uint8Array,
  from: number,
  to: number,
): number[] | undefined {
  const steps = stepsFrom(graph, edgesLeft, from, to);
  if (steps[to] < 0) return undefined;
  const walk: number[] = [];
  for (let node = to; node !== from; ) {
    let best = -1;
    for (const edge of graph.edgesOf(node)) {
      if (edgesLeft[edge] === 0 || steps[otherEnd(graph, edge, node)] !== steps[node] - 1) continue;
      if (best < 0 || graph.weight[edge] > graph.weight[best]) best = edge;
    }
    walk.push(best);
    node = otherEnd(graph, best, node);
  }
  return walk.reverse();
}

export function otherEnd(graph: GraphColumns, edge: number, node: number): number {
  return graph.source[edge] === node ? graph.target[edge] : graph.source[edge];
}

// Steps to each node, -1 where none lead; breadth first up to the steps that `to` needs.
function stepsFrom(
  graph: GraphColumns,
  edgesLeft: Uint8Array,
  from: number,
  to: number,
): Int32Array {
  const documents = graph.tables.types.indexOf('document');
  const steps = new Int32Array(graph.nodeCount).fill(-1);
  steps[from] = 0;
  let front = [from];
  while (front.length > 0 && steps[to] < 0) {
    const next: number[] = [];
    for (const node of front) {
      for (const edge of graph.edgesOf(node)) {
        const other = otherEnd(graph, edge, node);
        if (edgesLeft[edge] === 0 || steps[other] >= 0) continue;
        if (graph.type[other] === documents && other !== to) continue;
        steps[other] = steps[node] + 1;
        next.push(other);
      }
    }
    front = next;
  }
  return steps;
}

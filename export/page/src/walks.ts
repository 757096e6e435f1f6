// Shortest walks, chosen as `zhitu path` chooses them.
import type { GraphColumns } from './graph_columns.js';

const LEAST_SIGNIFICANCE = 0.025;
const UNKNOWN_NPMI = 0.5;

/** How strongly an edge ties its ends, in millionths, so that sums of equals are equal: confidence,
 *  or half the NPMI of one without direction, times ln(1 + pieces) + ln(1 + documents). */
export function strengthOf(graph: GraphColumns, edge: number): number {
  const npmi = graph.npmi[edge];
  const significance = graph.symmetric(edge)
    ? 0.5 * (npmi === null ? UNKNOWN_NPMI : npmi / 1000)
    : graph.confidence[edge] / 1000;
  const evidence =
    Math.log1p(Math.max(graph.count[edge], 1)) + Math.log1p(graph.edgeDocuments[edge]);
  return Math.round(Math.max(significance, LEAST_SIGNIFICANCE) * evidence * 1e6);
}

/** Edges of a walk between two nodes over edges that are left: of fewest steps, of these of the
 *  greatest sum of strengths, of these by the smallest ids from `from` on. Documents are no steps of
 *  a walk, but may be its ends. Undefined if there is none. O(nodes + edges). */
export function shortestWalk(
  graph: GraphColumns,
  edgesLeft: Uint8Array,
  from: number,
  to: number,
): number[] | undefined {
  const steps = stepsFrom(graph, edgesLeft, from, to);
  if (steps[to] < 0) return undefined;
  const rest = restsTo(graph, edgesLeft, steps, to);
  const walk: number[] = [];
  for (let node = from; node !== to; ) {
    const edge = nextEdge(graph, edgesLeft, rest, node);
    walk.push(edge);
    node = otherEnd(graph, edge, node);
  }
  return walk;
}

export function otherEnd(graph: GraphColumns, edge: number, node: number): number {
  return graph.source[edge] === node ? graph.target[edge] : graph.source[edge];
}

/** What is left of a walk at a node: its steps and the greatest sum of strengths on them. */
interface Rest {
  readonly steps: number;
  strength: number;
}

// By node on any shortest walk what is left of it there; backwards from the end, layer by layer.
function restsTo(
  graph: GraphColumns,
  edgesLeft: Uint8Array,
  steps: Int32Array,
  to: number,
): Map<number, Rest> {
  const rests = new Map<number, Rest>([[to, { steps: 0, strength: 0 }]]);
  let layer = [to];
  for (let at = steps[to]; at > 0; --at) {
    const before: number[] = [];
    for (const node of layer) {
      const { steps: left, strength } = rests.get(node) as Rest;
      for (const edge of graph.edgesOf(node)) {
        const other = otherEnd(graph, edge, node);
        if (edgesLeft[edge] === 0 || steps[other] !== at - 1) continue;
        const sum = strength + strengthOf(graph, edge);
        const known = rests.get(other);
        if (known === undefined) {
          rests.set(other, { steps: left + 1, strength: sum });
          before.push(other);
        } else {
          known.strength = Math.max(known.strength, sum);
        }
      }
    }
    layer = before;
  }
  return rests;
}

// Of the edges on which a best walk goes on, the one to the smallest id; of parallel ones the first.
function nextEdge(
  graph: GraphColumns,
  edgesLeft: Uint8Array,
  rests: Map<number, Rest>,
  node: number,
): number {
  const { steps, strength } = rests.get(node) as Rest;
  let best = -1;
  let bestId = '';
  for (const edge of graph.edgesOf(node)) {
    const other = otherEnd(graph, edge, node);
    const rest = rests.get(other);
    if (edgesLeft[edge] === 0 || rest?.steps !== steps - 1) continue;
    if (rest.strength + strengthOf(graph, edge) !== strength) continue;
    const id = graph.id(other);
    if (best >= 0 && !comesBefore(id, bestId)) continue;
    best = edge;
    bestId = id;
  }
  return best;
}

// By code points, as UTF-8 sorts: surrogates stand for what is above all other units.
function comesBefore(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; ++i) {
    const [unit, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (unit === other) continue;
    return isSurrogate(unit) === isSurrogate(other) ? unit < other : isSurrogate(other);
  }
  return a.length < b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
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

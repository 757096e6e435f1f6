// What a filter leaves of a graph.
import { seenInside } from './dates.js';
import type { GraphColumns } from './graph_columns.js';
import type { Filter, Shown } from './source.js';

/** True if some relations are filtered out, so that entities may be left without any. */
export function filtersRelations(filter: Filter): boolean {
  return (
    filter.minWeight > 1 ||
    filter.hiddenPredicates.size > 0 ||
    filter.since !== '' ||
    filter.until !== ''
  );
}

/** Which nodes and edges a filter leaves, 1 each. As `export` filters: an edge needs both its ends;
 *  where relations are filtered, a node needs one that is left. O(nodes + edges). */
export class Left {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;

  constructor(private readonly graph: GraphColumns, private readonly filter: Filter) {
    this.nodes = new Uint8Array(graph.nodeCount);
    this.edges = new Uint8Array(graph.edgeCount);
    this.chooseNodes();
    this.chooseEdges();
    if (filtersRelations(filter)) this.dropUnjoined();
  }

  private chooseNodes(): void {
    const { graph, filter } = this;
    const inside = this.datesInside(graph.nodeFirst, graph.nodeLast);
    const types = graph.tables.types.map((type) => !filter.hiddenTypes.has(type));
    const documents = graph.tables.types.indexOf('document');
    for (let node = 0; node < graph.nodeCount; ++node) {
      const type = graph.type[node];
      // The date of a document node is that of the relations that join it.
      this.nodes[node] = types[type] && (type === documents || inside(node)) ? 1 : 0;
    }
  }

  private chooseEdges(): void {
    const { graph, filter } = this;
    const inside = this.datesInside(graph.edgeFirst, graph.edgeLast);
    const predicates = graph.tables.predicates.map(
      (predicate) => !filter.hiddenPredicates.has(predicate.trimStart()),
    );
    for (let edge = 0; edge < graph.edgeCount; ++edge) {
      const left =
        predicates[graph.predicate[edge]] &&
        graph.weight[edge] >= filter.minWeight &&
        this.nodes[graph.source[edge]] === 1 &&
        this.nodes[graph.target[edge]] === 1 &&
        inside(edge);
      this.edges[edge] = left ? 1 : 0;
    }
  }

  private datesInside(first: Uint32Array, last: Uint32Array): (at: number) => boolean {
    const { since, until } = this.filter;
    if (since === '' && until === '') return () => true;
    const dates = this.graph.tables.dates;
    return (at) => seenInside(dates[first[at]], dates[last[at]], since, until);
  }

  private dropUnjoined(): void {
    const joined = new Uint8Array(this.graph.nodeCount);
    for (let edge = 0; edge < this.graph.edgeCount; ++edge) {
      if (this.edges[edge] === 0) continue;
      joined[this.graph.source[edge]] = 1;
      joined[this.graph.target[edge]] = 1;
    }
    for (let node = 0; node < joined.length; ++node) this.nodes[node] &= joined[node];
  }

  /** All nodes that are left, and the heaviest edges, at most so many. */
  shown(most: number): Shown {
    const places: number[] = [];
    for (let edge = 0; edge < this.edges.length; ++edge) if (this.edges[edge] === 1) places.push(edge);
    const edges = places.length <= most ? places : heaviest(places, this.graph.weight, most);
    return {
      nodes: this.nodes,
      nodeCount: this.nodes.reduce((sum, left) => sum + left, 0),
      edges: Uint32Array.from(edges),
      edgeCount: places.length,
    };
  }
}

// In their order; of equally heavy ones the first.
function heaviest(places: number[], weights: Float32Array, most: number): number[] {
  const sorted = Float32Array.from(places, (edge) => weights[edge]).sort();
  const least = sorted[sorted.length - most];
  let equals = most - (sorted.length - upperBound(sorted, least));
  return places.filter((edge) => {
    if (weights[edge] > least) return true;
    return weights[edge] === least && equals-- > 0;
  });
}

function upperBound(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

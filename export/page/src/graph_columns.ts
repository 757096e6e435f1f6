// The nodes and edges of the page, by columns.
import { anyColumn, numberColumn, readParts, totalRows, type PartReader } from './parts.js';
import type { LetterData } from './letters.js';
import type { Drawing, EntityHead, RelationKey } from './source.js';

const LAYOUT = 1;

/** What stands for the numbers in the columns. */
export interface Tables {
  readonly types: readonly string[];
  readonly colours: readonly string[];
  /** A symmetric one begins with a space. */
  readonly predicates: readonly string[];
  readonly dates: readonly string[];
  readonly attributes: readonly string[];
  /** Quotes of a relation at most. */
  readonly each: number;
  readonly letters: LetterData;
}

interface Head {
  readonly layout: number;
  readonly title: string;
}

export class GraphColumns implements Drawing {
  readonly title: string;
  readonly tables: Tables;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Float32Array;
  readonly type: Uint16Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float32Array;
  readonly predicate: Uint16Array;
  readonly nodeFirst: Uint32Array;
  readonly nodeLast: Uint32Array;
  readonly mentions: Uint32Array;
  readonly nodeDocuments: Uint32Array;
  readonly aliases: readonly (readonly string[] | 0)[];
  readonly attributes: readonly (readonly (number | string)[] | 0)[];
  readonly edgeFirst: Uint32Array;
  readonly edgeLast: Uint32Array;
  /** Pieces of evidence; the weight is another where an imported file gives one. */
  readonly count: Float32Array;
  readonly edgeDocuments: Uint32Array;
  readonly confidence: Uint16Array;
  readonly npmi: readonly (number | null)[];
  private readonly ids: readonly string[];
  private readonly names: readonly string[];
  private readonly places = new Map<string, number>();
  // Edges of each node: those of `begins[node]` up to `begins[node + 1]`.
  private readonly begins: Uint32Array;
  private readonly edges: Uint32Array;

  constructor(read: PartReader) {
    const head = JSON.parse(read('head')[0] ?? '{}') as Head;
    if (head.layout !== LAYOUT) throw new Error(`layout ${String(head.layout)}`);
    this.title = head.title;
    this.tables = JSON.parse(read('tables')[0] ?? '{}') as Tables;

    const nodes = readParts(read, 'nodes');
    const n = (this.nodeCount = totalRows(nodes));
    this.x = numberColumn(nodes, 'x', 0, new Float32Array(n));
    this.y = numberColumn(nodes, 'y', 0, new Float32Array(n));
    this.size = numberColumn(nodes, 'size', 0, new Float32Array(n));
    this.type = numberColumn(nodes, 'type', 0, new Uint16Array(n));
    this.nodeFirst = numberColumn(nodes, 'first', 0, new Uint32Array(n));
    this.nodeLast = numberColumn(nodes, 'last', 0, new Uint32Array(n));
    this.mentions = numberColumn(nodes, 'mentions', 0, new Uint32Array(n));
    this.nodeDocuments = numberColumn(nodes, 'documents', 0, new Uint32Array(n));
    this.ids = anyColumn(nodes, 'id', '');
    this.names = anyColumn(nodes, 'name', '');
    this.aliases = anyColumn(nodes, 'aliases', 0);
    this.attributes = anyColumn(nodes, 'attributes', 0);
    for (let node = 0; node < n; ++node) this.places.set(this.id(node), node);

    const edges = readParts(read, 'edges');
    const m = (this.edgeCount = totalRows(edges));
    this.source = sums(numberColumn(edges, 'source', 0, new Int32Array(m)));
    this.target = numberColumn(edges, 'target', 0, new Uint32Array(m));
    this.predicate = numberColumn(edges, 'predicate', 0, new Uint16Array(m));
    this.edgeDocuments = numberColumn(edges, 'documents', 0, new Uint32Array(m));
    this.confidence = numberColumn(edges, 'confidence', 1000, new Uint16Array(m));
    this.edgeFirst = numberColumn(edges, 'first', 0, new Uint32Array(m));
    this.edgeLast = numberColumn(edges, 'last', 0, new Uint32Array(m));
    this.weight = numberColumn(edges, 'weight', 0, new Float32Array(m));
    this.count = numberColumn(edges, 'count', 1, new Float32Array(m));
    for (let edge = 0; edge < m; ++edge) {
      if (this.weight[edge] === 0) this.weight[edge] = this.count[edge];
    }
    this.npmi = anyColumn(edges, 'npmi', null);
    this.begins = new Uint32Array(n + 1);
    this.edges = this.joinEdges();
  }

  name(node: number): string {
    return this.names[node];
  }

  id(node: number): string {
    return this.ids[node] || `${this.tables.types[this.type[node]]}:${this.names[node]}`;
  }

  head(node: number): EntityHead {
    return {
      id: this.id(node),
      name: this.names[node],
      type: this.tables.types[this.type[node]],
    };
  }

  node(id: string): number {
    return this.places.get(id) ?? -1;
  }

  degree(node: number): number {
    return this.begins[node + 1] - this.begins[node];
  }

  edgesOf(node: number): Uint32Array {
    return this.edges.subarray(this.begins[node], this.begins[node + 1]);
  }

  predicateName(edge: number): string {
    return this.tables.predicates[this.predicate[edge]].trimStart();
  }

  symmetric(edge: number): boolean {
    return this.tables.predicates[this.predicate[edge]].startsWith(' ');
  }

  key(edge: number): RelationKey {
    return {
      subject: this.id(this.source[edge]),
      predicate: this.predicateName(edge),
      object: this.id(this.target[edge]),
    };
  }

  edge(key: RelationKey): number {
    const subject = this.node(key.subject);
    const object = this.node(key.object);
    if (subject < 0 || object < 0) return -1;
    for (const edge of this.edgesOf(subject)) {
      const same = this.source[edge] === subject && this.target[edge] === object;
      if (same && this.predicateName(edge) === key.predicate) return edge;
    }
    return -1;
  }

  // Counts, then puts each edge behind those of both its ends; one from a node to itself once.
  private joinEdges(): Uint32Array {
    const { source, target, begins } = this;
    for (let edge = 0; edge < this.edgeCount; ++edge) {
      ++begins[source[edge] + 1];
      if (target[edge] !== source[edge]) ++begins[target[edge] + 1];
    }
    for (let node = 0; node < this.nodeCount; ++node) begins[node + 1] += begins[node];
    const next = begins.slice();
    const edges = new Uint32Array(begins[this.nodeCount]);
    for (let edge = 0; edge < this.edgeCount; ++edge) {
      edges[next[source[edge]]++] = edge;
      if (target[edge] !== source[edge]) edges[next[target[edge]]++] = edge;
    }
    return edges;
  }
}

function sums(differences: Int32Array): Uint32Array {
  const values = new Uint32Array(differences.length);
  let sum = 0;
  differences.forEach((difference, i) => {
    sum += difference;
    values[i] = sum;
  });
  return values;
}

// The part of a graph that was asked for so far. It only grows: nodes and edges keep their places.
import type { ApiNode, ApiPart } from './api.js';
import { EmbeddedSource } from './embedded_source.js';
import type { PartReader } from './parts.js';
import type { Drawing, EntityHead, RelationKey, Summary } from './source.js';

/** Between nodes that have no place of their own. */
const STEP = 60;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Node_ extends Point {
  readonly entity: ApiNode;
}

interface Edge_ {
  readonly source: number;
  readonly target: number;
  readonly predicate: number;
  readonly weight: number;
  readonly first: string;
  readonly last: string;
}

export class LoadedPart {
  private readonly nodes: Node_[] = [];
  private readonly edges: Edge_[] = [];
  private readonly places = new Map<string, number>();
  private readonly edgePlaces = new Map<string, number>();
  private readonly taken = new Set<string>();
  private readonly predicates: Map<string, number>;
  /** The same, as a graph that is all there. */
  local: EmbeddedSource;

  constructor(private readonly summary: Summary) {
    this.predicates = new Map(summary.predicates.map(({ name }, i) => [name, i]));
    this.local = this.build();
  }

  get size(): number {
    return this.nodes.length;
  }

  /** Adds what is not there yet; nodes without a place stand around `centre`. True if there was
   *  something new. */
  add(part: ApiPart, centre: string): boolean {
    const before = this.nodes.length + this.edges.length;
    const middle = this.nodes[this.places.get(centre) ?? -1] ?? { x: 0, y: 0 };
    for (const entity of part.nodes) this.addNode(entity, middle);
    const place = (at: number): number => this.places.get(part.nodes[at].id) as number;
    for (const edge of part.edges) {
      const predicate = this.predicates.get(edge.predicate);
      if (predicate === undefined) continue;
      const { weight, first_seen: first = '', last_seen: last = '' } = edge;
      this.addEdge({
        source: place(edge.source),
        target: place(edge.target),
        predicate,
        weight,
        first,
        last,
      });
    }
    const grown = this.nodes.length + this.edges.length > before;
    if (grown) this.local = this.build();
    return grown;
  }

  private addNode(entity: ApiNode, middle: Point): void {
    if (this.places.has(entity.id)) return;
    const { x, y } = entity;
    const point = x === undefined || y === undefined ? this.freePlace(middle) : { x, y };
    this.places.set(entity.id, this.nodes.length);
    this.nodes.push({ entity, ...point });
  }

  // The next place of a spiral where nobody stands.
  private freePlace(middle: Point): Point {
    for (let i = 0; ; ++i) {
      const radius = STEP * Math.sqrt(i);
      const x = middle.x + radius * Math.cos(i * GOLDEN_ANGLE);
      const y = middle.y + radius * Math.sin(i * GOLDEN_ANGLE);
      const cell = `${Math.round(x / STEP)} ${Math.round(y / STEP)}`;
      if (this.taken.has(cell)) continue;
      this.taken.add(cell);
      return { x, y };
    }
  }

  private addEdge(edge: Edge_): void {
    const { symmetric } = this.summary.predicates[edge.predicate];
    const ends = [edge.source, edge.target];
    if (symmetric) ends.sort((a, b) => a - b);
    const key = `${ends.join(' ')} ${edge.predicate}`;
    if (this.edgePlaces.has(key)) return;
    this.edgePlaces.set(key, this.edges.length);
    this.edges.push(edge);
  }

  private build(): EmbeddedSource {
    const parts = this.parts();
    const read: PartReader = (kind) => (kind in parts ? [JSON.stringify(parts[kind])] : []);
    return new EmbeddedSource(read, Promise.resolve());
  }

  private parts(): Record<string, unknown> {
    const { nodes, edges, summary } = this;
    const dates = new Map([['', 0]]);
    const date = (text: string | null): number => {
      const known = dates.get(text ?? '');
      if (known !== undefined) return known;
      dates.set(text ?? '', dates.size);
      return dates.size - 1;
    };
    const types = new Map(summary.types.map(({ name }, i) => [name, i]));
    const nodeColumns = {
      rows: nodes.length,
      id: nodes.map(({ entity }) => entity.id),
      name: nodes.map(({ entity }) => entity.name),
      type: nodes.map(({ entity }) => types.get(entity.type) ?? 0),
      mentions: nodes.map(({ entity }) => entity.mentions),
      documents: nodes.map(({ entity }) => entity.documents),
      first: nodes.map(({ entity }) => date(entity.first_seen)),
      last: nodes.map(({ entity }) => date(entity.last_seen)),
      x: nodes.map(({ x }) => x),
      y: nodes.map(({ y }) => y),
      size: nodes.map(({ entity }) => entity.size),
    };
    const edgeColumns = {
      rows: edges.length,
      source: edges.map(({ source }, i) => source - (edges[i - 1]?.source ?? 0)),
      target: edges.map(({ target }) => target),
      predicate: edges.map(({ predicate }) => predicate),
      weight: edges.map(({ weight }) => weight),
      first: edges.map(({ first }) => date(first)),
      last: edges.map(({ last }) => date(last)),
    };
    return {
      head: { layout: 1, title: summary.title },
      tables: {
        types: summary.types.map(({ name }) => name),
        colours: summary.types.map(({ colour }) => colour),
        predicates: summary.predicates.map(({ name, symmetric }) => (symmetric ? ' ' : '') + name),
        dates: Array.from(dates.keys()),
        attributes: [],
        each: summary.quotesEach,
        letters: { fold: [], pinyin: [] },
      },
      nodes: nodeColumns,
      edges: edgeColumns,
    };
  }
}

/** The part as it is at the moment. */
export class GrowingDrawing implements Drawing {
  private now: Drawing | undefined;

  /** Takes what there is now. */
  async take(part: LoadedPart): Promise<void> {
    this.now = await part.local.drawing();
  }

  private get drawing(): Drawing {
    if (this.now === undefined) throw new Error('nothing is loaded');
    return this.now;
  }

  get x(): Float32Array {
    return this.drawing.x;
  }
  get y(): Float32Array {
    return this.drawing.y;
  }
  get size(): Float32Array {
    return this.drawing.size;
  }
  get type(): Uint16Array {
    return this.drawing.type;
  }
  get source(): Uint32Array {
    return this.drawing.source;
  }
  get target(): Uint32Array {
    return this.drawing.target;
  }
  get weight(): Float32Array {
    return this.drawing.weight;
  }
  get predicate(): Uint16Array {
    return this.drawing.predicate;
  }
  name(node: number): string {
    return this.drawing.name(node);
  }
  head(node: number): EntityHead {
    return this.drawing.head(node);
  }
  node(id: string): number {
    return this.drawing.node(id);
  }
  key(edge: number): RelationKey {
    return this.drawing.key(edge);
  }
  edgesOf(node: number): Uint32Array {
    return this.drawing.edgesOf(node);
  }
  // Of a relation without direction a part may begin at either end.
  edge(key: RelationKey): number {
    const edge = this.drawing.edge(key);
    if (edge >= 0) return edge;
    return this.drawing.edge({ ...key, subject: key.object, object: key.subject });
  }
}

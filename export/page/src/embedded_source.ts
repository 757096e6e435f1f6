// A graph that stands in the page itself.
import { Left } from './filtering.js';
import { GraphColumns } from './graph_columns.js';
import { Letters } from './letters.js';
import type { PartReader } from './parts.js';
import { QuotesData } from './quotes_data.js';
import { NameSearch } from './search.js';
import { summarize } from './summary.js';
import { entityRows, relationRows } from './table_rows.js';
import { otherEnd, shortestWalk } from './walks.js';
import type {
  Drawing,
  Entity,
  EntityOrder,
  Evidence,
  Filter,
  GraphSource,
  Hit,
  Relation,
  RelationKey,
  RelationOrder,
  Rows,
  Shown,
  Summary,
  Wanted,
} from './source.js';

export class EmbeddedSource implements GraphSource {
  readonly summary: Summary;
  private readonly graph: GraphColumns;
  private readonly letters: Letters;
  private names: NameSearch | undefined;
  private quotes: QuotesData | undefined;
  private lastFilter: Filter | undefined;
  private lastLeft: Left | undefined;

  /**
   * @param read    gives the data; texts and quotes are asked for only after `loaded`.
   * @param loaded  is kept when the whole page is there.
   */
  constructor(private readonly read: PartReader, private readonly loaded: Promise<unknown>) {
    this.graph = new GraphColumns(read);
    this.letters = new Letters(this.graph.tables.letters);
    this.summary = summarize(this.graph);
  }

  drawing(): Promise<Drawing> {
    return Promise.resolve(this.graph);
  }

  shown(filter: Filter, most: number): Promise<Shown> {
    return Promise.resolve(this.left(filter).shown(most));
  }

  entity(id: string): Promise<Entity | undefined> {
    const node = this.graph.node(id);
    return Promise.resolve(node < 0 ? undefined : this.entityAt(node));
  }

  relations(id: string, filter: Filter): Promise<Rows<Relation>> {
    const node = this.graph.node(id);
    if (node < 0) return Promise.resolve({ rows: [], all: 0 });
    const { graph } = this;
    const left = this.left(filter);
    const edges = Array.from(graph.edgesOf(node)).filter((edge) => left.edges[edge] === 1);
    edges.sort(
      (a, b) =>
        Number(graph.symmetric(a)) - Number(graph.symmetric(b)) ||
        graph.weight[b] - graph.weight[a] ||
        graph.predicate[a] - graph.predicate[b] ||
        otherEnd(graph, a, node) - otherEnd(graph, b, node),
    );
    const rows = edges.map((edge) => this.relationAt(edge));
    return Promise.resolve({ rows, all: rows.length });
  }

  relation(key: RelationKey): Promise<Relation | undefined> {
    const edge = this.graph.edge(key);
    return Promise.resolve(edge < 0 ? undefined : this.relationAt(edge));
  }

  async evidence(key: RelationKey): Promise<Evidence> {
    await this.loaded;
    this.quotes ??= new QuotesData(this.read, (node) => this.graph.head(node));
    const edge = this.graph.edge(key);
    return edge < 0 ? { quotes: [], all: 0 } : this.quotes.evidence(edge);
  }

  search(text: string, most: number): Promise<Hit[]> {
    const hits = this.nameSearch().find(text, most).map(({ node, alias }) => ({
      entity: this.graph.head(node),
      alias: alias < 0 ? '' : this.aliasesOf(node)[alias],
    }));
    return Promise.resolve(hits);
  }

  path(from: string, to: string, filter: Filter): Promise<Relation[] | undefined> {
    const begin = this.graph.node(from);
    const end = this.graph.node(to);
    if (begin < 0 || end < 0) return Promise.resolve(undefined);
    const walk = shortestWalk(this.graph, this.left(filter).edges, begin, end);
    return Promise.resolve(walk?.map((edge) => this.relationAt(edge)));
  }

  entities(filter: Filter, wanted: Wanted<EntityOrder>): Promise<Rows<Entity>> {
    const found = this.found(wanted.text);
    const { nodes, all } = entityRows(this.graph, this.left(filter), wanted, found);
    return Promise.resolve({ rows: nodes.map((node) => this.entityAt(node)), all });
  }

  allRelations(filter: Filter, wanted: Wanted<RelationOrder>): Promise<Rows<Relation>> {
    const found = this.found(wanted.text);
    const { edges, all } = relationRows(this.graph, this.left(filter), wanted, found);
    return Promise.resolve({ rows: edges.map((edge) => this.relationAt(edge)), all });
  }

  private left(filter: Filter): Left {
    if (filter !== this.lastFilter || this.lastLeft === undefined) {
      this.lastLeft = new Left(this.graph, filter);
      this.lastFilter = filter;
    }
    return this.lastLeft;
  }

  private aliasesOf(node: number): readonly string[] {
    return this.graph.aliases[node] || [];
  }

  private nameSearch(): NameSearch {
    const { graph } = this;
    this.names ??= new NameSearch(
      this.letters,
      graph.nodeCount,
      (node) => [graph.name(node), ...this.aliasesOf(node)],
      (node) => graph.degree(node),
    );
    return this.names;
  }

  // Nodes that a text finds; undefined for all.
  private found(text: string): ReadonlySet<number> | undefined {
    if (text.trim() === '') return undefined;
    const hits = this.nameSearch().find(text, this.graph.nodeCount);
    return new Set(hits.map((hit) => hit.node));
  }

  private entityAt(node: number): Entity {
    const { graph } = this;
    const attributes: [string, string][] = [];
    const values = graph.attributes[node] || [];
    for (let i = 0; i + 1 < values.length; i += 2) {
      attributes.push([graph.tables.attributes[Number(values[i])], String(values[i + 1])]);
    }
    return {
      ...graph.head(node),
      aliases: this.aliasesOf(node),
      mentions: graph.mentions[node],
      documents: graph.nodeDocuments[node],
      firstSeen: graph.tables.dates[graph.nodeFirst[node]],
      lastSeen: graph.tables.dates[graph.nodeLast[node]],
      degree: graph.degree(node),
      attributes,
    };
  }

  private relationAt(edge: number): Relation {
    const { graph } = this;
    const npmi = graph.npmi[edge];
    return {
      subject: graph.head(graph.source[edge]),
      predicate: graph.predicateName(edge),
      object: graph.head(graph.target[edge]),
      symmetric: graph.symmetric(edge),
      weight: graph.weight[edge],
      documents: graph.edgeDocuments[edge],
      confidence: graph.confidence[edge] / 1000,
      firstSeen: graph.tables.dates[graph.edgeFirst[edge]],
      lastSeen: graph.tables.dates[graph.edgeLast[edge]],
      npmi: npmi === null ? null : npmi / 1000,
    };
  }
}

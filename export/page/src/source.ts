// What the page asks of a graph. All views go through this interface, and know nothing of where the
// graph is: in the page itself (embedded_source.ts), or behind a local server (served_source.ts).

/** An entity in brief. */
export interface EntityHead {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** An entity with all that is known of it. */
export interface Entity extends EntityHead {
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly documents: number;
  /** ISO dates, or empty. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Relations, whatever is filtered. */
  readonly degree: number;
  readonly attributes: readonly (readonly [string, string])[];
}

/** What tells a relation apart from all others. */
export interface RelationKey {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** A relation with both its ends. */
export interface Relation {
  readonly subject: EntityHead;
  readonly predicate: string;
  readonly object: EntityHead;
  /** Direction means nothing. */
  readonly symmetric: boolean;
  readonly weight: number;
  readonly documents: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Of co-occurrence, where it is known. */
  readonly npmi: number | null;
}

/** A range of code points of a text. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** A mention inside a quoted text; places count code points. */
export interface Mark extends Span {
  readonly entity: EntityHead;
}

/** Words of a document, mostly one whole sentence. */
export interface QuotedText {
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly marks: readonly Mark[];
  /** The words that say it, and those that name its ends; none where all of it does. */
  readonly said: readonly Span[];
}

/** One piece of evidence. */
export interface Quote {
  readonly file: string;
  readonly line: number;
  /** 0 for a line of a table. */
  readonly column: number;
  readonly document: string;
  readonly title: string;
  readonly date: string;
  readonly rule: string;
  readonly confidence: number;
  readonly modality: string;
  /** The sentence, and others where an end stands elsewhere; none for a line of a table. */
  readonly texts: readonly QuotedText[];
  /** What a line of a table gives as evidence, or empty. */
  readonly cited: string;
  /** Code points of the document's file, where the source can show the document. */
  readonly place?: Span;
}

/** A part of a document. All places count code points of its file. */
export interface DocumentText {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly date: string;
  /** Of the whole document. */
  readonly begin: number;
  readonly end: number;
  /** Of the part. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly mentions: readonly Mark[];
}

/** The evidence of a relation. */
export interface Evidence {
  readonly quotes: readonly Quote[];
  /** How many there are; the page may hold fewer. */
  readonly all: number;
}

/** What is wanted of the graph; what is left out filters nothing. */
export interface Filter {
  readonly hiddenTypes: ReadonlySet<string>;
  readonly hiddenPredicates: ReadonlySet<string>;
  readonly minWeight: number;
  /** ISO dates to the day, month or year; or empty. */
  readonly since: string;
  readonly until: string;
}

/** An answer to a search. */
export interface Hit {
  readonly entity: EntityHead;
  /** The alias that was found, where it was not the name. */
  readonly alias: string;
}

/** What a kind of entity or relation is, and how many there are. */
export interface Kind {
  readonly name: string;
  readonly count: number;
}

/** What the page must know before anything else. */
export interface Summary {
  readonly title: string;
  readonly entities: number;
  readonly relations: number;
  /** With their colours as `#rrggbb`. */
  readonly types: readonly (Kind & { readonly colour: string })[];
  /** Statements first, then most frequent first. */
  readonly predicates: readonly (Kind & { readonly symmetric: boolean })[];
  readonly maxWeight: number;
  /** The earliest and latest date, or empty. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Quotes of a relation that the page holds at most. */
  readonly quotesEach: number;
}

/** The part of a graph that a filter leaves, for the picture: places in the columns of `Drawing`. */
export interface Shown {
  /** 1 for entities that are left. */
  readonly nodes: Uint8Array;
  readonly nodeCount: number;
  /** Relations that are left, the heaviest first where they were cut to `most`. */
  readonly edges: Uint32Array;
  readonly edgeCount: number;
}

/** All that can be drawn, by columns. Nodes and edges are named by their place. */
export interface Drawing {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Float32Array;
  /** Place of the type in `Summary.types`. */
  readonly type: Uint16Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float32Array;
  /** Place of the predicate in `Summary.predicates`. */
  readonly predicate: Uint16Array;
  name(node: number): string;
  head(node: number): EntityHead;
  /** Place of an entity, or -1. */
  node(id: string): number;
  key(edge: number): RelationKey;
  /** Places of the edges that a relation or an entity has. */
  edgesOf(node: number): Uint32Array;
  edge(key: RelationKey): number;
}

/** A sorted part of a table. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly all: number;
}

export type EntityOrder = 'name' | 'type' | 'degree' | 'mentions' | 'documents' | 'firstSeen';
export type RelationOrder = 'subject' | 'predicate' | 'object' | 'weight' | 'documents' | 'firstSeen';

/** Which rows of a table are wanted. */
export interface Wanted<Order> {
  readonly order: Order;
  readonly descending: boolean;
  /** Only those that a search finds; or empty. */
  readonly text: string;
  readonly from: number;
  readonly count: number;
}

/** A graph. Answers are asked for when they are needed, so that a graph may lie elsewhere. */
export interface GraphSource {
  readonly summary: Summary;
  drawing(): Promise<Drawing>;
  shown(filter: Filter, most: number): Promise<Shown>;
  entity(id: string): Promise<Entity | undefined>;
  /** The relations of an entity that the filter leaves: statements first, then the heaviest. */
  relations(id: string, filter: Filter): Promise<Rows<Relation>>;
  relation(key: RelationKey): Promise<Relation | undefined>;
  evidence(key: RelationKey): Promise<Evidence>;
  /** The best hits for what was typed: names, aliases, pinyin in full or by initials. */
  search(text: string, most: number): Promise<Hit[]>;
  /** A shortest walk, of these the strongest; undefined if there is none. */
  path(from: string, to: string, filter: Filter): Promise<Relation[] | undefined>;
  entities(filter: Filter, wanted: Wanted<EntityOrder>): Promise<Rows<Entity>>;
  allRelations(filter: Filter, wanted: Wanted<RelationOrder>): Promise<Rows<Relation>>;

  // What only a source has that holds more than is shown.

  /** Adds what stands around some entities to the drawing; without them, where it is empty, what
   *  the page begins with. True if there was something new. */
  explore?(ids: readonly string[], filter: Filter): Promise<boolean>;
  /** The first quotes of a relation, where they are at hand. */
  preview?(key: RelationKey): Promise<Evidence>;
  /** A document from a place on; undefined if there is none. */
  text?(id: string, from: number): Promise<DocumentText | undefined>;
}

/** A filter that leaves all. */
export const NO_FILTER: Filter = {
  hiddenTypes: new Set(),
  hiddenPredicates: new Set(),
  minWeight: 1,
  since: '',
  until: '',
};

// Rows of the table view: filtered, sorted, a part of them.
import type { Left } from './filtering.js';
import type { GraphColumns } from './graph_columns.js';
import type { EntityOrder, RelationOrder, Wanted } from './source.js';

type Key = (place: number) => number;

// Sorts places by a key, of equals by place, and cuts out what is wanted.
function sortedPart<Order>(places: number[], key: Key, wanted: Wanted<Order>): number[] {
  const sign = wanted.descending ? -1 : 1;
  const keys = new Map(places.map((place) => [place, sign * key(place)]));
  places.sort((a, b) => (keys.get(a) as number) - (keys.get(b) as number) || a - b);
  return places.slice(wanted.from, wanted.from + wanted.count);
}

const collator = new Intl.Collator('zh', { numeric: true });

// By place the rank of a text among all: texts are compared once, not each time a table is sorted.
function ranks(texts: readonly string[]): Uint32Array {
  const order = texts.map((_, place) => place);
  order.sort((a, b) => collator.compare(texts[a], texts[b]) || a - b);
  const ranks = new Uint32Array(texts.length);
  let rank = 0;
  order.forEach((place, i) => {
    const before = order[i - 1];
    if (before === undefined || collator.compare(texts[place], texts[before]) !== 0) rank = i;
    ranks[place] = rank;
  });
  return ranks;
}

interface Ranks {
  readonly names: Uint32Array;
  readonly types: Uint32Array;
  readonly predicates: Uint32Array;
  readonly dates: Uint32Array;
}

const known = new WeakMap<GraphColumns, Ranks>();

function ranksOf(graph: GraphColumns): Ranks {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const { types, predicates, dates } = graph.tables;
  const made = {
    names: ranks(Array.from({ length: graph.nodeCount }, (_, node) => graph.name(node))),
    types: ranks(types),
    predicates: ranks(predicates.map((predicate) => predicate.trimStart())),
    dates: ranks(dates),
  };
  known.set(graph, made);
  return made;
}

function placesOf(left: Uint8Array, also: (place: number) => boolean): number[] {
  const places: number[] = [];
  left.forEach((kept, place) => {
    if (kept === 1 && also(place)) places.push(place);
  });
  return places;
}

/** Nodes that are left and found, in the order wanted. */
export function entityRows(
  graph: GraphColumns,
  left: Left,
  wanted: Wanted<EntityOrder>,
  found: ReadonlySet<number> | undefined,
): { nodes: number[]; all: number } {
  const { names, types, dates } = ranksOf(graph);
  const keys: Record<EntityOrder, Key> = {
    name: (node) => names[node],
    type: (node) => types[graph.type[node]],
    degree: (node) => graph.degree(node),
    mentions: (node) => graph.mentions[node],
    documents: (node) => graph.nodeDocuments[node],
    firstSeen: (node) => dates[graph.nodeFirst[node]],
  };
  const places = placesOf(left.nodes, (node) => found === undefined || found.has(node));
  const all = places.length;
  return { nodes: sortedPart(places, keys[wanted.order], wanted), all };
}

/** Edges that are left and have an end that is found, in the order wanted. */
export function relationRows(
  graph: GraphColumns,
  left: Left,
  wanted: Wanted<RelationOrder>,
  found: ReadonlySet<number> | undefined,
): { edges: number[]; all: number } {
  const { names, predicates, dates } = ranksOf(graph);
  const keys: Record<RelationOrder, Key> = {
    subject: (edge) => names[graph.source[edge]],
    predicate: (edge) => predicates[graph.predicate[edge]],
    object: (edge) => names[graph.target[edge]],
    weight: (edge) => graph.weight[edge],
    documents: (edge) => graph.edgeDocuments[edge],
    firstSeen: (edge) => dates[graph.edgeFirst[edge]],
  };
  const places = placesOf(
    left.edges,
    (edge) =>
      found === undefined || found.has(graph.source[edge]) || found.has(graph.target[edge]),
  );
  const all = places.length;
  return { edges: sortedPart(places, keys[wanted.order], wanted), all };
}

// What the page must know before anything else.
import { compareDates } from './dates.js';
import type { GraphColumns } from './graph_columns.js';
import type { Summary } from './source.js';

function counts(numbers: Uint16Array, kinds: number): number[] {
  const count = new Array<number>(kinds).fill(0);
  for (const number of numbers) ++count[number];
  return count;
}

/** Counts the kinds of entities and relations, and finds the bounds of weights and dates. Kinds
 *  stay in the order in which columns name them. */
export function summarize(graph: GraphColumns): Summary {
  const { types, colours, predicates, dates, each } = graph.tables;
  const typeCounts = counts(graph.type, types.length);
  const predicateCounts = counts(graph.predicate, predicates.length);
  const known = dates.filter((date) => date !== '').sort(compareDates);
  return {
    title: graph.title,
    entities: graph.nodeCount,
    relations: graph.edgeCount,
    types: types.map((name, i) => ({ name, colour: colours[i], count: typeCounts[i] })),
    predicates: predicates.map((name, i) => ({
      name: name.trimStart(),
      symmetric: name.startsWith(' '),
      count: predicateCounts[i],
    })),
    maxWeight: graph.weight.reduce((most, weight) => Math.max(most, weight), 1),
    firstSeen: known[0] ?? '',
    lastSeen: known[known.length - 1] ?? '',
    quotesEach: each,
  };
}

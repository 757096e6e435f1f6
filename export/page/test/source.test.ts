import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EmbeddedSource } from '../src/embedded_source.js';
import { GraphColumns } from '../src/graph_columns.js';
import { Left } from '../src/filtering.js';
import { NO_FILTER, type Filter, type RelationKey } from '../src/source.js';
import { otherEnd, shortestWalk, strengthOf } from '../src/walks.js';
import { readGraph } from './graph.js';

const source = new EmbeddedSource(readGraph, Promise.resolve());
const LEADS: RelationKey = { subject: 'person:紫竹', predicate: 'leads', object: 'office:东区' };

test('sums the graph up', () => {
  const { title, entities, relations, maxWeight, firstSeen, lastSeen } = source.summary;
  assert.deepEqual([title, entities, relations, maxWeight], ['t', 5, 5, 7]);
  assert.deepEqual([firstSeen, lastSeen], ['2018', '2021-03-04']);
  assert.deepEqual(source.summary.types.map(({ count }) => count), [2, 2, 1]);
  assert.deepEqual(
    source.summary.predicates.map(({ name, symmetric, count }) => [name, symmetric, count]),
    [['leads', false, 1], ['co_occurs', true, 2], ['about', false, 2]],
  );
});

test('gives an entity with all that is known', async () => {
  assert.deepEqual(await source.entity('person:紫竹'), {
    id: 'person:紫竹',
    name: '紫竹',
    type: 'person',
    aliases: ['小紫', '__proto__'],
    mentions: 3,
    documents: 0,
    firstSeen: '2018',
    lastSeen: '2021-03-04',
    degree: 3,
    attributes: [['note', '主任']],
  });
});

test('knows ids that objects would not', async () => {
  assert.equal((await source.entity('__proto__'))?.name, 'A');
  assert.equal(await source.entity('constructor'), undefined);
  assert.deepEqual(await source.relations('constructor', NO_FILTER), { rows: [], all: 0 });
});

test('lists relations: statements first, then the heaviest', async () => {
  const { rows, all } = await source.relations('office:东区', NO_FILTER);
  assert.equal(all, 3);
  assert.deepEqual(
    rows.map(({ predicate, weight, npmi }) => [predicate, weight, npmi]),
    [['leads', 1, null], ['co_occurs', 7, 0.25], ['co_occurs', 2, 0.1]],
  );
});

test('gives evidence with places, marks and what was cut', async () => {
  const { quotes, all } = await source.evidence(LEADS);
  assert.equal(all, 2);
  const [said, line] = quotes;
  assert.deepEqual([said.file, said.line, said.column, said.date, said.rule], ['a.txt', 3, 7, '2018', 'title']);
  assert.deepEqual([said.confidence, said.modality, said.texts.length], [0.9, 'planned', 2]);
  assert.deepEqual(
    said.texts[0].marks.map(({ begin, end, entity }) => [begin, end, entity.id]),
    [[0, 2, 'person:紫竹'], [3, 5, 'office:东区']],
  );
  assert.deepEqual(said.texts[0].said, [{ begin: 2, end: 3 }, { begin: 0, end: 2 }]);
  assert.deepEqual([said.texts[1].cutBefore, said.texts[1].cutAfter], [true, true]);
  assert.deepEqual([line.file, line.line, line.column, line.cited], ['d.csv', 4, 0, 'x']);
});

test('gives evidence of a co-occurrence', async () => {
  const { quotes, all } = await source.evidence({ ...LEADS, predicate: 'co_occurs' });
  assert.equal(all, 7);
  assert.deepEqual(quotes.map(({ texts }) => texts.length), [1, 2]);
  assert.deepEqual([quotes[0].file, quotes[0].line, quotes[0].column], ['a.txt', 3, 5]);
  assert.deepEqual(await source.evidence({ ...LEADS, predicate: 'absent' }), { quotes: [], all: 0 });
});

// A filter, and the nodes and edges that it leaves.
const FILTERS: [string, Partial<Filter>, number[], number[]][] = [
  ['nothing', {}, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]],
  ['a type', { hiddenTypes: new Set(['office']) }, [0, 3, 4], [3]],
  ['a predicate', { hiddenPredicates: new Set(['about']) }, [0, 1, 2], [0, 1, 2]],
  ['weight', { minWeight: 3 }, [0, 1], [1]],
  ['since', { since: '2020' }, [], []],
  ['until', { until: '2018-12' }, [], []],
  ['since and until', { since: '2018', until: '2020' }, [0, 1], [0]],
];
for (const [name, change, nodes, edges] of FILTERS) {
  test(`filters by ${name}`, async () => {
    const filter = { ...NO_FILTER, ...change };
    const shown = await source.shown(filter, 10);
    const left = Array.from(shown.nodes.keys()).filter((node) => shown.nodes[node] === 1);
    assert.deepEqual(left, nodes);
    assert.deepEqual(Array.from(shown.edges), edges);
    assert.equal(shown.nodeCount, left.length);
  });
}

test('draws the heaviest edges only', async () => {
  const shown = await source.shown(NO_FILTER, 3);
  assert.deepEqual(Array.from(shown.edges), [0, 1, 2]);
  assert.equal(shown.edgeCount, 5);
});

const PATHS: [string, string, string[] | undefined][] = [
  // What is said is stronger than what stands together seven times.
  ['person:紫竹', 'office:重庆', ['leads', 'co_occurs']],
  ['office:重庆', 'person:紫竹', ['co_occurs', 'leads']],
  ['person:紫竹', 'document:d', ['about']],
  ['person:紫竹', 'person:紫竹', []],
  ['person:紫竹', 'absent', undefined],
];
for (const [from, to, predicates] of PATHS) {
  test(`finds a path from ${from} to ${to}`, async () => {
    const path = await source.path(from, to, NO_FILTER);
    assert.deepEqual(path?.map(({ predicate }) => predicate), predicates);
  });
}

test('finds paths over what is left only', async () => {
  const filter = { ...NO_FILTER, hiddenPredicates: new Set(['co_occurs']) };
  assert.equal(await source.path('person:紫竹', 'office:重庆', filter), undefined);
});

test('sorts and cuts tables', async () => {
  const wanted = { order: 'degree', descending: true, text: '', from: 0, count: 2 } as const;
  const { rows, all } = await source.entities(NO_FILTER, wanted);
  assert.deepEqual([rows.map(({ name }) => name), all], [['紫竹', '东区'], 5]);
  const byName = await source.entities(NO_FILTER, { ...wanted, order: 'name', descending: false });
  assert.deepEqual(byName.rows.map(({ name }) => name), ['重庆', '东区']);
  const found = await source.allRelations(NO_FILTER, { ...wanted, order: 'weight', text: 'cq' });
  assert.deepEqual([found.rows.map(({ weight }) => weight), found.all], [[2, 1], 2]);
});

// Random graphs: walks as long as breadth first over all says, and over edges that are there.
test('walks are shortest', () => {
  let seed = 7;
  const below = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 65536) % limit;
  };
  for (let round = 0; round < 60; ++round) {
    const n = 2 + below(8);
    const ends = Array.from({ length: below(14) }, () => [below(n), below(n)] as const);
    ends.sort((a, b) => a[0] - b[0]);
    const graph = new GraphColumns((kind) =>
      kind === 'nodes'
        ? [JSON.stringify({ rows: n, name: Array.from({ length: n }, (_, i) => `n${i}`) })]
        : kind === 'edges'
          ? [
              JSON.stringify({
                rows: ends.length,
                source: ends.map(([from], i) => from - (i === 0 ? 0 : ends[i - 1][0])),
                target: ends.map(([, to]) => to),
              }),
            ]
          : readGraph(kind),
    );
    const { edges } = new Left(graph, NO_FILTER);
    const steps = floyd(n, ends);
    for (let from = 0; from < n; ++from) {
      for (let to = 0; to < n; ++to) {
        const walk = shortestWalk(graph, edges, from, to);
        assert.equal(walk?.length ?? Infinity, steps[from][to]);
      }
    }
  }
});

// The best of all walks of so many steps, each tried: greatest strength, then smallest ids.
function bestWalk(
  graph: GraphColumns,
  steps: number,
  from: number,
  to: number,
): { ids: string[]; strength: number } | undefined {
  if (steps === 0) return from === to ? { ids: [], strength: 0 } : undefined;
  let best: { ids: string[]; strength: number } | undefined;
  for (const edge of graph.edgesOf(from)) {
    const other = otherEnd(graph, edge, from);
    const rest = bestWalk(graph, steps - 1, other, to);
    if (rest === undefined) continue;
    const strength = rest.strength + strengthOf(graph, edge);
    const ids = [graph.id(other), ...rest.ids];
    const equal = strength === best?.strength && ids.join() < best.ids.join();
    if (best === undefined || strength > best.strength || equal) best = { ids, strength };
  }
  return best;
}

test('of shortest walks the strongest is taken, of these the first by ids', () => {
  let seed = 11;
  const below = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 65536) % limit;
  };
  let several = 0;
  for (let round = 0; round < 80; ++round) {
    const n = 3 + below(6);
    const from = Array.from({ length: n + below(14) }, () => below(n)).sort((a, b) => a - b);
    const all = (limit: number): number[] => from.map(() => below(limit));
    const ids = Array.from({ length: n }, (_, i) => `${'zyxwvutsr'[i]}`);
    const parts: Record<string, unknown> = {
      nodes: { rows: n, id: ids, name: ids },
      edges: {
        rows: from.length,
        source: from.map((source, i) => source - (from[i - 1] ?? 0)),
        target: all(n),
        predicate: all(2),
        count: all(3).map((count) => count + 1),
        documents: all(2),
        confidence: all(2).map((half) => 500 + 500 * half),
        npmi: all(3).map((third) => (third === 0 ? null : third * 400)),
      },
    };
    const graph = new GraphColumns((kind) =>
      kind in parts ? [JSON.stringify(parts[kind])] : readGraph(kind),
    );
    const { edges } = new Left(graph, NO_FILTER);
    for (let begin = 0; begin < n; ++begin) {
      for (let end = 0; end < n; ++end) {
        const walk = shortestWalk(graph, edges, begin, end);
        if (walk === undefined) continue;
        const best = bestWalk(graph, walk.length, begin, end);
        let at = begin;
        const met = walk.map((edge) => graph.id((at = otherEnd(graph, edge, at))));
        assert.deepEqual(met, best?.ids);
        assert.equal(walk.reduce((sum, edge) => sum + strengthOf(graph, edge), 0), best?.strength);
        several += Number(walk.length > 1);
      }
    }
  }
  assert.ok(several > 100, `${several}`);
});

// By predicate (0 is stated, 1 without direction), count, documents, confidence and NPMI in
// thousandths: the strength that `zhitu` computes.
const STRENGTHS: [string, [number, number, number, number, number | null], number][] = [
  ['a statement', [0, 3, 2, 900, null], 0.9 * (Math.log(4) + Math.log(3))],
  ['co-occurrence', [1, 4, 1, 1000, 600], 0.3 * (Math.log(5) + Math.log(2))],
  ['without windows', [1, 4, 1, 1000, null], 0.25 * (Math.log(5) + Math.log(2))],
  ['the least', [1, 1, 0, 1000, -900], 0.025 * Math.log(2)],
];
for (const [name, [predicate, count, documents, confidence, npmi], strength] of STRENGTHS) {
  test(`tells the strength of ${name}`, () => {
    const edges = {
      rows: 1,
      source: [0],
      target: [1],
      predicate: [predicate],
      count: [count],
      documents: [documents],
      confidence: [confidence],
      npmi: [npmi],
    };
    const graph = new GraphColumns((kind) =>
      kind === 'edges' ? [JSON.stringify(edges)] : readGraph(kind),
    );
    assert.equal(strengthOf(graph, 0), Math.round(strength * 1e6));
  });
}

// UTF-16 would take the other one.
test('compares ids as UTF-8 sorts them', () => {
  const parts: Record<string, unknown> = {
    nodes: { rows: 4, id: ['a', '\u{20000}', '\uFF21', 'b'], name: ['a', 'x', 'y', 'b'] },
    edges: { rows: 4, source: [0, 0, 1, 1], target: [1, 2, 3, 3] },
  };
  const graph = new GraphColumns((kind) =>
    kind in parts ? [JSON.stringify(parts[kind])] : readGraph(kind),
  );
  const walk = shortestWalk(graph, new Uint8Array(4).fill(1), 0, 3);
  assert.deepEqual(walk, [1, 3]);
});

function floyd(n: number, ends: (readonly [number, number])[]): number[][] {
  const steps = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, k) => (i === k ? 0 : Infinity)),
  );
  for (const [a, b] of ends) if (a !== b) steps[a][b] = steps[b][a] = 1;
  for (let k = 0; k < n; ++k) {
    for (let i = 0; i < n; ++i) {
      for (let j = 0; j < n; ++j) steps[i][j] = Math.min(steps[i][j], steps[i][k] + steps[k][j]);
    }
  }
  return steps;
}

test('refuses data of another layout', () => {
  assert.throws(() => new EmbeddedSource(() => ['{"layout":2}'], Promise.resolve()), /layout 2/);
});

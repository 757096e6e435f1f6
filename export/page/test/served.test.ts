// A graph behind a server, which a table of answers stands for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiNode, ApiQuote, ApiRelation, Ask, Query } from '../src/api.js';
import { piecesOf } from '../src/document_view.js';
import { askable, ServedSource } from '../src/served_source.js';
import { NO_FILTER } from '../src/source.js';

const SUMMARY = {
  title: 't',
  entities: 1000,
  relations: 2000,
  max_weight: 7,
  first_seen: null,
  last_seen: '2024',
  types: [
    { name: 'person', count: 400, colour: '#d55e00' },
    { name: 'office', count: 600, colour: '#0072b2' },
  ],
  predicates: [
    { name: 'co_occurs', count: 1500, symmetric: true },
    { name: 'leads', count: 500, symmetric: false },
  ],
};

function node(id: string, more: Partial<ApiNode> = {}): ApiNode {
  const [type, name] = id.split(':');
  const dates = { first_seen: null, last_seen: null };
  return { id, name, type, degree: 1, mentions: 1, documents: 1, size: 8, ...dates, ...more };
}

const QUOTE: ApiQuote = {
  file: 'a.txt',
  line: 1,
  column: 1,
  document: 'a.txt',
  title: null,
  begin: 3,
  end: 5,
  date: null,
  rule: 'r',
  confidence: 1,
  modality: null,
  cited: null,
  texts: [{ text: '甲管乙。', cut_before: false, cut_after: false, marks: [], said: [] }],
};

const LEADS: ApiRelation = {
  subject: { id: 'person:甲', name: '甲', type: 'person' },
  predicate: 'leads',
  object: { id: 'office:乙', name: '乙', type: 'office' },
  symmetric: false,
  weight: 2,
  documents: 1,
  confidence: 1,
  first_seen: null,
  last_seen: null,
  npmi: null,
  all: 3,
  quotes: [QUOTE],
};
const KEY = { subject: 'person:甲', predicate: 'leads', object: 'office:乙' };

const ANSWERS: Record<string, unknown> = {
  graph: SUMMARY,
  top: {
    nodes: [node('person:甲'), node('office:乙')],
    edges: [{ source: 0, target: 1, predicate: 'leads', weight: 2 }],
  },
  neighbourhood: {
    nodes: [node('office:乙'), node('person:甲'), node('person:丙', { x: 5, y: -5 })],
    edges: [
      { source: 1, target: 0, predicate: 'leads', weight: 2 },
      { source: 0, target: 2, predicate: 'co_occurs', weight: 7, first_seen: '2023', last_seen: '2024' },
    ],
  },
  relations: { all: 1, relations: [LEADS] },
  search: { hits: [{ entity: LEADS.subject, alias: null }] },
};

async function open(): Promise<{ source: ServedSource; asked: string[] }> {
  const asked: string[] = [];
  const ask: Ask = <Result>(name: string, query: object) => {
    asked.push(`${name} ${JSON.stringify(query)}`);
    return Promise.resolve(ANSWERS[name] as Result | undefined);
  };
  return { source: await ServedSource.open(ask), asked };
}

test('begins with the best connected, and grows by what is chosen', async () => {
  const { source } = await open();
  const drawing = await source.drawing();
  assert.equal(drawing.x.length, 0);
  assert.equal(await source.explore([], NO_FILTER), true);
  assert.equal(await source.explore([], NO_FILTER), false);
  assert.deepEqual([drawing.x.length, drawing.source.length], [2, 1]);
  const place = [drawing.x[1], drawing.y[1]];
  assert.equal(await source.explore(['office:乙'], NO_FILTER), true);
  assert.deepEqual([drawing.x.length, drawing.source.length], [3, 2]);
  // What is there stays where it is; a place that the server knows is taken.
  assert.deepEqual([drawing.x[1], drawing.y[1]], place);
  assert.deepEqual([drawing.x[2], drawing.y[2]], [5, -5]);
  assert.equal(drawing.node('office:乙'), 1);
  assert.deepEqual(drawing.key(0), KEY);
});

test('filters what it holds, and asks by the filter', async () => {
  const { source, asked } = await open();
  const hiddenTypes = new Set(['office', 'unknown', '\0']);
  await source.explore(['office:乙'], { ...NO_FILTER, since: '2024', minWeight: 1e300, hiddenTypes });
  assert.match(asked[1], /"without_type":\["office"\].*"min_weight":9007199254740991,"since":"2024"/);
  const shown = await source.shown({ ...NO_FILTER, minWeight: 3 }, 10);
  assert.deepEqual([shown.nodeCount, shown.edgeCount], [2, 1]);
});

const TEXTS: [string, string[], boolean][] = [
  ['an id', ['office:乙'], true],
  ['a line break', ['d2\nx\t'], true],
  ['the longest', ['x'.repeat(1000)], true],
  ['one that is longer', ['x'.repeat(1001)], false],
  ['nothing', ['a', ''], false],
  ['U+0000', ['a\0'], false],
  ['more than an address holds', ['紫'.repeat(300), '紫'.repeat(300)], false],
];
for (const [name, texts, right] of TEXTS) {
  test(`a server is asked for ${name}: ${right}`, () => assert.equal(askable(...texts), right));
}

test('passes over what a server would refuse', async () => {
  const { source, asked } = await open();
  const odd = 'x'.repeat(1500);
  assert.equal(await source.entity(odd), undefined);
  assert.deepEqual(await source.relations('', NO_FILTER), { rows: [], all: 0 });
  assert.equal(await source.relation({ ...KEY, predicate: odd }), undefined);
  assert.deepEqual(await source.evidence({ ...KEY, object: '' }), { quotes: [], all: 0 });
  assert.equal(await source.path('person:甲', odd, NO_FILTER), undefined);
  assert.equal(await source.text(`${odd}\0`, 0), undefined);
  assert.equal(asked.length, 1);
  // It begins as if nothing was named.
  assert.equal(await source.explore([odd], NO_FILTER), true);
  assert.deepEqual(asked.slice(1).map((one) => one.split(' ')[0]), ['top']);
});

test('finds an edge without direction from either end', async () => {
  const { source } = await open();
  await source.explore(['office:乙'], NO_FILTER);
  const drawing = await source.drawing();
  const ends = { subject: 'office:乙', predicate: 'co_occurs', object: 'person:丙' };
  assert.equal(drawing.edge(ends), 1);
  assert.equal(drawing.edge({ ...ends, subject: ends.object, object: ends.subject }), 1);
});

test('keeps the first quote of each relation that it was told', async () => {
  const { source, asked } = await open();
  const { rows: [relation], all: relations } = await source.relations('person:甲', NO_FILTER);
  assert.deepEqual([relation.firstSeen, relation.predicate], ['', 'leads']);
  assert.equal(relations, 1);
  const before = asked.length;
  const { quotes, all } = await source.preview(KEY);
  assert.equal(asked.length, before);
  assert.deepEqual([quotes[0].title, quotes[0].place, all], ['', { begin: 3, end: 5 }, 3]);
  assert.equal(await source.relation(KEY), undefined);
});

test('lists the first of very many relations, and says how many there are', async () => {
  const asked: unknown[] = [];
  const ask = (name: string, query: Query): Promise<unknown> => {
    if (name === 'graph') return Promise.resolve(SUMMARY);
    asked.push([query.from, query.limit]);
    return Promise.resolve({ all: 1992, relations: Array.from({ length: 200 }, () => LEADS) });
  };
  const source = await ServedSource.open(ask as Ask);
  const { rows, all } = await source.relations('person:甲', NO_FILTER);
  assert.deepEqual([rows.length, all], [1000, 1992]);
  assert.deepEqual(asked, [0, 200, 400, 600, 800].map((from) => [from, 200]));
});

test('cuts a text at outermost mentions and at the quoted place', () => {
  const mark = (begin: number, end: number, name: string) => ({
    begin,
    end,
    entity: { id: name, name, type: 't' },
  });
  const document = {
    id: 'd', file: 'd', title: '', date: '', begin: 0, end: 20, from: 10, to: 16, text: '😀甲乙社区。',
    mentions: [mark(12, 13, 'inner'), mark(11, 15, 'outer')],
  };
  const pieces = piecesOf(document, { begin: 12, end: 15 });
  assert.deepEqual(
    pieces.map(({ text, entity, here }) => [text, entity?.id, here]),
    [['😀', undefined, false], ['甲', 'outer', false], ['乙社区', 'outer', true], ['。', undefined, false]],
  );
});

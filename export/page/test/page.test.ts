import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDates, seenInside } from '../src/dates.js';
import { harmless } from '../src/dom.js';
import { fileName } from '../src/file_name.js';
import { stepOf, weightAt } from '../src/filter_panel.js';
import { labelOf, placeLabels } from '../src/labels.js';
import { lightened, mixed } from '../src/looks.js';
import { nameOf } from '../src/names.js';
import { LazyTable } from '../src/parts.js';
import { readState, writeState } from '../src/permalink.js';
import { placeOf, stretches } from '../src/quote_view.js';
import type { Mark, Quote } from '../src/source.js';
import { predicateName, preferredLanguage, STRINGS, typeName } from '../src/strings.js';

const ADDRESSES = [
  '',
  'entity=person%3A%E7%8E%8B',
  'entity=__proto__',
  'subject=a&predicate=b&object=c%26d',
  'from=a&to=',
  'without=person&without=a+b&without-relation=co_occurs',
  'weight=5&since=2018&until=2020-05-01&view=table&lang=zh&theme=dark',
];
for (const address of ADDRESSES) {
  test(`address ${address} comes back`, () => {
    assert.equal(writeState(readState(address)), address);
    assert.equal(writeState(readState(`#${address}`)), address);
  });
}

const ODD_ADDRESSES: [string, string][] = [
  ['weight=-3', ''],
  ['weight=1e999', ''],
  ['weight=x&since=yesterday&until=20185', ''],
  ['view=<b>&lang=fr&theme=pink', ''],
  ['%E0%A4%A&entity=a', 'entity=a'],
];
for (const [odd, right] of ODD_ADDRESSES) {
  test(`address ${odd} is not trusted`, () => assert.equal(writeState(readState(odd)), right));
}

const DATES: [string, string, number][] = [
  ['2018', '2018-05', 0],
  ['2018-05-03', '2018-05', 0],
  ['2018-04', '2018-05', -1],
  ['2019', '2018-12', 1],
];
for (const [a, b, order] of DATES) {
  test(`${a} against ${b}`, () => {
    assert.equal(compareDates(a, b), order);
    assert.equal(compareDates(b, a), -order || 0);
  });
}

const SEEN: [string, string, string, string, boolean][] = [
  ['', '', '', '', true],
  ['', '', '2018', '', false],
  ['2017', '2018-02', '2018', '', true],
  ['2017', '2017-12', '2018', '', false],
  ['2018', '2019', '', '2018', true],
  ['2019', '2019', '', '2018', false],
];
for (const [first, last, since, until, inside] of SEEN) {
  test(`seen ${first} to ${last} inside ${since} to ${until}: ${inside}`, () => {
    assert.equal(seenInside(first, last, since, until), inside);
  });
}

test('texts are made harmless', () => {
  assert.equal(harmless('a\u202Eb\u0000c\u2028d\u061Ce'), 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  assert.equal(harmless('王 “a”'), '王 “a”');
  assert.equal(labelOf('王'.repeat(30)), `${'王'.repeat(23)}…`);
});

const NAMES: [string, string][] = [
  ['王', '王'],
  [' a ', ' a '],
  ['', 'id'],
  [' \u3000\n', 'id'],
  ['\u200B\u2066', 'id'],
  ['\u3164', 'id'],
];
for (const [name, shown] of NAMES) {
  test(`an entity called ${JSON.stringify(name)} is shown as ${shown}`, () => {
    assert.equal(nameOf({ id: 'id', name }), shown);
  });
}

const FILES: [string, string][] = [
  ['news', 'news.png'],
  ['a/b\\c:d\u202Ee', 'a_b_c_d_e.png'],
  ['..', '_.png'],
  ['', 'graph.png'],
];
for (const [title, name] of FILES) {
  test(`file of ${JSON.stringify(title)}`, () => assert.equal(fileName(title, 'png'), name));
}

test('weights and steps of the slider belong together', () => {
  for (const most of [1, 2, 9, 900, 1e6]) {
    assert.equal(weightAt(0, most), 1);
    assert.equal(weightAt(100, most), most);
    assert.equal(stepOf(most, most), most === 1 ? 0 : 100);
    for (let step = 1; step <= 100; ++step) assert.ok(weightAt(step, most) >= weightAt(step - 1, most));
  }
});

test('no name is drawn over another', () => {
  const wishes = Array.from({ length: 60 }, (_, i) => ({
    x: (i * 37) % 200,
    y: (i * 53) % 120,
    radius: 3 + (i % 5),
    text: 'n'.repeat(1 + (i % 9)),
  }));
  const width = (text: string): number => text.length * 8;
  const placed = placeLabels(wishes, 13, 230, width);
  assert.ok(placed.length > 10 && placed.length < 60);
  for (const [i, a] of placed.entries()) {
    assert.ok(a.x >= 0 && a.x + width(a.text) <= 230);
    for (const b of placed.slice(0, i)) {
      const beside = a.x >= b.x + width(b.text) || b.x >= a.x + width(a.text);
      assert.ok(beside || Math.abs(a.y - b.y) >= 13, `${i}`);
    }
  }
});

test('colours are mixed', () => {
  assert.equal(mixed('#000000', '#ffffff', 0.5), '#808080');
  assert.equal(lightened('#0072b2', 0), '#0072b2');
  assert.equal(lightened('#0072b2', 7), '#ffffff');
});

test('parts of tables are read when they are asked for', () => {
  const table = new LazyTable(
    ['{"rows":2,"a":[1,2]}', '{"rows":0}', '{"rows":1,"a":[3],"b":["x"]}', 'odd'],
    1,
  );
  assert.equal(table.rows, 3);
  assert.deepEqual([0, 1, 2, 3, -1].map((row) => table.value(row, 'a')), [1, 2, 3, undefined, undefined]);
  assert.equal(table.value(2, 'b'), 'x');
  assert.equal(table.value(0, 'b'), undefined);
});

const KEY = { subject: 's', predicate: 'p', object: 'o' };

function mark(begin: number, end: number, id: string): Mark {
  return { begin, end, entity: { id, name: id, type: 't' } };
}

// A text's marks, the words that say it, and its stretches: what they are and their text.
const STRETCHES: [string, Mark[], [number, number], string[]][] = [
  ['plain', [], [0, 0], ['.:𠀀b王d']],
  ['ends', [mark(0, 1, 's'), mark(2, 3, 'o')], [0, 0], ['s:𠀀', '.:b', 'o:王', '.:d']],
  ['nested', [mark(0, 3, 's'), mark(1, 2, 'x')], [0, 0], ['s:𠀀b王', '.:d']],
  ['crossing', [mark(0, 2, 's'), mark(1, 3, 'o')], [0, 0], ['s:𠀀', 'so:b', 'o:王', '.:d']],
  ['said', [mark(1, 2, 'x')], [0, 3], ['!:𠀀', '!x:b', '!:王', '.:d']],
  ['outside', [mark(3, 90, 's'), mark(-4, 1, 'o')], [-1, 99], ['!o:𠀀', '!:b王', '!s:d']],
];
for (const [name, marks, [begin, end], expected] of STRETCHES) {
  test(`quotes are cut at marks: ${name}`, () => {
    const said = [{ begin, end }];
    const text = { text: '𠀀b王d', cutBefore: false, cutAfter: false, marks, said };
    const told = stretches(text, KEY).map(({ said, subject, object, other, text: words }) => {
      const kind = `${said ? '!' : ''}${subject ? 's' : ''}${object ? 'o' : ''}`;
      const third = other !== '' && !subject && !object ? other : '';
      return `${kind + third || '.'}:${words}`;
    });
    assert.deepEqual(told, expected);
  });
}

test('places are told as editors read them', () => {
  const quote = { file: 'a.txt', line: 3, column: 5 } as Quote;
  assert.equal(placeOf(quote), 'a.txt:3:5');
  assert.equal(placeOf({ ...quote, column: 0 }), 'a.txt:3');
});

const LANGUAGES: [string[], string][] = [
  [['zh-CN', 'en'], 'zh'],
  [['fr', 'en-US'], 'en'],
  [['fr', 'zh-TW'], 'zh'],
  [[], 'en'],
];
for (const [languages, spoken] of LANGUAGES) {
  test(`speaks ${languages.join()}`, () => assert.equal(preferredLanguage(languages), spoken));
}

test('all that is said is said in both languages', () => {
  for (const [key, value] of Object.entries(STRINGS.en)) {
    const other = STRINGS.zh[key as keyof typeof STRINGS.zh];
    assert.equal(typeof other, typeof value, key);
    if (typeof value === 'string') assert.ok(value !== '' && other !== '', key);
    if (typeof value === 'function') assert.ok((value as (...n: number[]) => string)(2, 3, 4).length > 0, key);
  }
  assert.equal(typeName(STRINGS.zh, 'office'), '机构');
  assert.equal(typeName(STRINGS.zh, 'constructor'), 'constructor');
  assert.equal(predicateName(STRINGS.en, 'part_of'), 'part of');
});

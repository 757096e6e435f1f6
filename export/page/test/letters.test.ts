import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Letters } from '../src/letters.js';
import { NameSearch } from '../src/search.js';
import { TABLES } from './graph.js';

const letters = new Letters(TABLES.letters);

const FOLDS: [string, string][] = [
  ['東区', '东区'],
  ['Ａ A a', 'aaa'],
  ['ＺＺ', 'zz'],
  ['重\u200b 庆\u3000', '重庆'],
  ['', ''],
];
for (const [text, folded] of FOLDS) {
  test(`folds ${JSON.stringify(text)}`, () => assert.equal(letters.fold(text), folded));
}

// Letters, name, and whether they spell the whole of it; undefined where they do not spell it.
const SPELLINGS: [string, string, boolean | undefined][] = [
  ['zizhu', '紫竹', true],
  ['zz', '紫竹', true],
  ['zizh', '紫竹', true],
  ['zzhu', '紫竹', true],
  ['ziz', '紫竹', true],
  ['zi', '紫竹', false],
  ['z', '紫竹', false],
  ['zhu', '紫竹', false],
  ['zu', '紫竹', undefined],
  ['zhuzi', '紫竹', undefined],
  ['zhongqing', '重庆', true],
  ['chongqing', '重庆', true],
  ['cq', '重庆', true],
  ['xq', '重庆', undefined],
  ['acq', 'a重庆', true],
  ['z', '', undefined],
];
for (const [typed, name, whole] of SPELLINGS) {
  test(`${typed} spells ${name}: ${whole}`, () => {
    assert.equal(letters.spells(typed, name)?.whole, whole);
  });
}

const NAMES = [['紫竹', '小紫'], ['紫竹林'], ['东紫竹'], ['zizhu园'], ['重庆'], ['__proto__']];
const search = new NameSearch(letters, NAMES.length, (node) => NAMES[node], (node) => node);
const SEARCHES: [string, number[]][] = [
  ['紫竹', [0, 1, 2]],
  ['小紫', [0]],
  ['東', [2]],
  ['zizhu', [3, 0, 1, 2]],
  ["zi'zhu", [0, 3, 1, 2]],
  ['zhongqing', [4]],
  ['__PROTO__', [5]],
  ['__proto__', [5]],
  [' ', []],
  ['ABSENT', []],
];
for (const [text, nodes] of SEARCHES) {
  test(`finds ${text}`, () => {
    assert.deepEqual(search.find(text, 10).map(({ node }) => node), nodes);
  });
}

test('tells the alias that was found, and gives no more than wanted', () => {
  assert.deepEqual(search.find('小紫', 5), [{ node: 0, alias: 0 }]);
  assert.equal(search.find('紫', 2).length, 2);
});

// What is plain enough to trust: every way to split the letters over the characters.
function slowlySpells(typed: string, name: string[]): boolean {
  if (typed === '') return true;
  if (name.length === 0) return false;
  const takes = (reading: string): string[] => [reading[0], reading];
  return letters.readings(name[0]).some((reading) => {
    if (reading.startsWith(typed)) return true;
    return takes(reading).some(
      (piece) => typed.startsWith(piece) && slowlySpells(typed.slice(piece.length), name.slice(1)),
    );
  });
}

test('spells as the slow twin does', () => {
  const characters = ['紫', '竹', '重', '庆'];
  const words = ['z', 'i', 'zi', 'zh', 'zhu', 'chong', 'c', 'q', 'qing', 'ong'];
  let spelled = 0;
  for (const a of characters) {
    for (const b of characters) {
      for (const c of words) {
        for (const d of words) {
          for (const e of ['', ...words]) {
            const typed = c + d + e;
            const slow = [0, 1].some((begin) => slowlySpells(typed, [a, b].slice(begin)));
            assert.equal(letters.spells(typed, a + b) !== undefined, slow, `${typed} ${a}${b}`);
            if (slow) ++spelled;
          }
        }
      }
    }
  }
  assert.ok(spelled > 100);
});

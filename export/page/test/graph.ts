// A small graph as the page has it, for the tests.
import type { PartReader } from '../src/parts.js';

export const HEAD = { layout: 1, title: 't', nodes: 5, edges: 5 };

export const TABLES = {
  types: ['person', 'office', 'document'],
  colours: ['#d55e00', '#0072b2', '#aaaaaa'],
  predicates: ['leads', ' co_occurs', 'about'],
  dates: ['', '2018', '2020-05', '2021-03-04'],
  attributes: ['note'],
  each: 2,
  letters: {
    fold: ['東', '东', 'Ａ', 'a', 'A', 'a'],
    pinyin: ['紫', 'zi', '竹', 'zhu', '重', 'chong zhong', '庆', 'qing', '东', 'dong'],
  },
};

// 紫竹 (0) leads 东区 (1); both stand together; 东区 with 重庆 (2); the document (4) is about 0 and 2.
const PARTS: Record<string, unknown[]> = {
  head: [HEAD],
  tables: [TABLES],
  nodes: [
    {
      rows: 3,
      name: ['紫竹', '东区', '重庆'],
      type: [0, 1, 1],
      mentions: [3, 2, 1],
      x: [0, 1, 2],
      aliases: [['小紫', '__proto__'], 0, 0],
      attributes: [[0, '主任'], 0, 0],
      first: [1, 2, 0],
      last: [3, 2, 0],
    },
    { rows: 2, id: ['__proto__', 'document:d'], name: ['A', '一文'], type: [0, 2] },
  ],
  edges: [
    {
      rows: 3,
      source: [0, 0, 1],
      target: [1, 1, 2],
      predicate: [0, 1, 1],
      count: [1, 7, 2],
      confidence: [900, 1000, 1000],
      first: [1, 0, 2],
      last: [1, 0, 2],
      npmi: [null, 250, 100],
    },
    { rows: 2, source: [3, 0], target: [0, 2], predicate: [2, 2] },
  ],
  texts: [
    { rows: 1, document: [0], line: [3], column: [5], text: ['紫竹在东区。'], marks: [[0, 2, 0, 3, 5, 1]] },
    { rows: 1, document: [1], line: [9], text: ['东区办了。'], cut: [3], marks: [[0, 2, 1]] },
  ],
  quotes: [
    { rows: 1, quotes: [[{ r: 0, c: 900, d: 1, l: 3, k: 7, m: 1, p: [0, 2, 3, 1, 0, 2, 0, 0, 2] }, { r: 1, l: 4, f: 0, q: 'x' }]] },
    { rows: 2, quotes: [[0, [0, 1], { all: 7 }], 0] },
  ],
  names: [
    {
      documents: { rows: 2, id: ['a.txt', 'b#2'], file: ['', 'b.txt'], title: ['', '二'], date: ['2019', ''] },
      rules: ['title', 'dictionary'],
      modalities: ['', 'planned'],
      dates: ['', '2018'],
      files: ['d.csv'],
    },
  ],
};

export const readGraph: PartReader = (kind) => (PARTS[kind] ?? []).map((part) => JSON.stringify(part));

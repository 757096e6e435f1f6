// Quotes with the mentions in them marked.
import { foreign, h, harmless } from './dom.js';
import type { Mark, Quote, QuotedText, RelationKey } from './source.js';
import type { Strings } from './strings.js';

/** What a stretch of a text is. */
interface Stretch {
  readonly text: string;
  readonly said: boolean;
  readonly subject: boolean;
  readonly object: boolean;
  /** Another entity, by the shortest mention of one. */
  readonly other: string;
}

// What all of a piece between two cuts is.
function stretchOf(quoted: QuotedText, key: RelationKey, begin: number, end: number): Stretch {
  const marks = quoted.marks.filter((mark) => mark.begin <= begin && mark.end >= end);
  const of = (id: string): boolean => marks.some((mark) => mark.entity.id === id);
  const ends = marks.filter(({ entity }) => entity.id === key.subject || entity.id === key.object);
  const shortest = (ends.length > 0 ? ends : marks).reduce<Mark | undefined>(
    (best, mark) =>
      best === undefined || mark.end - mark.begin <= best.end - best.begin ? mark : best,
    undefined,
  );
  return {
    text: '',
    said: quoted.said.some((span) => span.begin <= begin && span.end >= end),
    subject: of(key.subject),
    object: of(key.object),
    other: shortest?.entity.name ?? '',
  };
}

function alike(a: Stretch, b: Stretch): boolean {
  return (
    a.said === b.said && a.subject === b.subject && a.object === b.object && a.other === b.other
  );
}

/** Cuts a text wherever what it is changes: words that say it, a mention of an end, of another
 *  entity. Mentions may nest and cross. */
export function stretches(quoted: QuotedText, key: RelationKey): Stretch[] {
  const characters = Array.from(quoted.text);
  const places = new Set([0, characters.length]);
  for (const { begin, end } of [...quoted.said, ...quoted.marks]) places.add(begin).add(end);
  const cuts = Array.from(places)
    .filter((place) => place >= 0 && place <= characters.length)
    .sort((a, b) => a - b);
  const found: Stretch[] = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const next = stretchOf(quoted, key, cuts[i], cuts[i + 1]);
    const text = characters.slice(cuts[i], cuts[i + 1]).join('');
    const last = found.at(-1);
    if (last !== undefined && alike(last, next)) {
      found[found.length - 1] = { ...last, text: last.text + text };
    } else {
      found.push({ ...next, text });
    }
  }
  return found;
}

function stretchNode(stretch: Stretch): Node | string {
  const text = harmless(stretch.text);
  const { subject, object, other } = stretch;
  if (subject || object) {
    const kind = subject && object ? 'subject object' : subject ? 'subject' : 'object';
    return h('mark', { class: stretch.said ? `${kind} said` : kind, title: harmless(other) }, text);
  }
  if (other === '' && !stretch.said) return text;
  const name = `${stretch.said ? 'said' : ''} ${other === '' ? '' : 'other'}`.trim();
  return h('span', { class: name, title: other === '' ? undefined : harmless(other) }, text);
}

/** A quoted text, its mentions of both ends marked. */
export function quotedText(quoted: QuotedText, key: RelationKey): HTMLElement {
  const element = h('bdi', { dir: 'auto', class: 'words' });
  if (/\p{Script=Han}/u.test(quoted.text)) element.lang = 'zh';
  if (quoted.cutBefore) element.append('…');
  element.append(...stretches(quoted, key).map(stretchNode));
  if (quoted.cutAfter) element.append('…');
  return element;
}

/** Where a quote stands, as editors jump to it. */
export function placeOf(quote: Quote): string {
  return quote.column > 0
    ? `${quote.file}:${quote.line}:${quote.column}`
    : `${quote.file}:${quote.line}`;
}

/** A quote with its place, rule, date and what else is known. */
export function quoteView(quote: Quote, key: RelationKey, subject: string, strings: Strings): HTMLElement {
  const [first, ...others] = quote.texts;
  const words = h('blockquote');
  if (first !== undefined) words.append(quotedText(first, key));
  else words.append(foreign(quote.cited || subject, 'words'));
  for (const other of others) {
    words.append(h('p', { class: 'elsewhere' }, `${strings.elsewhere} `, quotedText(other, key)));
  }
  const facts = h('p', { class: 'place' }, foreign(placeOf(quote), 'where'));
  if (quote.title !== '') facts.append(foreign(quote.title, 'title'));
  if (quote.date !== '') facts.append(h('span', {}, harmless(quote.date)));
  facts.append(h('span', {}, `${strings.rule} `, foreign(quote.rule)));
  if (quote.confidence < 1) {
    facts.append(h('span', {}, `${strings.confidence} ${quote.confidence.toFixed(2)}`));
  }
  if (quote.modality === 'planned') facts.append(h('span', { class: 'planned' }, strings.planned));
  return h('li', { class: 'quote' }, words, facts);
}

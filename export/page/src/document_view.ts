// A document's text with its mentions, and the quoted place in it.
import { foreign, h, harmless } from './dom.js';
import { nameOf } from './names.js';
import type { DocumentText, EntityHead, Mark, Span } from './source.js';

/** A stretch of a text in which nothing changes. */
export interface Piece {
  readonly text: string;
  readonly entity: EntityHead | undefined;
  /** Inside the quoted place. */
  readonly here: boolean;
}

// Of nested and crossing mentions those that begin first, the longest of them.
function outermost(mentions: readonly Mark[]): Mark[] {
  const sorted = Array.from(mentions).sort((a, b) => a.begin - b.begin || b.end - a.end);
  let end = -1;
  return sorted.filter((mention) => {
    if (mention.begin < end) return false;
    end = mention.end;
    return true;
  });
}

/** Cuts a text at its mentions and at a place. */
export function piecesOf(document: DocumentText, place: Span): Piece[] {
  const characters = Array.from(document.text);
  const mentions = outermost(document.mentions);
  const cuts = new Set([document.from, document.to]);
  for (const { begin, end } of [...mentions, place]) cuts.add(begin).add(end);
  const places = Array.from(cuts)
    .filter((cut) => cut >= document.from && cut <= document.to)
    .sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; ++i) {
    const [begin, end] = [places[i], places[i + 1]];
    while (next < mentions.length && mentions[next].end <= begin) ++next;
    const mention = mentions[next];
    const inside = mention !== undefined && mention.begin <= begin && end <= mention.end;
    pieces.push({
      text: characters.slice(begin - document.from, end - document.from).join(''),
      entity: inside ? mention.entity : undefined,
      here: place.begin <= begin && end <= place.end,
    });
  }
  return pieces;
}

// Line breaks stay; all else that could steer is shown.
function lines(text: string): string {
  return text.split(/\r\n|\r|\n/).map(harmless).join('\n');
}

/** The text; a mention that is pressed is handed to `choose`. */
export function documentText(
  document: DocumentText,
  place: Span,
  choose: (entity: EntityHead) => void,
  colourOf: (type: string) => string,
): HTMLElement {
  const body = h('div', { class: 'document-text', dir: 'auto' });
  if (/\p{Script=Han}/u.test(document.text)) body.lang = 'zh';
  for (const { text, entity, here } of piecesOf(document, place)) {
    const className = here ? 'here' : '';
    if (entity === undefined) {
      body.append(here ? h('mark', { class: className }, lines(text)) : lines(text));
      continue;
    }
    const mention = h(
      'button',
      {
        type: 'button',
        class: `mention ${className}`.trim(),
        title: harmless(nameOf(entity)),
        onclick: () => choose(entity),
      },
      lines(text),
    );
    mention.style.setProperty('--colour', colourOf(entity.type));
    body.append(mention);
  }
  return body;
}

/** Where a document stands and when it was written. */
export function documentFacts(document: DocumentText): HTMLElement {
  const facts = h('p', { class: 'place' }, foreign(document.file, 'where'));
  if (document.date !== '') facts.append(h('span', {}, harmless(document.date)));
  return facts;
}

// The side panel: cards of an entity, of a relation, and of a path.
import { button, fill, foreign, h, harmless } from './dom.js';
import { documentFacts, documentText } from './document_view.js';
import { EntityBox, colourOf } from './entity_box.js';
import { icon } from './icons.js';
import { nameOf } from './names.js';
import type { Choice } from './permalink.js';
import { quotedText, quoteView } from './quote_view.js';
import type {
  Entity,
  EntityHead,
  Evidence,
  Filter,
  GraphSource,
  Quote,
  Relation,
  RelationKey,
} from './source.js';
import { predicateName, typeName, type Strings } from './strings.js';

const RELATIONS_AT_ONCE = 30;
const MOST_ATTRIBUTE = 2000;

export interface CardContext {
  readonly source: GraphSource;
  readonly strings: Strings;
  readonly filter: Filter;
  readonly choose: (choice: Choice) => void;
  readonly centre: (id: string) => void;
  /** The card from which a relation's was opened. */
  readonly cameFrom: Choice | undefined;
}

export function keyOf(relation: Relation): RelationKey {
  return {
    subject: relation.subject.id,
    predicate: relation.predicate,
    object: relation.object.id,
  };
}

function dot(context: CardContext, type: string): HTMLElement {
  const element = h('span', { class: 'dot', 'aria-hidden': 'true' });
  element.style.setProperty('--colour', colourOf(context.source, type));
  return element;
}

/** An entity's name, to be pressed. */
export function entityLink(context: CardContext, entity: EntityHead): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'link',
      title: typeName(context.strings, entity.type),
      onclick: () => context.choose({ kind: 'entity', id: entity.id }),
    },
    dot(context, entity.type),
    foreign(nameOf(entity)),
  );
}

function fact(name: string, ...values: (Node | string)[]): HTMLElement[] {
  return [h('dt', {}, name), h('dd', {}, ...values)];
}

function range(first: string, last: string): string {
  return first === last ? harmless(first) : `${harmless(first)} – ${harmless(last)}`;
}

function entityFacts(entity: Entity, strings: Strings): HTMLElement {
  const facts = h('dl', { class: 'facts' });
  if (entity.aliases.length > 0) {
    const names = entity.aliases.flatMap((alias, i) => [i === 0 ? '' : ' · ', foreign(alias)]);
    facts.append(...fact(strings.aliases, ...names));
  }
  if (entity.mentions > 0) facts.append(...fact(strings.mentions, entity.mentions.toLocaleString('en')));
  if (entity.documents > 0) {
    facts.append(...fact(strings.documents, entity.documents.toLocaleString('en')));
  }
  if (entity.firstSeen !== '') {
    facts.append(...fact(strings.seen, range(entity.firstSeen, entity.lastSeen)));
  }
  for (const [name, value] of entity.attributes) {
    const shown = value.length > MOST_ATTRIBUTE ? `${value.slice(0, MOST_ATTRIBUTE)}…` : value;
    const known = strings.attributeNames.get(name);
    // Lists are joined by bars.
    const text = known === undefined ? shown : shown.replaceAll('|', ' · ');
    facts.append(...fact(known ?? harmless(name), foreign(text)));
  }
  return facts;
}

// The first quote under a relation, once it is there.
async function preview(context: CardContext, key: RelationKey, into: HTMLElement): Promise<void> {
  const { source } = context;
  const { quotes } = await (source.preview?.(key) ?? source.evidence(key));
  const first = quotes[0];
  if (first === undefined) return;
  const words =
    first.texts[0] === undefined
      ? first.cited === '' ? undefined : foreign(first.cited, 'words')
      : quotedText(first.texts[0], key);
  if (words !== undefined) fill(into, words);
}

function arrow(relation: Relation, entity: string): string {
  if (relation.symmetric) return '↔';
  return relation.subject.id === entity ? '→' : '←';
}

function relationItem(context: CardContext, relation: Relation, entity: string): HTMLElement {
  const { strings } = context;
  const key = keyOf(relation);
  const other = relation.subject.id === entity ? relation.object : relation.subject;
  const words = h('div', { class: 'preview' });
  const open = h(
    'button',
    {
      type: 'button',
      class: 'count',
      title: strings.showQuotes(relation.weight),
      'aria-label': strings.showQuotes(relation.weight),
      onclick: () => context.choose({ kind: 'relation', key }),
    },
    relation.weight.toLocaleString('en'),
  );
  void preview(context, key, words);
  return h(
    'li',
    { class: 'relation' },
    h(
      'div',
      { class: 'line' },
      h('span', { class: 'predicate' }, harmless(predicateName(strings, relation.predicate))),
      h('span', { class: 'arrow' }, arrow(relation, entity)),
      entityLink(context, other),
      open,
    ),
    words,
  );
}

function moreButton(list: HTMLElement, items: (() => HTMLElement)[], strings: Strings): HTMLElement {
  let next = 0;
  const more = button({ label: '' }, () => add());
  const add = (): void => {
    const focus = document.activeElement === more;
    const added = items.slice(next, next + RELATIONS_AT_ONCE).map((make) => make());
    next += added.length;
    list.append(...added);
    fill(more, strings.more(items.length - next));
    more.hidden = next >= items.length;
    if (focus) added[0]?.querySelector('button')?.focus();
  };
  add();
  return more;
}

function heading(context: CardContext, title: Node[], back?: Choice): HTMLElement {
  const { strings } = context;
  const head = h('header', { class: 'card-head' });
  if (back !== undefined) {
    head.append(button({ label: strings.back, icon: icon('back') }, () => context.choose(back)));
  }
  head.append(h('h2', { tabindex: '-1' }, ...title));
  head.append(
    button({ label: strings.close, icon: icon('close'), key: 'Esc' }, () =>
      context.choose({ kind: 'none' }),
    ),
  );
  return head;
}

async function entityCard(context: CardContext, id: string): Promise<HTMLElement | undefined> {
  const { source, strings } = context;
  const entity = await source.entity(id);
  if (entity === undefined) return undefined;
  const { rows, all } = await source.relations(id, context.filter);
  const list = h('ul', { class: 'relations' });
  const items = rows.map((relation) => () => relationItem(context, relation, id));
  return h(
    'article',
    { class: 'card' },
    heading(context, [dot(context, entity.type), foreign(nameOf(entity))]),
    h('p', { class: 'kind' }, harmless(typeName(strings, entity.type))),
    h(
      'div',
      { class: 'actions' },
      button({ label: strings.centre, icon: icon('centre'), text: true }, () => context.centre(id)),
      button({ label: strings.pathHere, icon: icon('path'), text: true }, () =>
        context.choose({ kind: 'path', from: id, to: '' }),
      ),
    ),
    entityFacts(entity, strings),
    h('h3', {}, all > 0 ? strings.relations(all) : strings.noRelations),
    list,
    moreButton(list, items, strings),
    ...(rows.length < all ? [h('p', { class: 'note' }, strings.listed(rows.length))] : []),
  );
}

function relationTitle(context: CardContext, relation: Relation): HTMLElement[] {
  const arrows = relation.symmetric ? '↔' : '→';
  return [
    entityLink(context, relation.subject),
    h(
      'span',
      { class: 'predicate' },
      harmless(predicateName(context.strings, relation.predicate)),
      h('span', { class: 'arrow' }, ` ${arrows}`),
    ),
    entityLink(context, relation.object),
  ];
}

function relationFacts(relation: Relation, strings: Strings): HTMLElement {
  const facts = h('dl', { class: 'facts' });
  const weight = strings.weightValue(relation.weight);
  const where = relation.documents > 0 ? ` ${strings.inDocuments(relation.documents)}` : '';
  facts.append(...fact(strings.evidence, weight + where));
  if (!relation.symmetric) facts.append(...fact(strings.confidence, relation.confidence.toFixed(2)));
  if (relation.npmi !== null) facts.append(...fact(strings.npmi, relation.npmi.toFixed(2)));
  if (relation.firstSeen !== '') {
    facts.append(...fact(strings.seen, range(relation.firstSeen, relation.lastSeen)));
  }
  return facts;
}

// Shows the document of a quote; undefined where the source has none.
function textOpener(context: CardContext, quote: Quote): (() => void) | undefined {
  const { place, document: id } = quote;
  if (context.source.text === undefined || place === undefined || id === '') return undefined;
  return () => context.choose({ kind: 'document', id, ...place });
}

function evidenceList(context: CardContext, relation: Relation, evidence: Evidence): HTMLElement[] {
  const { strings, source } = context;
  const { quotes, all } = evidence;
  const list = h('ul', { class: 'quotes' });
  const items = quotes.map(
    (quote: Quote) => () =>
      quoteView(quote, keyOf(relation), nameOf(relation.subject), strings, textOpener(context, quote)),
  );
  const parts = [list, moreButton(list, items, strings)];
  if (quotes.length === 0) parts.push(h('p', { class: 'note' }, strings.noQuotes));
  else if (quotes.length < all) {
    const told = strings.cut(quotes.length, all, source.summary.quotesEach);
    parts.push(h('p', { class: 'note' }, told));
  }
  return parts;
}

async function relationCard(
  context: CardContext,
  key: RelationKey,
): Promise<HTMLElement | undefined> {
  const relation = await context.source.relation(key);
  if (relation === undefined) return undefined;
  const evidence = await context.source.evidence(key);
  return h(
    'article',
    { class: 'card' },
    heading(
      context,
      [h('span', { class: 'ends' }, ...relationTitle(context, relation))],
      context.cameFrom ?? { kind: 'entity', id: key.subject },
    ),
    relationFacts(relation, context.strings),
    ...evidenceList(context, relation, evidence),
  );
}

async function pathResult(context: CardContext, from: string, to: string): Promise<HTMLElement[]> {
  const { source, strings } = context;
  const first = await source.entity(from);
  if (first === undefined || to === '' || (await source.entity(to)) === undefined) {
    return [h('p', { class: 'note' }, strings.pathPick)];
  }
  const steps = await source.path(from, to, context.filter);
  if (steps === undefined) return [h('p', { class: 'note' }, strings.pathNone)];
  const list = h('ol', { class: 'relations steps' });
  let at = from;
  list.append(h('li', {}, entityLink(context, first)));
  for (const step of steps) {
    list.append(relationItem(context, step, at));
    at = step.subject.id === at ? step.object.id : step.subject.id;
  }
  return [h('h3', { role: 'status' }, strings.pathSteps(steps.length)), list];
}

async function pathCard(context: CardContext, from: string, to: string): Promise<HTMLElement> {
  const { source, strings, choose } = context;
  const look = { hint: strings.searchHint, strings, className: 'box', showLabel: true };
  const begin = new EntityBox(source, { ...look, label: strings.pathFrom }, (entity) =>
    choose({ kind: 'path', from: entity.id, to }),
  );
  const end = new EntityBox(source, { ...look, label: strings.pathTo }, (entity) =>
    choose({ kind: 'path', from, to: entity.id }),
  );
  begin.set(await source.entity(from));
  end.set(await source.entity(to));
  const swap = button({ label: strings.pathSwap }, () => choose({ kind: 'path', from: to, to: from }));
  return h(
    'article',
    { class: 'card' },
    heading(context, [h('span', {}, strings.path)]),
    h('div', { class: 'path-ends' }, begin.element, end.element, swap),
    ...(await pathResult(context, from, to)),
  );
}

/** So much is shown before a quoted place. */
const BEFORE_PLACE = 3000;

async function documentCard(
  context: CardContext,
  choice: Choice & { readonly kind: 'document' },
): Promise<HTMLElement | undefined> {
  const { source, strings, choose } = context;
  const text = await source.text?.(choice.id, Math.max(0, choice.begin - BEFORE_PLACE));
  if (text === undefined) return undefined;
  const turn = (label: string, to: number): HTMLElement =>
    button({ label, className: 'small' }, () =>
      choose({ kind: 'document', id: choice.id, begin: to, end: to }),
    );
  const pages = h('p', { class: 'pages' });
  if (text.from > text.begin) pages.append(turn(strings.previous, Math.max(text.begin, text.from - 15_000)));
  if (text.to < text.end) pages.append(turn(strings.next, text.to + BEFORE_PLACE));
  return h(
    'article',
    { class: 'card document' },
    heading(context, [foreign(nameOf({ id: text.id, name: text.title }))], context.cameFrom),
    documentFacts(text),
    documentText(
      text,
      choice,
      (entity) => choose({ kind: 'entity', id: entity.id }),
      (type) => colourOf(source, type),
    ),
    pages,
  );
}

/** The card of a choice; undefined if the graph does not know it. */
export async function cardOf(context: CardContext, choice: Choice): Promise<HTMLElement | undefined> {
  switch (choice.kind) {
    case 'entity':
      return entityCard(context, choice.id);
    case 'relation':
      return relationCard(context, choice.key);
    case 'path':
      return pathCard(context, choice.from, choice.to);
    case 'document':
      return documentCard(context, choice);
    case 'none':
      return undefined;
  }
}

// What is chosen and filtered, and the address that holds it. Nothing in an address is trusted:
// what the graph does not know is let go of.
import type { Filter, RelationKey } from './source.js';
import type { Language } from './strings.js';

/** What the side panel shows. */
export type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'relation'; readonly key: RelationKey }
  | { readonly kind: 'path'; readonly from: string; readonly to: string };

export type Theme = 'light' | 'dark';

export interface State {
  readonly choice: Choice;
  readonly filter: Filter;
  readonly view: 'picture' | 'table';
  /** Undefined: as the browser says. */
  readonly language: Language | undefined;
  readonly theme: Theme | undefined;
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** The part of an address behind `#`. */
export function writeState(state: State): string {
  const params = new URLSearchParams();
  const { choice, filter } = state;
  if (choice.kind === 'entity') params.set('entity', choice.id);
  if (choice.kind === 'relation') {
    params.set('subject', choice.key.subject);
    params.set('predicate', choice.key.predicate);
    params.set('object', choice.key.object);
  }
  if (choice.kind === 'path') {
    params.set('from', choice.from);
    params.set('to', choice.to);
  }
  for (const type of filter.hiddenTypes) params.append('without', type);
  for (const predicate of filter.hiddenPredicates) params.append('without-relation', predicate);
  if (filter.minWeight > 1) params.set('weight', String(filter.minWeight));
  if (filter.since !== '') params.set('since', filter.since);
  if (filter.until !== '') params.set('until', filter.until);
  if (state.view === 'table') params.set('view', 'table');
  if (state.language !== undefined) params.set('lang', state.language);
  if (state.theme !== undefined) params.set('theme', state.theme);
  return params.toString();
}

/** The state that such a text tells. */
export function readState(text: string): State {
  const params = new URLSearchParams(text.replace(/^#/, ''));
  const language = params.get('lang');
  const theme = params.get('theme');
  return {
    choice: readChoice(params),
    filter: readFilter(params),
    view: params.get('view') === 'table' ? 'table' : 'picture',
    language: language === 'zh' || language === 'en' ? language : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
  };
}

function readChoice(params: URLSearchParams): Choice {
  const get = (name: string): string => params.get(name) ?? '';
  if (params.has('entity')) return { kind: 'entity', id: get('entity') };
  if (params.has('subject')) {
    const key = {
      subject: get('subject'),
      predicate: get('predicate'),
      object: get('object'),
    };
    return { kind: 'relation', key };
  }
  if (params.has('from') || params.has('to')) {
    return { kind: 'path', from: get('from'), to: get('to') };
  }
  return { kind: 'none' };
}

function readFilter(params: URLSearchParams): Filter {
  const weight = Number(params.get('weight') ?? '1');
  const date = (name: string): string => {
    const text = params.get(name) ?? '';
    return isDate(text) ? text : '';
  };
  return {
    hiddenTypes: new Set(params.getAll('without')),
    hiddenPredicates: new Set(params.getAll('without-relation')),
    minWeight: Number.isFinite(weight) && weight > 1 ? weight : 1,
    since: date('since'),
    until: date('until'),
  };
}

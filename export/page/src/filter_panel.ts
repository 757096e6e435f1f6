// The legend, which is also the filter: types, predicates, weight and time.
import { button, h, harmless } from './dom.js';
import { isDate } from './permalink.js';
import { NO_FILTER, type Filter, type Summary } from './source.js';
import { predicateName, typeName, type Strings } from './strings.js';

const STEPS = 100;

export interface FilterContext {
  readonly summary: Summary;
  readonly strings: Strings;
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
}

interface Choosable {
  readonly name: string;
  readonly shown: string;
  readonly count: number;
  readonly sign: HTMLElement;
}

function without(set: ReadonlySet<string>, name: string, hidden: boolean): Set<string> {
  const next = new Set(set);
  if (hidden) next.add(name);
  else next.delete(name);
  return next;
}

function choices(
  title: string,
  items: readonly Choosable[],
  hidden: ReadonlySet<string>,
  strings: Strings,
  change: (hidden: Set<string>) => void,
): HTMLElement {
  const list = h('ul', { class: 'choices' });
  for (const item of items) {
    const box = h('input', {
      type: 'checkbox',
      checked: !hidden.has(item.name),
      onchange: () => change(without(hidden, item.name, !box.checked)),
    });
    const shown = harmless(item.shown);
    // Very long ones are cut.
    const label = h('label', { title: shown }, box, item.sign, h('span', { class: 'name' }, shown));
    label.append(h('span', { class: 'number' }, item.count.toLocaleString('en')));
    list.append(h('li', {}, label));
  }
  const all = button({ label: strings.all, className: 'small' }, () => change(new Set()));
  const none = button({ label: strings.none, className: 'small' }, () =>
    change(new Set(items.map(({ name }) => name))),
  );
  return h('fieldset', {}, h('legend', {}, title), h('div', { class: 'both' }, all, none), list);
}

function byCount(a: Choosable, b: Choosable): number {
  return b.count - a.count || (a.name < b.name ? -1 : 1);
}

function typeChoices({ summary, strings, filter, change }: FilterContext): HTMLElement {
  const items = summary.types.map(({ name, colour, count }) => {
    const sign = h('span', { class: 'dot', 'aria-hidden': 'true' });
    sign.style.setProperty('--colour', colour);
    return { name, shown: typeName(strings, name), count, sign };
  });
  return choices(strings.types, items.sort(byCount), filter.hiddenTypes, strings, (hiddenTypes) =>
    change({ ...filter, hiddenTypes }),
  );
}

function predicateChoices({ summary, strings, filter, change }: FilterContext): HTMLElement {
  const items = summary.predicates.map(({ name, symmetric, count }) => {
    const sign = h('span', { class: symmetric ? 'dash' : 'dash directed', 'aria-hidden': 'true' });
    return { name, shown: predicateName(strings, name), count, sign };
  });
  return choices(
    strings.predicates,
    items.sort(byCount),
    filter.hiddenPredicates,
    strings,
    (hiddenPredicates) => change({ ...filter, hiddenPredicates }),
  );
}

/** The weight at a step of the slider: steps grow with the weight. */
export function weightAt(step: number, most: number): number {
  return Math.max(1, Math.round(Math.pow(most, step / STEPS)));
}

/** The step of a weight. */
export function stepOf(weight: number, most: number): number {
  return most <= 1 ? 0 : Math.round((Math.log(weight) / Math.log(most)) * STEPS);
}

function weightChoice({ summary, strings, filter, change }: FilterContext): HTMLElement {
  const told = h('output', { for: 'weight' }, strings.weightValue(filter.minWeight));
  const slider = h('input', {
    id: 'weight',
    type: 'range',
    min: 0,
    max: STEPS,
    value: stepOf(filter.minWeight, summary.maxWeight),
    'aria-valuetext': strings.weightValue(filter.minWeight),
    disabled: summary.maxWeight <= 1,
    oninput: () => {
      const value = strings.weightValue(weightAt(Number(slider.value), summary.maxWeight));
      told.value = value;
      slider.setAttribute('aria-valuetext', value);
    },
    onchange: () =>
      change({ ...filter, minWeight: weightAt(Number(slider.value), summary.maxWeight) }),
  });
  return h(
    'fieldset',
    {},
    h('legend', {}, h('label', { for: 'weight' }, strings.weight)),
    slider,
    told,
  );
}

function dateField(
  id: string,
  label: string,
  value: string,
  hint: string,
  change: (date: string) => void,
): HTMLElement {
  const field = h('input', {
    id,
    type: 'text',
    inputmode: 'numeric',
    maxlength: 10,
    value,
    placeholder: hint,
    onchange: () => {
      const text = field.value.trim();
      const right = text === '' || isDate(text);
      field.setAttribute('aria-invalid', String(!right));
      if (right) change(text);
    },
  });
  return h('label', { for: id }, h('span', {}, label), field);
}

function dateChoice({ summary, strings, filter, change }: FilterContext): HTMLElement | undefined {
  if (summary.firstSeen === '') return undefined;
  return h(
    'fieldset',
    { class: 'dates' },
    h('legend', {}, strings.time),
    dateField('since', strings.since, filter.since, harmless(summary.firstSeen), (since) =>
      change({ ...filter, since }),
    ),
    dateField('until', strings.until, filter.until, harmless(summary.lastSeen), (until) =>
      change({ ...filter, until }),
    ),
    h('p', { class: 'hint' }, strings.dateHint),
  );
}

export function filterPanel(context: FilterContext): HTMLElement[] {
  const { strings, change } = context;
  const dates = dateChoice(context);
  return [
    typeChoices(context),
    predicateChoices(context),
    weightChoice(context),
    ...(dates === undefined ? [] : [dates]),
    button({ label: strings.reset }, () => change(NO_FILTER)),
  ];
}

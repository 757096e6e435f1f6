// The graph as tables, which also screen readers can read.
import { button, fill, foreign, h, harmless } from './dom.js';
import { entityLink, keyOf, type CardContext } from './cards.js';
import type { Entity, EntityOrder, Relation, RelationOrder, Rows, Wanted } from './source.js';
import { predicateName, typeName } from './strings.js';

const ROWS_AT_ONCE = 100;

interface Column<Row, Order> {
  readonly order: Order;
  readonly title: string;
  readonly number?: boolean;
  readonly cell: (row: Row) => Node | string;
}

// One table: its order, its part, and what it is made of.
class Table<Row, Order extends string> {
  readonly element: HTMLElement;
  private order: Order;
  private descending: boolean;
  private from = 0;
  private asked = 0;

  constructor(
    private readonly context: CardContext,
    private readonly caption: string,
    private readonly columns: readonly Column<Row, Order>[],
    first: Order,
    private readonly ask: (wanted: Wanted<Order>) => Promise<Rows<Row>>,
    private readonly text: () => string,
  ) {
    this.order = first;
    this.descending = true;
    this.element = h('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption });
  }

  async draw(from = 0): Promise<void> {
    const asked = ++this.asked;
    this.from = from;
    const wanted = {
      order: this.order,
      descending: this.descending,
      text: this.text(),
      from,
      count: ROWS_AT_ONCE,
    };
    const rows = await this.ask(wanted);
    if (asked !== this.asked) return;
    const focus = document.activeElement?.id ?? '';
    fill(this.element, this.table(rows), this.pager(rows));
    if (focus !== '' && focus !== document.activeElement?.id) document.getElementById(focus)?.focus();
  }

  private table({ rows }: Rows<Row>): HTMLElement {
    const head = h('tr', {}, ...this.columns.map((column) => this.headCell(column)));
    const body = rows.map((row) =>
      h(
        'tr',
        {},
        ...this.columns.map(({ cell, number }) =>
          h('td', { class: number === true ? 'number' : undefined }, cell(row)),
        ),
      ),
    );
    return h(
      'table',
      {},
      h('caption', { class: 'unseen' }, this.caption),
      h('thead', {}, head),
      h('tbody', {}, ...body),
    );
  }

  private headCell(column: Column<Row, Order>): HTMLElement {
    const sorted = column.order === this.order;
    const sort = sorted ? (this.descending ? 'descending' : 'ascending') : 'none';
    const sign = sorted ? (this.descending ? ' ▾' : ' ▴') : '';
    const press = h(
      'button',
      { type: 'button', id: `sort-${column.order}`, onclick: () => this.sortBy(column) },
      column.title,
      h('span', { 'aria-hidden': 'true' }, sign),
    );
    return h(
      'th',
      { scope: 'col', 'aria-sort': sort, class: column.number === true ? 'number' : undefined },
      press,
    );
  }

  private sortBy(column: Column<Row, Order>): void {
    this.descending = column.order === this.order ? !this.descending : column.number === true;
    this.order = column.order;
    void this.draw();
  }

  private pager({ rows, all }: Rows<Row>): HTMLElement {
    const { strings } = this.context;
    const before = button({ label: strings.previous, id: 'rows-before' }, () =>
      void this.draw(Math.max(0, this.from - ROWS_AT_ONCE)),
    );
    const behind = button({ label: strings.next, id: 'rows-behind' }, () =>
      void this.draw(this.from + ROWS_AT_ONCE),
    );
    before.disabled = this.from === 0;
    behind.disabled = this.from + rows.length >= all;
    const first = all === 0 ? 0 : this.from + 1;
    const told = strings.rows(first, this.from + rows.length, all);
    return h('div', { class: 'pager' }, before, h('span', { role: 'status' }, told), behind);
  }
}

function entityTable(context: CardContext, text: () => string): Table<Entity, EntityOrder> {
  const { strings, source, filter } = context;
  const number = (value: number): string => value.toLocaleString('en');
  return new Table<Entity, EntityOrder>(
    context,
    strings.entities,
    [
      { order: 'name', title: strings.name, cell: (entity) => entityLink(context, entity) },
      { order: 'type', title: strings.type, cell: ({ type }) => harmless(typeName(strings, type)) },
      { order: 'degree', title: strings.degree, number: true, cell: ({ degree }) => number(degree) },
      { order: 'mentions', title: strings.mentions, number: true, cell: (e) => number(e.mentions) },
      { order: 'documents', title: strings.documents, number: true, cell: (e) => number(e.documents) },
      { order: 'firstSeen', title: strings.firstSeen, cell: ({ firstSeen }) => harmless(firstSeen) },
    ],
    'degree',
    (wanted) => source.entities(filter, wanted),
    text,
  );
}

function relationTable(context: CardContext, text: () => string): Table<Relation, RelationOrder> {
  const { strings, source, filter, choose } = context;
  const open = (relation: Relation): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        title: strings.showQuotes(relation.weight),
        onclick: () => choose({ kind: 'relation', key: keyOf(relation) }),
      },
      foreign(predicateName(strings, relation.predicate)),
    );
  const count = ({ weight }: Relation): string => weight.toLocaleString('en');
  return new Table<Relation, RelationOrder>(
    context,
    strings.relationsTable,
    [
      { order: 'subject', title: strings.subject, cell: (r) => entityLink(context, r.subject) },
      { order: 'predicate', title: strings.predicate, cell: open },
      { order: 'object', title: strings.object, cell: (r) => entityLink(context, r.object) },
      { order: 'weight', title: strings.evidence, number: true, cell: count },
      { order: 'documents', title: strings.documents, number: true, cell: (r) => String(r.documents) },
      { order: 'firstSeen', title: strings.firstSeen, cell: (r) => harmless(r.firstSeen) },
    ],
    'weight',
    (wanted) => source.allRelations(filter, wanted),
    text,
  );
}

/** What of the table view stays while the rest is drawn anew. */
export interface TableState {
  kind: 'entities' | 'relations';
  text: string;
}

/** Both tables, one of them shown. */
export function tableView(context: CardContext, state: TableState): HTMLElement {
  const { strings } = context;
  const place = h('div', { class: 'table-place' });
  const draw = (): void => {
    const table =
      state.kind === 'entities'
        ? entityTable(context, () => state.text)
        : relationTable(context, () => state.text);
    fill(place, table.element);
    void table.draw();
  };
  const tab = (kind: TableState['kind'], label: string): HTMLButtonElement =>
    button({ label, pressed: state.kind === kind, className: 'tab', id: `tab-${kind}` }, () => {
      state.kind = kind;
      for (const other of ['entities', 'relations'] as const) {
        document.getElementById(`tab-${other}`)?.setAttribute('aria-pressed', String(other === kind));
      }
      draw();
    });
  const field = h('input', {
    id: 'rows-with',
    type: 'search',
    value: state.text,
    placeholder: strings.searchHint,
    oninput: () => {
      state.text = field.value;
      draw();
    },
  });
  draw();
  return h(
    'div',
    { class: 'tables' },
    h(
      'div',
      { class: 'table-bar' },
      tab('entities', strings.entities),
      tab('relations', strings.relationsTable),
      h('label', { for: 'rows-with' }, h('span', {}, strings.tableFilter), field),
    ),
    place,
  );
}

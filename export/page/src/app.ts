// The page: keeps what is chosen and filtered, and draws what depends on it.
import { cardOf, keyOf, type CardContext } from './cards.js';
import { button, fill, foreign, h, harmless } from './dom.js';
import { EntityBox } from './entity_box.js';
import { filterPanel } from './filter_panel.js';
import { openHelp } from './help.js';
import { icon } from './icons.js';
import { listenToKeys } from './keys.js';
import { readState, writeState, type Choice, type State, type Theme } from './permalink.js';
import { canDraw, MOST_DRAWN, Picture, type Chosen } from './picture.js';
import { savePicture } from './save.js';
import type { Drawing, Filter, GraphSource } from './source.js';
import { predicateName, preferredLanguage, STRINGS, type Language, type Strings } from './strings.js';
import { tableView, type TableState } from './table_view.js';

/** The picture moves so that so many neighbours of what is searched for are seen. */
const MOST_AROUND = 40;
const NARROW = '(max-width: 780px)';

export class App {
  private state: State;
  private readonly header = h('header', { class: 'bar' });
  private readonly filters = h('aside', { class: 'filters', id: 'filters' });
  private readonly stage = h('div', { class: 'stage', id: 'stage' });
  private readonly tools = h('div', { class: 'tools' });
  private readonly tables = h('div', { class: 'tables-place', hidden: true });
  private readonly side = h('aside', { class: 'side', id: 'side', hidden: true });
  private readonly status = h('p', { class: 'status', role: 'status' });
  private readonly tableState: TableState = { kind: 'entities', text: '' };
  private picture: Picture | undefined;
  private search: EntityBox | undefined;
  private filtersOpen = !window.matchMedia(NARROW).matches;
  private keysOn = true;
  private cameFrom: Choice | undefined;
  private drawnCards = 0;
  private drawnChoices = 0;

  constructor(
    private readonly source: GraphSource,
    private readonly drawing: Drawing,
    private readonly root: HTMLElement,
  ) {
    this.state = readState(location.hash);
  }

  /** Draws the page for the first time. */
  async start(): Promise<void> {
    const main = h('main', {}, this.stage, this.tools, this.tables, this.status);
    fill(this.root, this.header, h('div', { class: 'body' }, this.filters, main, this.side));
    if (canDraw()) this.makePicture();
    else this.state = { ...this.state, view: 'table' };
    this.dress();
    await this.explore();
    await this.drawShown();
    await this.drawCard(false);
    listenToKeys({
      on: () => this.keysOn,
      press: (key) => this.pressKey(key),
      escape: () => this.escape(),
      pan: (right, down) => this.picture?.pan(right, down),
      stage: this.stage,
    });
    window.addEventListener('hashchange', () => void this.readAddress());
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => this.dress());
    new ResizeObserver(() => this.picture?.resize()).observe(this.stage);
  }

  // Adds what stands around what is chosen to the drawing, and to the tables if they are shown. True
  // if it has grown.
  private async explore(): Promise<boolean> {
    const { source, state } = this;
    if (source.explore === undefined) return false;
    const grown = await source.explore(await this.idsOf(state.choice), state.filter);
    if (grown && this.state.view === 'table') this.drawView();
    return grown;
  }

  private async idsOf(choice: Choice): Promise<string[]> {
    switch (choice.kind) {
      case 'entity':
        return [choice.id];
      case 'relation':
        return [choice.key.subject, choice.key.object];
      case 'path': {
        const walk = (await this.source.path(choice.from, choice.to, this.state.filter)) ?? [];
        const ids = walk.flatMap(({ subject, object }) => [subject.id, object.id]);
        return Array.from(new Set([choice.from, choice.to, ...ids])).filter((id) => id !== '');
      }
      default:
        return [];
    }
  }

  private get language(): Language {
    return this.state.language ?? preferredLanguage(navigator.languages);
  }

  private get strings(): Strings {
    return STRINGS[this.language];
  }

  private get theme(): Theme {
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    return this.state.theme ?? (dark ? 'dark' : 'light');
  }

  private get context(): CardContext {
    return {
      source: this.source,
      strings: this.strings,
      filter: this.state.filter,
      choose: (choice) => void this.choose(choice),
      centre: (id) => this.centre([id]),
      cameFrom: this.cameFrom,
    };
  }

  private makePicture(): void {
    this.picture = new Picture(
      this.stage,
      this.drawing,
      this.source.summary,
      (predicate) => harmless(predicateName(this.strings, predicate)),
      this.theme,
      {
        node: (node) => this.clickNode(this.drawing.head(node).id),
        edge: (edge) => void this.choose({ kind: 'relation', key: this.drawing.key(edge) }),
        stage: () => {
          if (this.state.choice.kind !== 'path') void this.choose({ kind: 'none' });
        },
      },
    );
  }

  // While a path is looked for, clicks choose its ends.
  private clickNode(id: string): void {
    const { choice } = this.state;
    const asks = choice.kind === 'path' && (choice.from === '' || choice.to === '');
    if (!asks) void this.choose({ kind: 'entity', id });
    else if (choice.from === '') void this.choose({ ...choice, from: id });
    else void this.choose({ ...choice, to: id });
  }

  // All that depends on language and theme.
  private dress(): void {
    const { strings, theme } = this;
    const root = document.documentElement;
    root.lang = this.language === 'zh' ? 'zh-Hans' : 'en';
    root.dataset['theme'] = theme;
    document.title = strings.title(harmless(this.source.summary.title));
    this.picture?.setTheme(theme);
    this.picture?.setEdgeNames((predicate) => harmless(predicateName(strings, predicate)));
    this.drawHeader();
    this.drawFilters();
    this.drawTools();
    this.stage.tabIndex = 0;
    this.stage.setAttribute('role', 'application');
    this.stage.setAttribute('aria-label', strings.pictureHelp);
    this.side.setAttribute('aria-label', strings.details);
    this.filters.setAttribute('aria-label', strings.filters);
    this.drawView();
  }

  private drawHeader(): void {
    const { strings, source } = this;
    this.search = new EntityBox(
      source,
      {
        label: strings.search,
        hint: `${strings.search} · ${strings.searchHint}`,
        strings,
        className: 'box search',
        showLabel: false,
      },
      (entity) => void this.choose({ kind: 'entity', id: entity.id }, true),
    );
    this.search.element.prepend(icon('search'));
    const title = h('h1', {}, foreign(source.summary.title));
    fill(this.header, title, this.search.element, h('nav', { class: 'buttons' }, ...this.buttons()));
  }

  private buttons(): HTMLElement[] {
    const { strings, state, theme } = this;
    const table = state.view === 'table';
    return [
      button(
        { label: strings.filters, icon: icon('filter'), key: 'F', expanded: this.filtersOpen },
        () => this.pressKey('f'),
      ),
      button(
        { label: strings.path, icon: icon('path'), key: 'P', pressed: state.choice.kind === 'path' },
        () => this.pressKey('p'),
      ),
      button({ label: strings.table, icon: icon('table'), key: 'T', pressed: table }, () =>
        this.pressKey('t'),
      ),
      button(
        {
          label: theme === 'dark' ? strings.light : strings.dark,
          icon: icon(theme === 'dark' ? 'sun' : 'moon'),
          key: 'D',
        },
        () => this.pressKey('d'),
      ),
      button({ label: strings.language, className: 'button', key: 'L' }, () => this.pressKey('l')),
      button({ label: strings.help, icon: icon('help'), key: '?' }, () => this.pressKey('?')),
    ];
  }

  private drawTools(): void {
    const { strings } = this;
    const save = (ending: 'png' | 'svg'): void => void this.save(ending);
    const menu = h(
      'details',
      { class: 'menu' },
      h('summary', { 'aria-label': strings.save, title: strings.save }, icon('save')),
      h(
        'div',
        {},
        button({ label: strings.savePng }, () => save('png')),
        button({ label: strings.saveSvg }, () => save('svg')),
      ),
    );
    fill(
      this.tools,
      button({ label: strings.zoomIn, icon: icon('plus'), key: '+' }, () => this.pressKey('+')),
      button({ label: strings.zoomOut, icon: icon('minus'), key: '−' }, () => this.pressKey('-')),
      button({ label: strings.fit, icon: icon('fit'), key: '0' }, () => this.pressKey('0')),
      menu,
    );
  }

  private async save(ending: 'png' | 'svg'): Promise<void> {
    this.tools.querySelector('details')?.removeAttribute('open');
    if (this.picture === undefined) return;
    const name = await savePicture(this.picture, this.source.summary.title, ending);
    fill(this.status, this.strings.saved(name));
  }

  private drawFilters(): void {
    this.filters.hidden = !this.filtersOpen;
    const focus = document.activeElement;
    const place = Array.from(this.filters.querySelectorAll('input,button')).findIndex(
      (element) => element === focus,
    );
    fill(
      this.filters,
      ...filterPanel({
        summary: this.source.summary,
        strings: this.strings,
        filter: this.state.filter,
        change: (filter) => void this.setFilter(filter),
      }),
    );
    const again = this.filters.querySelectorAll<HTMLElement>('input,button')[place];
    again?.focus();
  }

  private async setFilter(filter: Filter): Promise<void> {
    this.update({ filter });
    this.drawFilters();
    this.drawView();
    await this.drawShown();
    await this.drawCard(false);
  }

  private drawView(): void {
    const table = this.state.view === 'table';
    this.root.classList.toggle('as-table', table);
    this.stage.hidden = table;
    this.tools.hidden = table;
    this.tables.hidden = !table;
    if (table) fill(this.tables, ...this.noPicture(), tableView(this.context, this.tableState));
    else fill(this.tables);
  }

  private noPicture(): HTMLElement[] {
    if (this.picture !== undefined) return [];
    const { strings, source } = this;
    const told = source.explore === undefined ? strings.noPicture : strings.noPictureServed;
    return [h('p', { class: 'note', role: 'alert' }, told)];
  }

  private async drawShown(): Promise<void> {
    const { strings } = this;
    const chosen = await this.chosenBy(this.state.choice);
    const shown = await this.source.shown(this.state.filter, MOST_DRAWN);
    this.picture?.show(shown, chosen);
    const drawn = shown.edges.length;
    const told = strings.shown(shown.nodeCount, shown.edgeCount);
    const cut = drawn < shown.edgeCount ? ` · ${strings.drawn(drawn, shown.edgeCount)}` : '';
    const { entities } = this.source.summary;
    const part = this.source.explore !== undefined && shown.nodeCount < entities;
    fill(this.status, told + cut + (part ? ` · ${strings.partOf(entities)}` : ''));
  }

  private update(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    const hash = writeState(this.state);
    if (hash === location.hash.slice(1)) return;
    try {
      history.pushState(null, '', `#${hash}`);
    } catch {
      // Some browsers allow a file few of these calls.
      location.hash = hash;
    }
  }

  private async choose(choice: Choice, move = false): Promise<void> {
    const before = this.state.choice;
    if (choice.kind === 'relation' && (before.kind === 'entity' || before.kind === 'path')) {
      this.cameFrom = before;
    }
    if (choice.kind === 'document' && before.kind !== 'document') this.cameFrom = before;
    if (choice.kind !== 'relation' && choice.kind !== 'document') this.cameFrom = undefined;
    this.update({ choice });
    this.drawHeaderState();
    await Promise.all([this.drawGrown(), this.drawCard(true)]);
    if (move && choice.kind === 'entity') this.centre(await this.around(choice.id));
  }

  // An entity and its nearest ones.
  private async around(id: string): Promise<string[]> {
    const { rows } = await this.source.relations(id, this.state.filter);
    const others = rows.map(({ subject, object }) => (subject.id === id ? object : subject).id);
    return [id, ...others.slice(0, MOST_AROUND)];
  }

  // Pressed buttons only, so that the search keeps its place.
  private drawHeaderState(): void {
    const nav = this.header.querySelector('nav');
    const focus = document.activeElement;
    const place = nav === null ? -1 : Array.from(nav.children).findIndex((child) => child === focus);
    nav?.replaceChildren(...this.buttons());
    if (place >= 0) (nav?.children[place] as HTMLElement).focus();
  }

  // What is chosen, in a drawing that may have grown for it.
  private async drawGrown(): Promise<void> {
    if (!(await this.explore())) return this.drawChoice();
    ++this.drawnChoices;
    await this.drawShown();
  }

  private async drawChoice(): Promise<void> {
    const drawn = ++this.drawnChoices;
    const chosen = await this.chosenBy(this.state.choice);
    if (drawn === this.drawnChoices) this.picture?.choose(chosen);
  }

  private async drawCard(moveFocus: boolean): Promise<void> {
    const drawn = ++this.drawnCards;
    const { choice } = this.state;
    const card = await cardOf(this.context, choice);
    if (drawn !== this.drawnCards) return;
    const hadFocus = this.side.contains(document.activeElement);
    this.side.hidden = card === undefined;
    fill(this.side, ...(card === undefined ? [] : [card]));
    this.side.scrollTop = 0;
    card?.querySelector('.document-text .here')?.scrollIntoView({ block: 'center' });
    if (!moveFocus) return;
    if (card === undefined && hadFocus) this.stage.focus();
    else if (choice.kind === 'path') this.focusOnPath(choice);
    else card?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private focusOnPath({ from, to }: { from: string; to: string }): void {
    const fields = this.side.querySelectorAll('input');
    if (from === '') fields[0]?.focus();
    else if (to === '') fields[1]?.focus();
    else this.side.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private async chosenBy(choice: Choice): Promise<Chosen | undefined> {
    const { source, drawing, state } = this;
    if (choice.kind === 'none' || choice.kind === 'document') return undefined;
    const main = new Set<number>();
    const nodes = new Set<number>();
    const edges = new Set<number>();
    const add = (id: string): void => {
      const node = drawing.node(id);
      if (node >= 0) nodes.add(node);
    };
    const ids =
      choice.kind === 'entity'
        ? [choice.id]
        : choice.kind === 'path'
          ? [choice.from, choice.to]
          : [choice.key.subject, choice.key.object];
    for (const id of ids) if (drawing.node(id) >= 0) main.add(drawing.node(id));
    const relations =
      choice.kind === 'entity'
        ? (await source.relations(choice.id, state.filter)).rows
        : choice.kind === 'path'
          ? ((await source.path(choice.from, choice.to, state.filter)) ?? [])
          : [await source.relation(choice.key)].filter((relation) => relation !== undefined);
    for (const relation of relations) {
      add(relation.subject.id);
      add(relation.object.id);
      const edge = drawing.edge(keyOf(relation));
      if (edge >= 0) edges.add(edge);
    }
    if (main.size === 0) return undefined;
    for (const node of main) nodes.add(node);
    return { main, nodes, edges };
  }

  private centre(ids: readonly string[]): void {
    if (this.picture === undefined) return;
    if (this.state.view === 'table') return;
    this.picture.focus(ids.map((id) => this.drawing.node(id)).filter((node) => node >= 0));
  }

  private async readAddress(): Promise<void> {
    if (location.hash.slice(1) === writeState(this.state)) return;
    const before = this.state;
    this.state = readState(location.hash);
    if (this.picture === undefined) this.state = { ...this.state, view: 'table' };
    if (writeState({ ...before, choice: this.state.choice }) !== writeState(this.state)) {
      this.dress();
      await this.explore();
      await this.drawShown();
    } else {
      this.drawHeaderState();
      await this.drawGrown();
    }
    await this.drawCard(false);
  }

  private escape(): void {
    const menu = this.tools.querySelector('details[open]');
    if (menu !== null) menu.removeAttribute('open');
    else if (this.state.choice.kind !== 'none') void this.choose({ kind: 'none' });
  }

  private pressKey(key: string): void {
    const { choice } = this.state;
    switch (key) {
      case '/':
        this.search?.input.focus();
        this.search?.input.select();
        break;
      case 'f':
        this.filtersOpen = !this.filtersOpen;
        this.filters.hidden = !this.filtersOpen;
        this.drawHeaderState();
        break;
      case 't':
        if (this.picture === undefined) break;
        this.update({ view: this.state.view === 'table' ? 'picture' : 'table' });
        this.drawHeaderState();
        this.drawView();
        break;
      case 'p':
        void this.choose(choice.kind === 'path' ? { kind: 'none' } : this.newPath(choice));
        break;
      case 'd':
        this.update({ theme: this.theme === 'dark' ? 'light' : 'dark' });
        this.redress();
        break;
      case 'l':
        this.update({ language: this.language === 'zh' ? 'en' : 'zh' });
        this.redress();
        break;
      case '+':
      case '-':
        this.picture?.zoom(key === '+' ? 1 / 1.5 : 1.5);
        break;
      case '0':
        this.picture?.focus([]);
        break;
      case '?':
        openHelp({
          strings: this.strings,
          served: this.source.explore !== undefined,
          keysOn: this.keysOn,
          setKeysOn: (on) => {
            this.keysOn = on;
          },
        });
        break;
    }
  }

  private newPath(choice: Choice): Choice {
    return { kind: 'path', from: choice.kind === 'entity' ? choice.id : '', to: '' };
  }

  // Draws all texts anew; the button that asked for it keeps the focus.
  private redress(): void {
    const nav = this.header.querySelector('nav');
    const focus = document.activeElement;
    const place = nav === null ? -1 : Array.from(nav.children).findIndex((child) => child === focus);
    this.dress();
    if (place >= 0) (this.header.querySelector('nav')?.children[place] as HTMLElement).focus();
    void this.drawShown();
    void this.drawCard(false);
  }
}

// A field in which an entity is typed and chosen from suggestions (the combobox pattern of ARIA).
import { fill, foreign, h } from './dom.js';
import { nameOf } from './names.js';
import type { EntityHead, GraphSource, Hit } from './source.js';
import { typeName, type Strings } from './strings.js';

const MOST_HITS = 12;
let boxes = 0;

export interface BoxLook {
  readonly label: string;
  readonly hint: string;
  readonly strings: Strings;
  readonly className: string;
  readonly showLabel: boolean;
}

export class EntityBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly id = `box-${++boxes}`;
  private hits: readonly Hit[] = [];
  private active = -1;
  private asked = 0;

  constructor(
    private readonly source: GraphSource,
    private readonly look: BoxLook,
    private readonly choose: (entity: EntityHead) => void,
  ) {
    const listId = `${this.id}-list`;
    this.input = h('input', {
      id: this.id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: look.hint,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': listId,
      oninput: () => void this.suggest(),
      onfocus: () => void this.suggest(),
      onblur: () => this.close(),
      onkeydown: (event: KeyboardEvent) => this.press(event),
    });
    this.list = h('ul', {
      id: listId,
      role: 'listbox',
      class: 'suggestions',
      'aria-label': look.strings.suggestions,
      hidden: true,
    });
    this.status = h('div', { class: 'unseen', role: 'status' });
    const label = h('label', { for: this.id, class: look.showLabel ? '' : 'unseen' }, look.label);
    this.element = h('div', { class: look.className }, label, this.input, this.list, this.status);
  }

  /** Shows an entity as chosen. */
  set(entity: EntityHead | undefined): void {
    this.input.value = entity === undefined ? '' : nameOf(entity);
  }

  private async suggest(): Promise<void> {
    const asked = ++this.asked;
    const text = this.input.value;
    const hits = text.trim() === '' ? [] : await this.source.search(text, MOST_HITS);
    // Answers may come out of order.
    if (asked !== this.asked || document.activeElement !== this.input) return;
    this.hits = hits;
    this.active = -1;
    this.draw(text.trim() !== '');
  }

  private draw(asked: boolean): void {
    const { strings } = this.look;
    fill(this.list, ...this.hits.map((hit, i) => this.option(hit, i)));
    if (asked && this.hits.length === 0) {
      this.list.append(h('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, strings.nothingFound));
    }
    this.list.hidden = !asked;
    this.input.setAttribute('aria-expanded', String(asked));
    this.input.removeAttribute('aria-activedescendant');
    const told = this.hits.length > 0 ? strings.found(this.hits.length) : strings.nothingFound;
    fill(this.status, asked ? told : '');
  }

  private option(hit: Hit, i: number): HTMLElement {
    const { strings } = this.look;
    const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
    dot.style.setProperty('--colour', colourOf(this.source, hit.entity.type));
    const item = h(
      'li',
      {
        id: `${this.id}-${i}`,
        role: 'option',
        'aria-selected': 'false',
        // Before the field loses the focus.
        onmousedown: (event: MouseEvent) => {
          event.preventDefault();
          this.take(i);
        },
      },
      dot,
      foreign(nameOf(hit.entity), 'name'),
    );
    if (hit.alias !== '') {
      item.append(h('span', { class: 'alias' }, `${strings.alias} `, foreign(hit.alias)));
    }
    item.append(h('span', { class: 'kind' }, typeName(strings, hit.entity.type)));
    return item;
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) this.move(event.key === 'ArrowDown' ? 1 : -1);
      else void this.suggest();
    } else if (event.key === 'Enter' && open && this.hits.length > 0) {
      event.preventDefault();
      this.take(Math.max(this.active, 0));
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      this.close();
    }
  }

  private move(by: number): void {
    const count = this.hits.length;
    if (count === 0) return;
    const before = this.list.children[this.active];
    before?.setAttribute('aria-selected', 'false');
    this.active = (this.active + by + count + (this.active < 0 && by < 0 ? 1 : 0)) % count;
    const item = this.list.children[this.active];
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', item.id);
  }

  private take(i: number): void {
    const { entity } = this.hits[i];
    this.set(entity);
    this.close();
    this.choose(entity);
  }

  private close(): void {
    ++this.asked;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

/** The colour of a type. */
export function colourOf(source: GraphSource, type: string): string {
  return source.summary.types.find(({ name }) => name === type)?.colour ?? '#808080';
}

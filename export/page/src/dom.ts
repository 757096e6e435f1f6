// Making elements. Texts from the graph go in as text nodes and attribute values only.

type Child = Node | string;
type Handler = (event: never) => void;
type Props = Readonly<Record<string, string | number | boolean | Handler | undefined>>;

/** An element. A property that is a function listens to the event it is named after (`onclick`);
 *  others are attributes, of which false and undefined ones are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as unknown as EventListener);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children);
  return element;
}

/** Replaces what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children);
}

// Characters that could steer what stands around them: controls, line separators, and those that
// override or isolate the direction of writing.
const STEERING = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A text that is harmless wherever it is drawn. */
export function harmless(text: string): string {
  return text.replace(STEERING, '\uFFFD');
}

const HAN = /\p{Script=Han}/u;

/** A name or other text from the graph, apart from the writing direction around it. */
export function foreign(text: string, className?: string): HTMLElement {
  // Browsers choose the shapes of Han characters by language.
  const lang = HAN.test(text) ? 'zh' : undefined;
  return h('bdi', { dir: 'auto', lang, class: className }, harmless(text));
}

export interface ButtonLook {
  readonly label: string;
  readonly icon?: Node;
  readonly text?: boolean;
  readonly className?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly key?: string;
  readonly id?: string;
}

/** A button with an icon, its label, or both. */
export function button(look: ButtonLook, press: () => void): HTMLButtonElement {
  const { label, icon, text = icon === undefined, key } = look;
  const element = h('button', {
    type: 'button',
    id: look.id,
    class: look.className ?? (text ? 'button' : 'button icon'),
    title: key === undefined ? label : `${label} (${key})`,
    'aria-label': text ? undefined : label,
    'aria-pressed': look.pressed === undefined ? undefined : String(look.pressed),
    'aria-expanded': look.expanded === undefined ? undefined : String(look.expanded),
    onclick: press,
  });
  if (icon !== undefined) element.append(icon);
  if (text) element.append(h('span', {}, label));
  return element;
}

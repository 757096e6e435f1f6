// Keys of the page. Single keys do nothing while something is typed, and can be turned off.

export interface KeyContext {
  readonly on: () => boolean;
  readonly press: (key: string) => void;
  readonly escape: () => void;
  readonly pan: (right: number, down: number) => void;
  readonly stage: HTMLElement;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.08, 0],
  ArrowRight: [0.08, 0],
  ArrowUp: [0, -0.08],
  ArrowDown: [0, 0.08],
};

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('textarea, select, [contenteditable]') ||
      (target instanceof HTMLInputElement && !['checkbox', 'range'].includes(target.type)))
  );
}

export function listenToKeys(context: KeyContext): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'Escape') {
      context.escape();
      return;
    }
    const arrow = event.target === context.stage ? ARROWS[event.key] : undefined;
    if (arrow !== undefined) {
      event.preventDefault();
      context.pan(arrow[0], arrow[1]);
      return;
    }
    const key = event.key === '=' ? '+' : event.key.toLowerCase();
    if (!context.on() || isTyped(event.target) || !'/ftpdl+-0?'.includes(key)) return;
    event.preventDefault();
    context.press(key);
  });
}

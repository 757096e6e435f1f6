// The help, in a dialog of the browser's own, which keeps the focus and closes on Escape.
import { button, h } from './dom.js';
import { icon } from './icons.js';
import type { Strings } from './strings.js';

export interface HelpContext {
  readonly strings: Strings;
  readonly keysOn: boolean;
  readonly setKeysOn: (on: boolean) => void;
}

function licences(): string {
  return document.getElementById('licences')?.textContent ?? '';
}

/** Opens the help over the page. */
export function openHelp({ strings, keysOn, setKeysOn }: HelpContext): void {
  const keys = strings.keyList.flatMap(([key, what]) => [
    h('dt', {}, h('kbd', {}, key)),
    h('dd', {}, what),
  ]);
  const box = h('input', {
    type: 'checkbox',
    checked: keysOn,
    onchange: () => setKeysOn(box.checked),
  });
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title', onclose: () => dialog.remove() },
    h(
      'header',
      { class: 'card-head' },
      h('h2', { id: 'help-title' }, strings.help),
      button({ label: strings.close, icon: icon('close'), key: 'Esc' }, () => dialog.close()),
    ),
    h('h3', {}, strings.keys),
    h('dl', { class: 'keys' }, ...keys),
    h('p', {}, h('label', {}, box, ` ${strings.keysOn}`)),
    h('p', {}, strings.searchHelp),
    h('p', {}, strings.linkHelp),
    h('p', {}, strings.offline),
    h(
      'details',
      {},
      h('summary', {}, strings.licences),
      h('pre', { tabindex: '0' }, licences()),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

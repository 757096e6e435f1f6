// Begins as soon as the graph is read; quotes may still be on their way.
import { App } from './app.js';
import { h } from './dom.js';
import { EmbeddedSource } from './embedded_source.js';
import { pageParts } from './parts.js';
import { preferredLanguage, STRINGS } from './strings.js';

function whenLoaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

async function begin(root: HTMLElement): Promise<void> {
  const source = new EmbeddedSource(pageParts(document), whenLoaded());
  await new App(source, await source.drawing(), root).start();
  // For measuring: the first picture is seen, and the search can be used.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => setTimeout(() => performance.mark('zhitu-ready')));
  });
}

const root = document.getElementById('page');
if (root !== null) {
  begin(root).catch((error: unknown) => {
    console.error(error);
    const strings = STRINGS[preferredLanguage(navigator.languages)];
    root.replaceChildren(h('p', { class: 'note broken', role: 'alert' }, strings.broken));
  });
}

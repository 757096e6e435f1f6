// Begins as soon as the graph is read; quotes may still be on their way.
import { App } from './app.js';
import { h } from './dom.js';
import { serverAt } from './api.js';
import { EmbeddedSource } from './embedded_source.js';
import { pageParts } from './parts.js';
import { ServedSource } from './served_source.js';
import type { GraphSource } from './source.js';
import { preferredLanguage, STRINGS } from './strings.js';

function whenLoaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

// Where the server is that the page names; undefined if the graph stands in the page.
function serverPart(): string | undefined {
  return pageParts(document)('server')[0];
}

async function openSource(root: HTMLElement): Promise<GraphSource> {
  const read = pageParts(document);
  const server = serverPart();
  if (server === undefined) return new EmbeddedSource(read, whenLoaded());
  window.addEventListener('unhandledrejection', () => tellLost(root));
  const { api } = JSON.parse(server) as { readonly api: string };
  return ServedSource.open(serverAt(api));
}

function tellLost(root: HTMLElement): void {
  if (root.querySelector('.lost') !== null) return;
  const strings = STRINGS[preferredLanguage(navigator.languages)];
  root.prepend(h('p', { class: 'note broken lost', role: 'alert' }, strings.lost));
}

async function begin(root: HTMLElement): Promise<void> {
  const source = await openSource(root);
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
    const told = serverPart() === undefined ? strings.broken : strings.lost;
    root.replaceChildren(h('p', { class: 'note broken', role: 'alert' }, told));
  });
}

// A page in Chromium, watched: what goes wrong in it is a fault of the test that opened it.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';

const ALWAYS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// WebGL without a graphics card.
const WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const NO_WEBGL = ['--disable-3d-apis'];

/** Starts a browser with a fresh profile. */
export function startBrowser({ webgl = true } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...ALWAYS, ...(webgl ? WEBGL : NO_WEBGL)],
  });
}

/** Opens a file; the address may have a part behind `#`. Options are those of a browser context. */
export async function openPage(browser, file, options = {}) {
  const { hash = '', ...rest } = options;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  const faults = watch(page);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(`file://${file}${hash}`);
  await ready(page);
  return {
    page,
    /** Closes it, and fails if anything went wrong in it. */
    async close() {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Waits until the first picture is seen and the search can be used. */
export function ready(page) {
  return page.waitForFunction(() => performance.getEntriesByName('zhitu-ready').length > 0);
}

function watch(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.stack}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // What the graphics driver thinks of speed is not ours.
    if (/GL Driver Message/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  page.on('popup', (popup) => faults.push(`popup: ${popup.url()}`));
  return faults;
}

/** Types into a field and chooses the first suggestion by keys. */
export async function choose(page, field, text) {
  await field.fill(text);
  await page.locator('[role=listbox]:visible [role=option]').first().waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
}

/** The search field. */
export function search(page) {
  return page.locator('header [role=combobox]');
}

/** The name on the card that is open. */
export function cardName(page) {
  return page.locator('#side h2').innerText();
}

/** What is wrong with an XML text; empty if nothing is. */
export async function xmlFault(browser, text) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const fault = await page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, 'image/svg+xml');
    return read.querySelector('parsererror')?.textContent ?? '';
  }, text);
  await context.close();
  return fault;
}

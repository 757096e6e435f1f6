// How long a page takes in Chromium: until the first picture is seen and the search can be used, then to find an entity, to open its
// card, to filter. Milliseconds, the median and all of some rounds, each in a fresh browser with a fresh profile.
//   (cd tests/browser && npm ci) && node tests/bench/page_times.mjs PAGE.html... [--rounds N] [--find TEXT]
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { openPage, search, startBrowser } = await import('../browser/browser.mjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, find: { type: 'string', default: 'zg' } },
});
if (positionals.length === 0) throw new Error('usage: page_times.mjs PAGE.html... [--rounds N] [--find TEXT]');

// Milliseconds until a condition holds after an action, and a frame is drawn.
async function timed(page, action, condition) {
  const begin = performance.now();
  await action();
  await page.waitForFunction(condition);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return performance.now() - begin;
}

async function round(file) {
  const browser = await startBrowser();
  const { page, close } = await openPage(browser, file);
  const ready = await page.evaluate(() => performance.getEntriesByName('zhitu-ready')[0].startTime);
  const find = await timed(page, () => search(page).fill(values.find), () => {
    return document.querySelectorAll('[role=option][id]').length > 0;
  });
  const card = await timed(page, () => search(page).press('Enter'), () => {
    return document.querySelector('#side .relation') !== null;
  });
  const before = await page.locator('main .status').innerText();
  const filter = await timed(
    page,
    () => page.locator('#filters input[type=checkbox]').first().uncheck(),
    `document.querySelector('main .status').innerText !== ${JSON.stringify(before)}`,
  );
  await close();
  await browser.close();
  return { ready, find, card, filter };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

for (const name of positionals) {
  const file = resolve(name);
  const rounds = [];
  for (let i = 0; i < Number(values.rounds); ++i) rounds.push(await round(file));
  const { size } = await stat(file);
  console.log(`${name} (${(size / 1e6).toFixed(1)} MB)`);
  for (const key of Object.keys(rounds[0])) {
    const all = rounds.map((times) => Math.round(times[key]));
    console.log(`  ${key.padEnd(7)} ${String(median(all)).padStart(6)} ms  of ${all.join(' ')}`);
  }
}

// A graph whose names try to break out of the page stays inert.
//   PAGES=<folder with hostile.html> node --test hostile.test.mjs
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { choose, openPage, search, startBrowser, xmlFault } from './browser.mjs';

const PAGE = join(process.env.PAGES, 'hostile.html');
const NAMES = JSON.parse(await readFile(join(process.env.PAGES, 'hostile.json'), 'utf8'));

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

// No element but the page's own, and nothing has run.
async function expectInert(page) {
  const found = await page.evaluate(() => ({
    odd: document.querySelectorAll('img, iframe, object, embed, form, b, base, a[href^="javascript"]').length,
    scripts: Array.from(document.scripts, ({ type }) => type).filter((type) => type === '').length,
    hit: window.hit,
    polluted: {}.polluted,
  }));
  assert.deepEqual(found, { odd: 0, scripts: 1, hit: undefined, polluted: undefined });
}

test('names do nothing in any view', async () => {
  const { page, close } = await openPage(browser, PAGE);
  await expectInert(page);
  for (const name of NAMES) {
    await choose(page, search(page), name);
    await page.locator('#side h2').waitFor();
    await page.waitForTimeout(60);
    await expectInert(page);
  }
  await page.locator('#side .relation .count').first().click();
  await page.locator('#side .quote').first().waitFor();
  await expectInert(page);
  await page.keyboard.press('t');
  await page.locator('tbody tr').first().waitFor();
  await expectInert(page);
  await close();
});

test('names that steer the writing direction stay apart', async () => {
  const { page, close } = await openPage(browser, PAGE, { hash: '#view=table' });
  await page.locator('tbody tr').first().waitFor();
  const bad = await page.evaluate(() =>
    Array.from(document.querySelectorAll('tbody bdi'), (element) => [element.dir, element.textContent]).filter(
      ([dir, text]) => dir !== 'auto' || /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(text),
    ),
  );
  assert.deepEqual(bad, []);
  await close();
});

test('a picture with such names is saved as an SVG that is well formed and inert', async () => {
  const { page, close } = await openPage(browser, PAGE);
  await page.locator('.menu summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存为 SVG 图片' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  await close();
  assert.ok(!/<script|<img|<image|onerror=|href/i.test(text.replace(/<(text|title)[^>]*>[^<]*</g, '')));
  assert.equal(await xmlFault(browser, text), '');
});

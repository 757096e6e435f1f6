// The page over `zhitu serve`, used as people use it.
//   ZHITU=<program> PAGES=<folder with zhengzhou.zhitu> node --test serve.test.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cardName, choose, openPage, ready, search, startBrowser } from './browser.mjs';

let browser;
let server;
let address;
before(async () => {
  browser = await startBrowser();
  ({ server, address } = await serve(join(process.env.PAGES, 'zhengzhou.zhitu')));
});
after(async () => {
  await browser.close();
  server.kill('SIGTERM');
});

// Starts a server at a free port, and gives its address once it listens.
function serve(graph) {
  return new Promise((resolve, reject) => {
    const started = spawn(process.env.ZHITU, ['serve', graph, '--port', '0', '--jobs', '2']);
    let told = '';
    started.stderr.on('data', (bytes) => {
      told += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(told);
      if (found !== null) resolve({ server: started, address: found[0] });
    });
    started.on('exit', (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
}

function serveTest(name, options, run) {
  test(name, async () => {
    const { page, close } = await openPage(browser, address, { server: address, ...options });
    await run(page);
    await close();
  });
}

const status = (page) => page.locator('main .status').innerText();

serveTest('begins with the best connected entities', {}, async (page) => {
  assert.equal(await page.title(), 'zhengzhou – 知识图谱');
  assert.match(await status(page), /^\d+ 个实体，\d+ 条关系/);
  const shown = await page.screenshot({ clip: { x: 300, y: 100, width: 800, height: 600 } });
  assert.ok(shown.length > 20_000, 'the picture is empty');
});

serveTest('finds 紫竹, shows its card, a quote, and the text around it', {}, async (page) => {
  await choose(page, search(page), '紫竹');
  await page.locator('#side .relation').first().waitFor();
  assert.equal(await cardName(page), '紫竹社区');
  assert.equal(await page.locator('#side .relation').count(), 20);
  const first = page.locator('#side .relation').first();
  await first.locator('.words mark').first().waitFor();
  assert.match(await first.innerText(), /隶属\s*→\s*沟赵办事处/);
  await first.locator('.count').click();
  const quote = page.locator('#side .quote').first();
  await quote.waitFor();
  assert.match(await quote.locator('.where').innerText(), /^articles\.txt:\d+:\d+$/);
  const said = await quote.locator('.said').first().innerText();
  await quote.getByRole('button', { name: '查看全文' }).click();
  await page.locator('.document-text').waitFor();
  assert.match(decodeURIComponent(page.url()), /document=articles\.txt#1&at=\d+-\d+/);
  assert.ok((await page.locator('.document-text .mention').count()) > 50);
  const here = page.locator('.document-text .here').first();
  assert.equal(await here.innerText(), said);
  const box = await here.boundingBox();
  assert.ok(box.y > 0 && box.y < 800, `scrolled to ${box.y}`);
  // From a mention to its entity.
  await page.locator('.document-text .mention', { hasText: '紫竹社区' }).first().click();
  await page.waitForFunction(() => document.querySelector('#side h2')?.textContent === '紫竹社区');
});

for (const typed of ['zizhu', 'zzsq', '紫竹社區', 'ｚｚｓｑ']) {
  serveTest(`suggests 紫竹社区 for ${typed}`, {}, async (page) => {
    await choose(page, search(page), typed);
    await page.locator('#side h2').waitFor();
    assert.equal(await cardName(page), '紫竹社区');
  });
}

const ENTITY = '#entity=person%3A%E9%BB%84%E8%93%89%E8%93%89';
serveTest('opens what the address names, and grows by what is chosen', { hash: ENTITY }, async (page) => {
  const count = async () => Number((await status(page)).match(/\d+/)[0]);
  assert.equal(await cardName(page), '黄蓉蓉');
  const before = await count();
  assert.ok(before > 0 && before < 30, `${before}`);
  assert.match(await status(page), /全图共 82 个实体/);
  await choose(page, search(page), '沟赵办事处');
  await page.waitForFunction((n) => Number(document.querySelector('main .status').textContent.match(/\d+/)[0]) > n, before);
});

// Clicks what stands around the chosen entity, the nearest first, until the picture has grown.
async function clickUntilGrown(page, count) {
  const before = await count();
  const box = await page.locator('#stage').boundingBox();
  for (let step = 0; step < 900; ++step) {
    const [angle, radius] = [step * 0.7, 20 + step * 0.25];
    const x = box.x + box.width / 2 + Math.cos(angle) * radius;
    await page.mouse.move(x, box.y + box.height / 2 + Math.sin(angle) * radius);
    await page.waitForTimeout(25);
    if (!(await page.locator('#stage.pointing').count())) continue;
    const name = await cardName(page);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(400);
    if ((await count()) > before) {
      assert.notEqual(await cardName(page), name);
      return;
    }
  }
  assert.fail('nothing that was clicked brought more');
}

serveTest('grows around an entity that is clicked in the picture', { hash: ENTITY }, async (page) => {
  await page.getByRole('button', { name: '在图中定位' }).click();
  await page.waitForTimeout(300);
  await clickUntilGrown(page, async () => Number((await status(page)).match(/\d+/)[0]));
});

serveTest('finds a path between two', {}, async (page) => {
  await page.keyboard.press('p');
  await choose(page, page.getByLabel('起点'), 'hrr');
  await choose(page, page.getByLabel('终点'), '紫竹');
  await page.locator('.steps').waitFor();
  assert.equal(await page.locator('#side h3').innerText(), '4 步');
  const names = await page.locator('.steps li .link').allInnerTexts();
  assert.deepEqual([names[0], names.at(-1)], ['黄蓉蓉', '紫竹社区']);
});

serveTest('filters, and shows tables', {}, async (page) => {
  const before = await status(page);
  await page.getByLabel('项目').uncheck();
  await page.waitForFunction((text) => document.querySelector('main .status').textContent !== text, before);
  await page.keyboard.press('t');
  assert.ok((await page.locator('tbody tr').count()) > 10);
});

const rowsOf = (page) => page.locator('tbody tr').count();

serveTest('opens with a table that holds what is loaded', { hash: '#view=table' }, async (page) => {
  assert.equal(await rowsOf(page), 82);
  await page.reload();
  await ready(page);
  assert.equal(await rowsOf(page), 82);
  await page.getByText('第 1 至 82 行，共 82 行').waitFor();
});

test('has the table alone without WebGL, and says what it holds', async () => {
  const plain = await startBrowser({ webgl: false });
  const { page, close } = await openPage(plain, address, { server: address });
  await page.getByText('表格中是已载入的部分').waitFor();
  assert.equal(await rowsOf(page), 82);
  await close();
  await plain.close();
});

const ODD_ADDRESSES = [
  '#entity=',
  '#entity=a%0Ab',
  '#entity=a%00b',
  '#document=d2%0Ax',
  '#document=',
  '#from=nope%0A&to=x',
  `#entity=${'x'.repeat(1500)}`,
  `#from=${'%E7%B4%AB'.repeat(500)}&to=${'%E7%B4%AB'.repeat(500)}`,
  '#subject=a',
  `#subject=a&predicate=${'p'.repeat(3000)}&object=b`,
  `#weight=1e-300&without=${'x'.repeat(1500)}&without-relation=%00`,
];
for (const hash of ODD_ADDRESSES) {
  serveTest(`passes over ${hash.slice(0, 60)}`, { hash }, async (page) => {
    assert.match(await status(page), /82 个实体/);
    assert.equal(await page.locator('.broken').count(), 0);
    // A path asks for its ends; nothing else has a card.
    assert.equal(await page.locator('#side').isVisible(), hash.startsWith('#from'));
  });
}

test('shows the text of a record whose id holds a line break', async (t) => {
  const { server: second, address: there } = await serve(join(process.env.PAGES, 'line_break.zhitu'));
  second.removeAllListeners('exit');
  t.after(() => second.kill('SIGTERM'));
  const { page, close } = await openPage(browser, there, { server: there, hash: '#document=d2%0Ax' });
  assert.match(await page.locator('.document-text').innerText(), /^枫杨办事处和翰林社区开展活动。/);
  await choose(page, search(page), '枫杨办事处');
  await page.locator('#side .relation', { hasText: '共现' }).locator('.count').click();
  await page.getByRole('button', { name: '查看全文' }).click();
  await page.locator('.document-text .here').first().waitFor();
  assert.equal(await page.locator('.broken').count(), 0);
  await close();
});

test('says so when the server is gone', async () => {
  const second = await serve(join(process.env.PAGES, 'zhengzhou.zhitu'));
  second.server.removeAllListeners('exit');
  const { page } = await openPage(browser, second.address, { server: second.address });
  const ended = new Promise((resolve) => second.server.on('exit', resolve));
  second.server.kill('SIGTERM');
  assert.equal(await ended, 130);
  await search(page).fill('紫竹');
  await page.locator('.lost').waitFor();
  await page.context().close();
});

// The page of the example graph, used as people use it.
//   ZHITU=<program> PAGES=<folder with zhengzhou.html, few.html> ARTICLES=<articles.txt> node --test page.test.mjs
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import {
  cardName,
  choose,
  imageDifference,
  openPage,
  pointsWithColour,
  ready,
  search,
  startBrowser,
  xmlFault,
} from './browser.mjs';

const PAGE = join(process.env.PAGES, 'zhengzhou.html');
const ENTITY = '#entity=community%3A%E7%B4%AB%E7%AB%B9%E7%A4%BE%E5%8C%BA';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

// A test with a page of its own, which must be without fault at the end.
function pageTest(name, options, run) {
  test(name, async () => {
    const { page, close } = await openPage(browser, PAGE, options);
    await run(page);
    await close();
  });
}

const counts = async (page) => {
  const text = await page.locator('main .status').innerText();
  return text.match(/[\d,]+/g).map((number) => Number(number.replace(',', '')));
};

pageTest('shows the graph', {}, async (page) => {
  assert.equal(await page.title(), 'zhengzhou – 知识图谱');
  assert.deepEqual(await counts(page), [82, 206]);
  assert.ok(await page.locator('#stage canvas').first().isVisible());
  const shown = await page.screenshot({ clip: { x: 300, y: 100, width: 800, height: 600 } });
  assert.ok(shown.length > 20_000, 'the picture is empty');
});

pageTest('finds 紫竹 by ArrowDown and Enter, and lists its relations with quotes', {}, async (page) => {
  await choose(page, search(page), '紫竹');
  await page.locator('#side .relation').first().waitFor();
  assert.equal(await cardName(page), '紫竹社区');
  assert.equal(await page.locator('#side .relation').count(), 20);
  const first = page.locator('#side .relation').first();
  await first.locator('.words mark').first().waitFor();
  assert.match(await first.innerText(), /隶属\s*→\s*沟赵办事处/);
  assert.deepEqual(await first.locator('mark').allInnerTexts(), ['紫竹社区', '紫竹社区', '紫竹']);
  assert.match(decodeURIComponent(page.url()), /#entity=community:紫竹社区$/);
});

for (const typed of ['zizhu', 'zzsq', 'ZiZhuShequ', '紫竹社區', ' 紫 竹 ', 'ｚｚｓｑ']) {
  pageTest(`suggests 紫竹社区 for ${typed}`, {}, async (page) => {
    await choose(page, search(page), typed);
    await page.locator('#side h2').waitFor();
    assert.equal(await cardName(page), '紫竹社区');
  });
}

pageTest('says that nothing is found', {}, async (page) => {
  await search(page).fill('查无此名');
  await page.locator('.nothing').waitFor();
  await search(page).press('Enter');
  assert.equal(await page.locator('#side').isVisible(), false);
});

// Points around the chosen node until an edge is there, and clicks it.
async function clickEdge(page) {
  const box = await page.locator('#stage').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let step = 0; step < 720; ++step) {
    const angle = (step * Math.PI) / 360;
    await page.mouse.move(x + Math.cos(angle) * 90, y + Math.sin(angle) * 90);
    await page.waitForTimeout(25);
    if (!(await page.locator('#stage.pointing').count())) continue;
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(100);
    if (page.url().includes('predicate=')) return;
    await page.goBack();
    await page.waitForTimeout(300);
  }
  assert.fail('no edge was found');
}

pageTest('opens the quotes of an edge that is clicked', { hash: ENTITY }, async (page) => {
  await page.getByRole('button', { name: '在图中定位' }).click();
  await page.waitForTimeout(300);
  await clickEdge(page);
  const quote = page.locator('#side .quote').first();
  await quote.waitFor();
  assert.match(await quote.locator('.where').innerText(), /^articles\.txt:\d+:\d+$/);
  assert.ok((await quote.locator('mark.subject').count()) > 0);
  assert.ok((await quote.locator('mark.object').count()) > 0);
  // The words stand in the source, at their line.
  const source = (await readFile(process.env.ARTICLES, 'utf8')).replaceAll('\r', '');
  const words = await quote.locator('blockquote > .words').innerText();
  assert.ok(source.replaceAll('\n', '').includes(words.replace(/^…|…$/g, '')), words);
  const [, line, column] = (await quote.locator('.where').innerText()).split(':').map(Number);
  const rest = Array.from(source.split('\n')[line - 1]).slice(column - 1).join('');
  assert.ok(words.includes(Array.from(rest).slice(0, 4).join('')), `${line}:${column} ${rest}`);
});

pageTest('filters by type, relation and weight, and shows all again', {}, async (page) => {
  await page.getByLabel('项目').uncheck();
  assert.deepEqual(await counts(page), [42, 80]);
  await page.getByLabel('共现').uncheck();
  const [entities, relations] = await counts(page);
  assert.ok(entities < 42 && relations < 80);
  assert.match(page.url(), /without=program&without-relation=co_occurs/);
  await page.getByRole('button', { name: '恢复显示全部' }).click();
  assert.deepEqual(await counts(page), [82, 206]);
  const slider = page.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  const [few] = await counts(page);
  assert.ok(few > 0 && few < 10, `${few}`);
});

test('filters by time', async () => {
  const { page, close } = await openPage(browser, join(process.env.PAGES, 'dated.html'));
  const edges = async () => (await counts(page))[1];
  const all = await edges();
  await page.getByLabel('从', { exact: true }).fill('2024');
  await page.getByLabel('从', { exact: true }).press('Enter');
  await page.waitForFunction(() => location.hash.includes('since=2024'));
  assert.equal(await edges(), 1);
  await choose(page, search(page), '枫杨办事处');
  await page.locator('#side .relation').first().waitFor();
  assert.match(await page.locator('#side .relation').innerText(), /沟赵办事处/);
  await page.getByLabel('从', { exact: true }).fill('yesterday');
  await page.getByLabel('到', { exact: true }).focus();
  assert.equal(await page.getByLabel('从', { exact: true }).getAttribute('aria-invalid'), 'true');
  assert.equal(await edges(), 1);
  await page.getByRole('button', { name: '恢复显示全部' }).click();
  assert.equal(await edges(), all);
  assert.ok(all > 1);
  await close();
});

pageTest('finds a path between two', {}, async (page) => {
  await page.keyboard.press('p');
  await choose(page, page.getByLabel('起点'), 'hrr');
  await choose(page, page.getByLabel('终点'), '紫竹');
  await page.locator('.steps').waitFor();
  assert.equal(await page.locator('#side h3').innerText(), '4 步');
  const names = await page.locator('.steps li .link').allInnerTexts();
  assert.deepEqual([names[0], names.at(-1)], ['黄蓉蓉', '紫竹社区']);
  assert.equal(await page.locator('.steps .relation').count(), 4);
  await page.locator('.steps .relation .words mark').nth(6).waitFor();
  await page.getByLabel('隶属').uncheck();
  await page.getByLabel('共现').uncheck();
  await page.getByText('两者不相连').waitFor();
});

pageTest('is dark where the reader wishes', { colorScheme: 'dark' }, async (page) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await theme(), 'dark');
  const dark = await back();
  await page.getByRole('button', { name: '浅色' }).click();
  assert.equal(await theme(), 'light');
  assert.notEqual(await back(), dark);
  await page.reload();
  await ready(page);
  assert.equal(await theme(), 'light');
});

pageTest('can be used by keys alone', {}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('ftpd紫竹');
  assert.equal(await search(page).inputValue(), 'ftpd紫竹');
  await search(page).fill('');
  await page.keyboard.type('gz');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const active = await search(page).getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await page.locator('#side h2').waitFor();
  assert.equal(await cardName(page), '沟赵办事处');
  // From the card's heading to the first relation's other end.
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement.matches('.relation .link'))); ++i) {
    await page.keyboard.press('Tab');
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  const name = await focused();
  await page.keyboard.press('Enter');
  await page.waitForFunction((n) => document.querySelector('#side h2')?.textContent === n, name);
  await page.keyboard.press('Escape');
  await page.locator('#side').waitFor({ state: 'hidden' });
  await page.keyboard.press('f');
  assert.equal(await page.locator('#filters').isVisible(), false);
  await page.keyboard.press('t');
  assert.ok(await page.locator('table').isVisible());
  await page.keyboard.press('t');
  await page.locator('#stage').focus();
  for (const key of ['ArrowLeft', 'ArrowDown', '+', '-', '0']) await page.keyboard.press(key);
});

pageTest('has help that closes, and can turn single keys off', {}, async (page) => {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /按键[\s\S]*搜索/);
  await dialog.getByText('许可').click();
  assert.match(await dialog.locator('pre').innerText(), /sigma 3.*MIT/);
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  assert.equal(await page.locator('table').count(), 0);
});

pageTest('speaks the reader’s language, and the other', { locale: 'en-GB' }, async (page) => {
  assert.equal(await page.title(), 'zhengzhou – knowledge graph');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.match(await page.locator('main .status').innerText(), /82 entities, 206 relations/);
  await page.getByRole('button', { name: '中文' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
  assert.match(await page.locator('main .status').innerText(), /82 个实体，206 条关系/);
  assert.ok(await page.getByRole('button', { name: '表格' }).isVisible());
});

pageTest('keeps all that is chosen in its address', {}, async (page) => {
  await choose(page, search(page), '紫竹');
  await page.locator('#side .relation .count').first().click();
  await page.locator('#side .quote').first().waitFor();
  await page.getByLabel('共现').uncheck();
  await page.keyboard.press('t');
  const url = page.url();
  const text = await page.locator('#side').innerText();
  await page.reload();
  await ready(page);
  assert.equal(page.url(), url);
  assert.equal(await page.locator('#side').innerText(), text);
  assert.equal(await page.getByLabel('共现').isChecked(), false);
  assert.ok(await page.locator('table').isVisible());
  await page.goBack();
  await page.locator('table').waitFor({ state: 'detached' });
  await page.goBack();
  assert.equal(await page.getByLabel('共现').isChecked(), true);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#side h2')?.textContent === '紫竹社区');
});

const ODD_ADDRESSES = [
  '#entity=__proto__',
  '#entity=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '#subject=constructor&predicate=toString&object=x',
  '#from=hasOwnProperty&to=__proto__',
  '#weight=Infinity&since=<b>&view=x&lang=__proto__&theme=1',
  '#%E0%A4%A',
];
for (const hash of ODD_ADDRESSES) {
  pageTest(`takes no harm from ${hash}`, { hash }, async (page) => {
    assert.deepEqual((await counts(page)).slice(0, 2), [82, 206]);
    assert.equal(await page.locator('img').count(), 0);
  });
}

pageTest('has tables that sort, turn over and lead to cards', { hash: '#view=table' }, async (page) => {
  const rows = page.locator('tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), 82);
  const header = page.locator('th', { hasText: '关系数' });
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  assert.match(await rows.first().innerText(), /枫杨办事处/);
  await header.getByRole('button').click();
  await page.locator('th[aria-sort=ascending]').waitFor();
  await page.getByRole('button', { name: '关系', exact: true }).click();
  await page.locator('th', { hasText: '客体' }).waitFor();
  assert.equal(await rows.count(), 100);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 101 至 200 行，共 206 行').waitFor();
  await page.getByLabel('只看包含').fill('hlsq');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length < 30);
  assert.match(await rows.first().innerText(), /翰林社区/);
  await rows.first().locator('td').nth(1).getByRole('button').click();
  await page.locator('#side .quote').first().waitFor();
});

async function saved(page, name) {
  await page.locator('.menu summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

pageTest('saves its picture as PNG and SVG', { hash: ENTITY }, async (page) => {
  const png = await saved(page, '保存为 PNG 图片');
  assert.equal(png.name, 'zhengzhou.png');
  assert.equal(png.bytes.subarray(1, 4).toString('latin1'), 'PNG');
  const box = await page.locator('#stage').boundingBox();
  assert.ok(Math.abs(png.bytes.readUInt32BE(16) - box.width) < 2);
  assert.ok(png.bytes.length > 15_000, 'the picture is empty');
  const svg = await saved(page, '保存为 SVG 图片');
  assert.equal(svg.name, 'zhengzhou.svg');
  const text = svg.bytes.toString('utf8');
  assert.match(text, /<text [^>]*>紫竹社区<\/text>/);
  assert.ok((text.match(/<circle /g) ?? []).length > 50);
  assert.ok((text.match(/<polygon /g) ?? []).length > 5);
  assert.equal(await xmlFault(browser, text), '');
});

// The picture as it is on the screen, without what stands over it.
async function seenPicture(page) {
  await page.evaluate(() => {
    for (const over of document.querySelectorAll('.tools, main .status')) over.style.visibility = 'hidden';
  });
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  return page.screenshot({ clip: await page.locator('#stage').boundingBox() });
}

for (const hash of ['', ENTITY]) {
  pageTest(`saves what is seen as PNG: names, curves, and what is chosen ${hash}`, { hash }, async (page) => {
    const { bytes } = await saved(page, '保存为 PNG 图片');
    const unlike = await imageDifference(browser, bytes, await seenPicture(page));
    assert.ok(unlike < 0.002, `${unlike}`);
  });
}

// Points on the longer curves of an SVG, away from their ends, with the colours of the curves.
function curvePoints(svg) {
  const paths = svg.matchAll(/<path d="M(\S+) (\S+) Q(\S+) (\S+) (\S+) (\S+)" stroke="#(\w{6})"/g);
  return Array.from(paths).flatMap(([, ...values]) => {
    const [x0, y0, x1, y1, x2, y2] = values.slice(0, 6).map(Number);
    // Of those that are dark enough to be told from the ground.
    if (Math.hypot(x2 - x0, y2 - y0) < 60 || values[6] !== '94a0b2') return [];
    const colour = [0, 2, 4].map((from) => Number.parseInt(values[6].slice(from, from + 2), 16));
    return [0.35, 0.5, 0.65].map((t) => {
      const on = (a, b, c) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
      return { x: on(x0, x1, x2), y: on(y0, y1, y2), colour };
    });
  });
}

pageTest('curves edges in the SVG as on the screen', {}, async (page) => {
  // At once, which must not lead the camera astray.
  for (let i = 0; i < 2; ++i) await page.keyboard.press('+');
  await page.waitForTimeout(100);
  const { bytes } = await saved(page, '保存为 SVG 图片');
  const { width, height } = await page.locator('#stage').boundingBox();
  const seen = ({ x, y }) => x > 3 && y > 3 && x < width - 3 && y < height - 3;
  const points = curvePoints(bytes.toString('utf8')).filter(seen);
  assert.ok(points.length > 20, `${points.length}`);
  const met = await pointsWithColour(browser, await seenPicture(page), points);
  assert.ok(met >= 0.85 * points.length, `${met} of ${points.length}`);
});

// As `zhitu path` has it: the ends of each step and what joins them, in the words of the page.
function pathOf(from, to) {
  const graph = join(process.env.PAGES, 'zhengzhou.zhitu');
  const { steps } = JSON.parse(execFileSync(process.env.ZHITU, ['path', graph, from, to, '--format', 'json']));
  return steps.map(({ predicate, weight }) =>
    [predicate === 'co_occurs' ? 'occurs with' : predicate.replaceAll('_', ' '), String(weight)]);
}

const PATHS = [
  ['person:黄蓉蓉', 'place:郑州高新区'],
  ['place:郑州高新区', 'person:黄蓉蓉'],
  ['person:黄蓉蓉', 'community:紫竹社区'],
  ['community:紫竹社区', 'office:枫杨办事处'],
];
for (const [from, to] of PATHS) {
  const hash = `#from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  pageTest(`takes the path that zhitu takes from ${from} to ${to}`, { hash, locale: 'en-GB' }, async (page) => {
    const steps = page.locator('.steps .relation');
    await steps.first().waitFor();
    const met = await steps.evaluateAll((items) =>
      items.map((item) => ['.predicate', '.count'].map((part) => item.querySelector(part).textContent)));
    assert.deepEqual(met, pathOf(from, to));
  });
}

test('wraps long names of relations, and cuts those of filters', async () => {
  const { page, close } = await openPage(browser, join(process.env.PAGES, 'odd.html'), { hash: '#entity=b' });
  const wide = () => page.evaluate(() => {
    const parts = document.querySelectorAll('#side, #side *, #filters');
    const right = document.querySelector('#side').getBoundingClientRect().right;
    return Array.from(parts)
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')
      .concat(Array.from(document.querySelectorAll('#side *')).filter((part) => part.getBoundingClientRect().right > right + 1))
      .map((part) => part.outerHTML.slice(0, 80));
  });
  await page.locator('#side .relation').nth(1).waitFor();
  assert.deepEqual(await wide(), []);
  await page.locator('#side .relation .count').nth(1).click();
  await page.locator('#side .ends').waitFor();
  assert.deepEqual(await wide(), []);
  // The arrow stands left of the buttons.
  const arrow = await page.locator('#side .ends .arrow').boundingBox();
  const close_ = await page.getByRole('button', { name: '关闭' }).boundingBox();
  assert.ok(arrow.x + arrow.width <= close_.x);
  const label = page.locator('#filters label', { hasText: 'endless' });
  assert.ok((await label.boundingBox()).height < 90);
  assert.match(await label.getAttribute('title'), /^(endless){400}$/);
  await close();
});

test('shows the id of an entity whose name is blank', async () => {
  const { page, close } = await openPage(browser, join(process.env.PAGES, 'odd.html'), { hash: '#entity=blank&view=table' });
  assert.equal(await cardName(page), 'blank');
  await page.locator('tbody tr', { hasText: 'blank' }).waitFor();
  await close();
});

for (const [locale, title] of [['en-GB', 'Evidence'], ['zh-CN', '证据']]) {
  pageTest(`heads the column of evidence in ${locale}`, { locale, hash: '#view=table' }, async (page) => {
    await page.locator('#tab-relations').click();
    await page.locator('#sort-weight').waitFor();
    assert.equal((await page.locator('#sort-weight').innerText()).replace(/ ?[▾▴]$/, ''), title);
  });
}

test('says that it needs JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  await page.goto(`file://${PAGE}`);
  const told = page.locator('noscript p');
  assert.match(await told.innerText(), /This page needs JavaScript.*此页面需要 JavaScript/);
  const box = await told.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height < 600, `${box.y}`);
  await context.close();
});

const PHONE = { viewport: { width: 360, height: 640 }, hash: '#entity=office%3A%E6%9E%AB%E6%9D%A8%E5%8A%9E%E4%BA%8B%E5%A4%84' };
pageTest('shows the chosen entity above its card in a narrow window', PHONE, async (page) => {
  await page.getByRole('button', { name: '在图中定位' }).click();
  await page.waitForTimeout(300);
  const [stage, side] = [await page.locator('#stage').boundingBox(), await page.locator('#side').boundingBox()];
  assert.ok(stage.height > 120 && stage.y + stage.height <= side.y + 1, JSON.stringify([stage, side]));
  // Its ring stands around the middle of the picture.
  const colour = [0x35, 0x57, 0xc9];
  const ring = Array.from({ length: 40 }, (_, i) => ({ x: stage.width / 2 + i, y: stage.height / 2, colour }));
  assert.ok((await pointsWithColour(browser, await seenPicture(page), ring)) > 0);
});

pageTest('keeps names readable in the table of a narrow window', { viewport: PHONE.viewport, hash: '#view=table' }, async (page) => {
  const cell = page.locator('tbody td').first();
  await cell.waitFor();
  assert.ok((await cell.boundingBox()).width >= 130);
});

pageTest('tells where quotes were cut', {}, async (page) => {
  const { page: few, close } = await openPage(browser, join(process.env.PAGES, 'few.html'), {
    hash: '#subject=office%3A%E6%B2%9F%E8%B5%B5%E5%8A%9E%E4%BA%8B%E5%A4%84&predicate=part_of&object=place%3A%E9%83%91%E5%B7%9E%E9%AB%98%E6%96%B0%E5%8C%BA',
  });
  await few.getByText('共 3 条，本页收录 1 条').waitFor();
  assert.equal(await few.locator('.quote').count(), 1);
  await close();
  assert.ok(page);
});

for (const [width, height] of [[390, 800], [640, 480]]) {
  pageTest(`fits a window of ${width} by ${height}`, { viewport: { width, height }, hash: ENTITY }, async (page) => {
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    assert.ok(await fits());
    await page.keyboard.press('t');
    assert.ok(await fits());
    assert.ok(await page.getByRole('button', { name: '帮助' }).isVisible());
  });
}

const STATES = ['', ENTITY, '#view=table', '#from=person%3A%E9%BB%84%E8%93%89%E8%93%89&to=', `${ENTITY}&view=table`];
for (const colorScheme of ['light', 'dark']) {
  for (const hash of STATES) {
    pageTest(`is accessible: ${colorScheme} ${hash}`, { colorScheme, hash }, async (page) => {
      await expectAccessible(page);
    });
  }
}

pageTest('has accessible help', {}, async (page) => {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
});

async function expectAccessible(page) {
  await page.waitForTimeout(200);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 500)}`);
  assert.deepEqual(told, []);
}

test('works without WebGL, and says so', async () => {
  const plain = await startBrowser({ webgl: false });
  const { page, close } = await openPage(plain, PAGE);
  await page.getByText('没有 WebGL').waitFor();
  assert.equal(await page.locator('tbody tr').count(), 82);
  await choose(page, search(page), '紫竹');
  await page.locator('#side .relation').first().waitFor();
  await close();
  await plain.close();
});

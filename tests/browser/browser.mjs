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

/** Opens a file, or the address of a `server`, which alone may be asked; the address may have a part behind `#`. Other options
 *  are those of a browser context. */
export async function openPage(browser, file, options = {}) {
  const { hash = '', server, ...rest } = options;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  const faults = watch(page, server);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(`${server ?? `file://${file}`}${hash}`);
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

function watch(page, server) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.stack}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // What the graphics driver thinks of speed is not ours.
    if (/GL Driver Message/.test(message.text())) return;
    // So a server says that a graph does not know what an address names.
    if (server !== undefined && /status of 404/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const own = server === undefined ? /^file:/.test(request.url()) : request.url().startsWith(server);
    if (!own && !/^(data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
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

// Runs a function in an empty page of its own, with pictures (PNG) as ImageData in place of their bytes.
async function withImages(browser, images, use, value) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const texts = images.map((bytes) => bytes.toString('base64'));
  const result = await page.evaluate(
    async ([encoded, source, given]) => {
      const read = async (text) => {
        const image = new Image();
        image.src = `data:image/png;base64,${text}`;
        await image.decode();
        const { width, height } = image;
        const drawing = new OffscreenCanvas(width, height).getContext('2d');
        drawing.drawImage(image, 0, 0);
        return drawing.getImageData(0, 0, width, height);
      };
      const decoded = await Promise.all(encoded.map(read));
      return new Function(`return ${source}`)()(decoded, given);
    },
    [texts, use.toString(), value],
  );
  await context.close();
  return result;
}

/** The share of pixels in which two pictures (PNG) of the same size are unlike; 1 where the sizes are. */
export function imageDifference(browser, a, b) {
  return withImages(browser, [a, b], ([one, other]) => {
    if (one.width !== other.width || one.height !== other.height) return 1;
    let unlike = 0;
    for (let i = 0; i < one.data.length; i += 4) {
      const far = [0, 1, 2].some((channel) => Math.abs(one.data[i + channel] - other.data[i + channel]) > 60);
      unlike += Number(far);
    }
    return unlike / (one.width * one.height);
  });
}

/** How many of some points `{x, y, colour}` have their colour `[r, g, b]`, or nearly so as thin lines have it, in a picture
 *  (PNG) within two pixels. */
export function pointsWithColour(browser, image, points) {
  return withImages(
    browser,
    [image],
    ([{ width, data }], wanted) => {
      const isThere = ({ x, y, colour }) => {
        for (let down = -2; down <= 2; ++down) {
          for (let right = -2; right <= 2; ++right) {
            const at = ((Math.round(y) + down) * width + Math.round(x) + right) * 4;
            if (colour.every((channel, i) => Math.abs(data[at + i] - channel) < 60)) return true;
          }
        }
        return false;
      };
      return wanted.filter(isThere).length;
    },
    points,
  );
}

// Bundles the page into a folder: page.js, page.css, index.html and licences.txt. The same sources
// and the same package-lock.json give the same bytes.
//   node build.mjs FOLDER
import { build } from 'esbuild';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node build.mjs FOLDER');

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  metafile: true,
};

await mkdir(folder, { recursive: true });
const result = await build({
  ...common,
  entryPoints: ['src/main.ts'],
  outfile: join(folder, 'page.js'),
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
});
await build({ ...common, entryPoints: ['src/page.css'], outfile: join(folder, 'page.css') });
await cp('src/index.html', join(folder, 'index.html'));

// What stands in a <script> or <style> must not end it.
for (const name of ['page.js', 'page.css']) {
  const text = await readFile(join(folder, name), 'utf8');
  if (/<\/(script|style)|<!--|\r/i.test(text)) throw new Error(`${name} would end its element`);
}

// Licences of the packages whose code is in the bundle.
function packageOf(path) {
  const parts = path.split('node_modules/').pop().split('/');
  return parts[0].startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

async function licenceOf(name) {
  const root = join('node_modules', name);
  const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const file = (await readdir(root)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(root, file), 'utf8');
  return `${name} ${about.version} (${about.license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

const packages = new Set(
  Object.keys(result.metafile.inputs)
    .filter((path) => path.includes('node_modules/'))
    .map(packageOf),
);
const licences = await Promise.all([...packages].sort().map(licenceOf));
const text = licences.join(`\n${'-'.repeat(60)}\n\n`);
if (/<\/script|<!--/i.test(text)) throw new Error('licences.txt would end its element');
await writeFile(join(folder, 'licences.txt'), text);

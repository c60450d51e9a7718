// One document of a given size in a process of its own: --pages N or --characters N. One JSON line.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadScript } from '../../tools/build/replacements/load-script.mjs';

const script = fileURLToPath(new URL('../../build/bench/setter.script.js', import.meta.url));
const { openSetter, readContent } = loadScript(script, createRequire(script)).exports;
const content = readContent(fileURLToPath(new URL('../reference/content.json', import.meta.url)));
const setter = openSetter();
const fragment = setter.fill(content);
const [, , kind, size] = process.argv;
const count = Number(size);

/** The content has five pages: as often as it takes, then cut where the next page would begin. */
function manyPages(pages) {
  const parts = fragment.split('<page-break></page-break>');
  const wanted = Array.from({ length: pages }, (_, page) => parts[page % parts.length]);
  return wanted.join('<page-break></page-break>');
}

/** Sentences of both languages' kind as they come, until the paragraph is as long as asked. */
function longParagraph(characters) {
  const sentences = content.sections.flatMap(({ items }) => items.map((item) => item.ja)).join('');
  const text = sentences.repeat(Math.ceil(characters / sentences.length)).slice(0, characters);
  return `<p lang="ja">${text}</p>`;
}

for (let i = 0; i < 5; i++) await setter.set(fragment);
globalThis.gc?.();
const html = kind === '--pages' ? manyPages(count) : longParagraph(count);
const times = [];
let last;
for (let i = 0; i < 3; i++) {
  const start = performance.now();
  last = await setter.set(html);
  times.push(performance.now() - start);
}
console.log(
  JSON.stringify({ size: count, ms: Math.min(...times), pages: last.pages, bytes: last.bytes.length }),
);

// The product, as a peer among peers: content.json through its own template, all typesetting and tagging on.
// It takes no helper of reference/lib.mjs: peers load theirs, the product loads its own.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadScript } from '../../tools/build/replacements/load-script.mjs';

const path = fileURLToPath(new URL('../reference/content.json', import.meta.url));
const [, , first, second] = process.argv;
const url = new URL('../../build/bench/setter.script.js', import.meta.url).href;
const { openSetter, readContent } = loadScript(url, first !== '--warm').exports;
let setter = openSetter();
const render = () => {
  // Fonts are opened again too: nothing is left of the document before.
  if (process.env.KAIYAKU_FORGETS === '1') setter = openSetter();
  return setter.set(setter.fill(readContent(path)));
};

if (first === '--warm') {
  const ms = [];
  const rssKb = [];
  let last;
  for (let i = 0; i < Number(second); i++) {
    const start = performance.now();
    last = await render();
    ms.push(performance.now() - start);
    rssKb.push(Math.round(process.memoryUsage().rss / 1024));
  }
  console.log(JSON.stringify({ name: 'kaiyaku', ms, rssKb, bytes: last.bytes.length }));
} else {
  writeFileSync(second, (await render()).bytes);
}

// The product, as a peer among peers: content.json through its own template, all typesetting and tagging on.
// It takes no helper of reference/lib.mjs: peers load theirs, the product loads its own, and starts as its bin does.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { hurry, loadScript } = require('../../build/bench/load-script.cjs');

const path = join(__dirname, '../reference/content.json');
const [, , first, second] = process.argv;
const script = join(__dirname, '../../build/bench/setter.script.js');
if (first !== '--warm') hurry(['node:zlib'], 3);
const { openSetter, readContent } = loadScript(script, require).exports;
let setter = openSetter();
const render = () => {
  // Fonts are opened again too: nothing is left of the document before.
  if (process.env.KAIYAKU_FORGETS === '1') setter = openSetter();
  return setter.set(setter.fill(readContent(path)));
};

async function run() {
  if (first !== '--warm') {
    writeFileSync(second, (await render()).bytes);
    // As the bin does (src/cli/output.ts).
    process.exit();
  }
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
}
void run();

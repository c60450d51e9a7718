// Different cases, both documents each, in one process: --cases N; --every N tells memory so often. One JSON line.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadScript } from '../../tools/build/replacements/load-script.mjs';
import { makeCase } from '../make-case.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const count = option('--cases', 50);
const every = option('--every', Number.POSITIVE_INFINITY);
const script = fileURLToPath(new URL('../../build/bench/cases.script.js', import.meta.url));
const { createRenderer, nodeHost } = loadScript(script, createRequire(script)).exports;
const renderer = createRenderer(nodeHost());
const render = (index) => renderer.render(makeCase(index), { today: '2026-11-22' });

// What is compiled and opened once is not what this tells.
for (let i = 0; i < 10; i++) await render(100_000 + i);
const cpuBefore = process.cpuUsage();
const start = performance.now();
let documents = 0;
const memory = [];
for (let i = 0; i < count; i++) {
  const result = await render(i);
  if (result.documents.length !== 2) throw new Error(JSON.stringify(result.problems));
  documents += 2;
  if ((i + 1) % every === 0) {
    const { rss, heapUsed } = process.memoryUsage();
    memory.push({ documents, rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 });
  }
}
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
console.log(
  JSON.stringify({
    documents,
    perSecond: documents / seconds,
    cpuMs: (user + system) / 1000 / documents,
    memory,
  }),
);

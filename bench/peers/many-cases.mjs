// Different cases, both documents each, in one process: --cases N; --every N tells memory so often. One JSON line.
import { CARRIER_IDS } from '../../build/carrier-ids.js';
import { loadScript } from '../../tools/build/replacements/load-script.mjs';

const REASONS = ['leaving-japan', 'switching', 'unused'];
const NAMES = ['WANG XIAOMING', 'LI NA', 'ZHANG WEI', 'CHEN JIAYI', 'LIU YANG', 'ZHAO LEI', 'SUN QIAN'];

/** No two of the first few thousand are alike: carrier, reason, name, number and dates go by different steps. */
function makeCase(index) {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const month = String(1 + (index % 6)).padStart(2, '0');
  return {
    carrier: CARRIER_IDS[index % CARRIER_IDS.length],
    reason: REASONS[index % REASONS.length],
    departure: `2027-${month}-${day}`,
    line: { number: `090-${1000 + (index % 9000)}-${1000 + ((index * 7) % 9000)}` },
    holder: { nameRoman: NAMES[index % NAMES.length] },
    payment: { method: 'bank-account' },
  };
}

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const count = option('--cases', 50);
const every = option('--every', Number.POSITIVE_INFINITY);
const url = new URL('../../build/bench/cases.script.js', import.meta.url).href;
const { createRenderer, nodeHost } = loadScript(url, false).exports;
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

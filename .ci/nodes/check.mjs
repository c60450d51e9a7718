// node .ci/nodes/check.mjs <folder>: the product on other Nodes than the one that runs this. On each of versions.json the
// package is built and does the same work; what it prints and writes is what it prints and writes here
// (docs/decisions/0001-node-20.md).
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFaults } from './compare.mjs';
import { fetchNodes } from './fetch.mjs';
import { copyProject, doWork } from './work.mjs';

const versions = JSON.parse(readFileSync(new URL('./versions.json', import.meta.url), 'utf8'));
const work = mkdtempSync(join(process.argv[2], 'nodes-'));
const nodes = fetchNodes(versions, join(work, 'fetched'));
const tree = copyProject(join(work, 'tree'));

const here = doWork(process.execPath, tree, join(work, 'here'));
const all = { [`${process.versions.node}, this one`]: here };
for (const { version, node } of nodes) all[version] = doWork(node, tree, join(work, version));

for (const [version, there] of Object.entries(all)) {
  const faults = findFaults(here, there);
  const peak = `${there.found.size} things compared, peak ${there.peakMb.toFixed(0)} MB`;
  console.log(`${faults.length === 0 ? 'ok  ' : 'BAD '} Node ${version}: ${peak}`);
  for (const fault of faults) console.log(`     ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

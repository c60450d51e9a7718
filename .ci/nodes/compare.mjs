// Holds what one Node did to what another did.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PEAK_MB = 100;

/** What Node itself prints: a stranger takes it for a fault of ours. */
const WARNING_OF_NODE = /^\(node:\d+\) .*|.*\b(?:Experimental|Deprecation)Warning\b.*/mu;

/** As ASK_KEPT_CODE of work.mjs prints it; `undefined` where the build has kept none. */
const CODE_NOT_TAKEN = /^refused: (?!false$)/mu;

/** How fast a batch was. */
const withoutTimes = (text) => text.replace(/[\d.]+ rows\/s/gu, 'N rows/s');

export function findFaults(here, there, readPdf = readWithPoppler) {
  const faults = [];
  for (const name of new Set([...here.found.keys(), ...there.found.keys()])) {
    const [wanted, found] = [here, there].map(({ found }) => withoutTimes(found.get(name) ?? 'nothing'));
    const [warning] = WARNING_OF_NODE.exec(found) ?? [];
    if (warning !== undefined) faults.push(`${name}: Node warns: ${warning}`);
    else if (CODE_NOT_TAKEN.test(found)) faults.push(`${name}: V8 does not take it`);
    else if (found === wanted) continue;
    else if (name.endsWith('.pdf')) faults.push(`${name}: ${tellPdfs(here, there, name, readPdf)}`);
    else faults.push(`${name}: ${tellFirstDifference(wanted, found)}`);
  }
  if (!(there.peakMb < PEAK_MB)) {
    faults.push(`peak memory: ${there.peakMb.toFixed(0)} MB, where ${PEAK_MB} would be too many`);
  }
  return faults;
}

function tellFirstDifference(wanted, found) {
  const [wantedLines, foundLines] = [wanted, found].map((text) => text.split('\n'));
  const at = foundLines.findIndex((line, index) => line !== wantedLines[index]);
  return `line ${at + 1} is ${foundLines[at]}, not ${wantedLines[at]}`;
}

/** What differs where the bytes do: with another zlib, the packing alone. */
function tellPdfs(here, there, name, readPdf) {
  const [wanted, found] = [here, there].map(({ out }) => readPdf(join(out, name.replace(/^file /u, ''))));
  return wanted === found ? 'other bytes, the same text and structure' : 'other text or structure';
}

function readWithPoppler(path) {
  const read = (program, ...argv) => String(spawnSync(program, argv, { maxBuffer: 1 << 28 }).stdout);
  return `${read('pdftotext', '-layout', path, '-')}${read('pdfinfo', '-struct-text', path)}`;
}

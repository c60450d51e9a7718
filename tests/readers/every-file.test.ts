/** Every carrier in every edition, on every paper and in both sizes of print; veraPDF sees each of these once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { CARRIER_IDS } from '#carrier-ids';
import { nodeHost } from '../../src/host/node.ts';
import { createRenderer } from '../../src/render.ts';
import { DEFAULT_EXAMPLE } from '../integration/support/examples.ts';
import { workFolder } from './support/samples.ts';
import { sizeLimit } from './support/size-limit.ts';
import { ruleCounts, validate } from './support/validate.ts';

const carriers = [...CARRIER_IDS, 'any'];
const editions = ['personal', 'share', 'blank'] as const;
const papers = ['A4', 'B5', 'A3', 'Letter'] as const;

/** What is too large, what print machines spoil, what was not made. */
const faults: string[] = [];
/** Bytes of the largest, by document. */
const largest: Record<string, { bytes: number; name: string }> = {};
const paths: string[] = [];
let count = 0;

beforeAll(async () => {
  const folder = join(workFolder, 'every');
  mkdirSync(folder);
  const renderer = createRenderer(nodeHost());
  for (const [index, carrier] of carriers.entries())
    for (const edition of editions)
      for (const paper of papers)
        for (const large of [false, true]) {
          const name = `${carrier} ${edition} ${paper}${large ? ' large' : ''}`;
          const { documents, problems } = await renderer.render(
            { ...DEFAULT_EXAMPLE, carrier },
            { today: '2027-01-15', edition, paper, large, inspectPrint: true },
          );
          for (const { severity, code } of problems)
            if (severity === 'error') faults.push(`${name}: ${code}`);
          // Editions, papers and sizes of print take turns, so that each meets each.
          const isChosen = editions[index % 3] === edition && papers[index % 4] === paper;
          for (const { document, bytes } of documents) {
            count++;
            if (bytes.length > sizeLimit(document)) faults.push(`${name} ${document}: ${bytes.length} bytes`);
            if (bytes.length > (largest[document]?.bytes ?? 0))
              largest[document] = { bytes: bytes.length, name };
            if (!isChosen || large !== (Math.floor(index / 12) % 2 === 1)) continue;
            paths.push(join(folder, `${name} ${document}.pdf`));
            writeFileSync(paths.at(-1)!, bytes);
          }
        }
  console.log(`${count} files, the largest: ${JSON.stringify(largest)}`);
});

test('all are made, small, and fit for the print machines of shops', () => {
  expect(faults).toEqual([]);
  expect(count).toBe(carriers.length * editions.length * papers.length * 2 * 2);
});

test.each(Object.entries(ruleCounts))('veraPDF %s: no rule fails', (flavour, ruleCount) => {
  const verdicts = validate(flavour, paths);
  console.log(`veraPDF ${flavour}: ${verdicts.size} files more, ${ruleCount} rules each`);
  expect(verdicts.size).toBeGreaterThanOrEqual(2 * carriers.length);
  for (const [path, verdict] of verdicts)
    expect(verdict, path).toEqual({ passedRules: ruleCount, failedRules: 0, failed: [] });
});

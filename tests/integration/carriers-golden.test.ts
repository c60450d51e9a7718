import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CARRIER_IDS } from '#carrier-ids';
import { nodeHost } from '../../src/host/node.ts';
import { createRenderer } from '../../src/render.ts';
import { TODAY } from './support/set-case.ts';

/**
 * The text of both sheets as they are printed, for a person who leaves Japan and gives up the number.
 * `UPDATE_GOLDEN=1 npx vitest run tests/integration/carriers-golden` writes them anew: read the diff.
 */
const FOLDER = 'tests/golden/carriers';
const UPDATE = process.env.UPDATE_GOLDEN === '1';
// Longer ones nobody reads in a diff; three bytes a character.
const LONGEST_BYTES = 32 * 1024;

const caseOf = (carrier: string) => ({
  carrier,
  reason: 'leaving-japan',
  departure: '2027-03-28',
  line: { numberPlan: 'cancel' },
  // Readings would part the lines that a person is to compare.
  print: { ruby: 'none' },
});

const renderer = createRenderer(nodeHost());

for (const carrier of CARRIER_IDS) {
  test(`checklist and memo of ${carrier}`, async () => {
    const { text } = await renderer.dump(caseOf(carrier), { today: TODAY, edition: 'personal' }, 'text');
    const printed = text.replace('\f', '\n======== memo ========\n\n');
    const file = `${FOLDER}/${carrier}.txt`;
    if (UPDATE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, printed);
    }
    expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
    expect(printed).toBe(readFileSync(file, 'utf8'));
    expect(Buffer.byteLength(printed)).toBeLessThan(LONGEST_BYTES);
  });
}

test('no golden is left of a carrier that is gone', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(CARRIER_IDS.map((id) => `${id}.txt`).sort());
});

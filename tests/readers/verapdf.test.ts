/** veraPDF on every file: no rule of PDF/UA-1 or PDF/A-2a fails. Files that are broken on purpose must. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { paintPdf } from '../../src/pdf/paint-pdf.ts';
import { allFaces, loadFonts, metadata, samplerDocument } from '../support/pages.ts';
import { samples, workFolder } from './support/samples.ts';
import { ruleCounts, type Verdict, validate } from './support/validate.ts';

describe.each(Object.entries(ruleCounts))('%s', (flavour, ruleCount) => {
  let verdicts: Map<string, Verdict>;
  beforeAll(() => {
    verdicts = validate(
      flavour,
      samples.map(({ path }) => path),
    );
    const rules = [...verdicts.values()].map(({ passedRules, failedRules }) => passedRules + failedRules);
    console.log(`veraPDF ${flavour}: ${verdicts.size} files, ${Math.min(...rules)} rules each`);
  });

  test.each(samples)('$name', ({ path }) => {
    expect(verdicts.get(path)).toEqual({ passedRules: ruleCount, failedRules: 0, failed: [] });
  });
});

/** A file with one defect, and the clause that forbids it. */
async function writeBroken(): Promise<{ name: string; flavour: string; clause: string; path: string }[]> {
  const { fonts } = await loadFonts(allFaces);
  const noAlternative = samplerDocument();
  for (const node of noAlternative.structure) delete node.alt;
  const skippedLevel = samplerDocument();
  for (const node of skippedLevel.structure) if (node.type === 'H2') node.type = 'H3';
  const good = Buffer.from(await paintPdf(samplerDocument(), fonts, metadata));
  const replace = (from: string, to: string): Buffer => {
    const text = good.toString('latin1');
    if (!text.includes(from) || from.length !== to.length) throw new Error(`cannot plant ${to}`);
    return Buffer.from(text.replace(from, to), 'latin1');
  };
  const broken: [string, string, string, Uint8Array][] = [
    ['figure-without-alt', 'ua1', '7.3', await paintPdf(noAlternative, fonts, metadata)],
    ['skipped-heading', 'ua1', '7.4.2', await paintPdf(skippedLevel, fonts, metadata)],
    ['other-part', 'ua1', '5', replace('<pdfuaid:part>1<', '<pdfuaid:part>9<')],
    ['level-b', '2a', '6.6.4', replace('<pdfaid:conformance>A<', '<pdfaid:conformance>X<')],
    ['not-xml', '2a', '6.6.2.1', replace('</rdf:RDF>', '</rdf:RDX>')],
  ];
  return broken.map(([name, flavour, clause, bytes]) => {
    const path = join(workFolder, `broken-${name}.pdf`);
    writeFileSync(path, bytes);
    return { name, flavour, clause, path };
  });
}

test('files broken on purpose fail, each by its clause', async () => {
  const broken = await writeBroken();
  for (const flavour of ['ua1', '2a']) {
    const group = broken.filter((file) => file.flavour === flavour);
    const verdicts = validate(
      flavour,
      group.map(({ path }) => path),
    );
    for (const { name, clause, path } of group) {
      const clauses = verdicts.get(path)!.failed.map((rule) => rule.replace(/-\d+$/, ''));
      expect(clauses, name).toContain(clause);
    }
  }
});

test('the files are those that were written', () => {
  for (const { path } of samples) expect(readFileSync(path).subarray(0, 8).toString()).toBe('%PDF-1.7');
});

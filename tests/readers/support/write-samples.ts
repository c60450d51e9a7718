/** Makes the PDFs that the readers look at: hand-made pages, and every example in every edition. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { TestProject } from 'vitest/node';
import type { PagedDocument } from '../../../src/page/types.ts';
import { paintPdf } from '../../../src/pdf/paint-pdf.ts';
import { allFaces, loadFonts, metadata, samplerDocument } from '../../support/pages.ts';
import { hasFields, readCodes, readPagesDump, readPhrases } from './read-dump.ts';
import type { Sample, SamplePage } from './samples.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function samplePages(document: PagedDocument): SamplePage[] {
  const roleOf = (struct: number | null): string =>
    struct === null ? 'artifact' : document.structure[struct]!.type;
  return document.pages.map(({ widthPt, heightPt, items }) => ({
    widthPt,
    heightPt,
    texts: items
      .filter((item) => item.kind === 'text')
      .map((item) => ({ ...item, role: roleOf(item.struct) })),
    codeCount: 0,
  }));
}

async function writeHandMade(folder: string): Promise<Sample[]> {
  const { fonts } = await loadFonts(allFaces);
  const samples: Sample[] = [];
  for (const fillable of [false, true]) {
    const name = fillable ? 'sampler-fillable' : 'sampler';
    const document = samplerDocument(fillable);
    const path = join(folder, `${name}.pdf`);
    writeFileSync(
      path,
      await paintPdf(document, fonts, metadata, { deflate: (bytes) => deflateSync(bytes) }),
    );
    const pagesPath = join(folder, `${name}.json`);
    writeFileSync(pagesPath, JSON.stringify(samplePages(document)));
    samples.push({ name, path, pagesPath, codes: [], phrases: [], fillable });
  }
  return samples;
}

function runCli(args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`kaiyaku ${args.join(' ')} ends with ${status}: ${stderr}`);
  return stdout;
}

const editions = ['personal', 'share', 'blank'];

/** Each differs from the others in what is painted. */
const variants = editions.map((name) => ({ name, options: ['--edition', name] }));

/** Asked of one example only: every paper in every edition, large print, the letter, the edition for the screen. */
const moreVariants = [
  ...['B5', 'A3', 'Letter'].flatMap((paper) =>
    variants.map(({ name, options }) => ({
      name: `${paper} ${name}`,
      options: [...options, '--paper', paper],
    })),
  ),
  { name: 'large', options: ['--large'] },
  ...['B5', 'Letter'].map((paper) => ({ name: `large ${paper}`, options: ['--large', '--paper', paper] })),
  ...['personal', 'share'].map((edition) => ({
    name: `sent ${edition}`,
    options: ['--edition', edition, '--set', 'holder.visitor=proxy'],
  })),
  { name: 'fillable', options: ['--fillable'] },
];

const exampleWithAll = 'leaving-japan';

function writeExample(file: string, folder: string): Sample[] {
  const stem = basename(file, '.yaml');
  const samples: Sample[] = [];
  for (const { name, options } of stem === exampleWithAll ? [...variants, ...moreVariants] : variants) {
    const out = join(folder, stem, name);
    mkdirSync(out, { recursive: true });
    const shared = [file, '--today', '2027-01-15', ...options];
    runCli(['generate', ...shared, '-o', out]);
    for (const pdf of readdirSync(out).sort()) {
      const document = /-(checklist|memo|letter)(?:-\w+)?\.pdf$/.exec(pdf)?.[1] ?? '';
      const dump = (stage: string): string =>
        runCli(['generate', ...shared, '--document', document, '--dump', stage]);
      const pagesPath = join(out, pdf.replace(/pdf$/, 'json'));
      const pages = dump('pages');
      writeFileSync(pagesPath, JSON.stringify(readPagesDump(pages)));
      const html = dump('html');
      samples.push({
        name: `${stem} ${name} ${document}`,
        path: join(out, pdf),
        pagesPath,
        codes: readCodes(html),
        phrases: readPhrases(html),
        fillable: hasFields(pages),
      });
    }
  }
  return samples;
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-readers-'));
  const samples = await writeHandMade(folder);
  const examples = readdirSync(join(root, 'examples')).filter((file) => file.endsWith('.yaml'));
  const failures: string[] = [];
  for (const file of examples.sort()) {
    try {
      samples.push(...writeExample(join('examples', file), folder));
    } catch (error) {
      failures.push(String(error));
    }
  }
  const bytes = samples.map(({ path }) => readFileSync(path).length);
  console.log(`${samples.length} files for the readers, the largest ${Math.max(...bytes)} bytes`);
  project.provide('samples', samples);
  project.provide('failures', failures);
  project.provide('workFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

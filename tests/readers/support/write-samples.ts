/** Makes the PDFs that the readers look at: hand-made pages, and every example in every edition. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { TestProject } from 'vitest/node';
import { paintPdf } from '../../../src/pdf/paint-pdf.ts';
import { allFaces, loadFonts, metadata, samplerDocument } from '../../support/pages.ts';
import type { Sample } from './samples.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const editions = ['personal', 'share', 'blank'] as const;

async function writeHandMade(folder: string): Promise<Sample[]> {
  const { fonts } = await loadFonts(allFaces);
  const samples: Sample[] = [];
  for (const [name, fillable] of [
    ['sampler', false],
    ['sampler-fillable', true],
  ] as const) {
    const document = samplerDocument(fillable);
    const path = join(folder, `${name}.pdf`);
    writeFileSync(
      path,
      await paintPdf(document, fonts, { ...metadata, fillable }, (bytes) => deflateSync(bytes)),
    );
    const pagesPath = join(folder, `${name}.pages.json`);
    writeFileSync(pagesPath, JSON.stringify(document));
    samples.push({ name, path, pagesPath, textPath: null, codes: [] });
  }
  return samples;
}

function runCli(args: string[]): string {
  const cli = join(root, 'dist/cli.js');
  return execFileSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const today = ['--today', '2027-01-15'];

function writeExample(file: string, folder: string): Sample[] {
  const stem = basename(file, '.yaml');
  const samples: Sample[] = [];
  for (const edition of editions) {
    const out = join(folder, stem, edition);
    mkdirSync(out, { recursive: true });
    runCli(['generate', file, ...today, '--edition', edition, '-o', out]);
    for (const pdf of readdirSync(out).sort()) {
      const name = `${stem} ${edition} ${pdf}`;
      samples.push({ name, path: join(out, pdf), pagesPath: null, textPath: null, codes: null });
    }
  }
  return samples;
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-readers-'));
  const samples = await writeHandMade(folder);
  for (const file of readdirSync(join(root, 'examples')).sort()) {
    if (file.endsWith('.yaml') && existsSync(join(root, 'dist/cli.js'))) {
      samples.push(...writeExample(join(root, 'examples', file), folder));
    }
  }
  const bytes = samples.map(({ path }) => readFileSync(path).length);
  console.log(`${samples.length} files for the readers, the largest ${Math.max(...bytes)} bytes`);
  project.provide('samples', samples);
  project.provide('workFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

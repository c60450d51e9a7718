import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

let folder: string;
let tarball: string;
let files: string[];

/** The package as a stranger has it: unpacked in an empty folder beside its dependencies, and nothing else of ours. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-package-'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' });
  const [report] = JSON.parse(packed.slice(packed.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ];
  tarball = join(folder, report.filename);
  files = report.files.map(({ path }) => path);
  const home = join(folder, 'node_modules', 'kaiyaku');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const home = () => join(folder, 'node_modules', 'kaiyaku');

const node = (...argv: string[]) => execFileSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });

test('it holds what it runs on, and none of what it is made with', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/cli.js',
      'dist/node.mjs',
      'dist/index.mjs',
      'dist/types/index.d.ts',
      'fonts/manifest.json',
      'README.md',
      'LICENSE',
      'data/schema/case.schema.json',
    ]),
  );
  expect(files.filter((path) => /^(?:src|tests|tools|bench|output|build|examples)\//u.test(path))).toEqual(
    [],
  );
});

test('the bin runs and is executable', () => {
  const bin = join(folder, 'node_modules/kaiyaku/dist/cli.js');
  accessSync(bin, constants.X_OK);
  expect(readFileSync(bin, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
  expect(execFileSync(bin, ['--version'], { cwd: folder, encoding: 'utf8' })).toBe(`${manifest.version}\n`);
  writeFileSync(join(folder, 'case.yaml'), 'carrier: linemo\nreason: unused\n');
  expect(
    execFileSync(bin, ['generate', 'case.yaml', '--today', '2027-01-15'], { cwd: folder, encoding: 'utf8' }),
  ).toContain(join('output', 'case-memo.pdf'));
});

test('a reader that is slow gets everything, one that has gone changes no exit code', () => {
  const bin = join(folder, 'node_modules/kaiyaku/dist/cli.js');
  const dump = `${bin} generate case.yaml --today 2027-01-15 --dump pages`;
  const shell = (script: string) =>
    execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim();
  const whole = Number(shell(`${dump} 2>/dev/null | wc -c`));
  // More than a pipe holds, on one that another program has made non-blocking.
  expect(whole).toBeGreaterThan(2 ** 16);
  const waits = `node -e 'process.stdout.write("");setTimeout(()=>{},1500)'`;
  expect(Number(shell(`( ${waits} & sleep 0.5; ${dump} 2>/dev/null; wait ) | (sleep 1; wc -c)`))).toBe(whole);
  writeFileSync(join(folder, 'bad.yaml'), 'carrier: docomo\n');
  const gone = `(sleep 0.5; ${bin} check bad.yaml) 2>&1 | true; echo \${PIPESTATUS[0]}`;
  expect(shell(gone)).toBe('2');
});

test('a long command line goes by the modules: the same documents, also with templates of the user', () => {
  const bin = join(folder, 'node_modules/kaiyaku/dist/cli.js');
  const run = (...argv: string[]) =>
    execFileSync(bin, ['generate', 'case.yaml', '--today', '2027-01-15', ...argv], {
      cwd: folder,
      encoding: 'utf8',
    });
  mkdirSync(join(folder, 'own', 'memo'), { recursive: true });
  writeFileSync(join(folder, 'own', 'memo', 'sheet.css'), readFileSync('templates/memo/sheet.css', 'utf8'));
  const long = Array.from({ length: 12 }, () => ['--set', 'reason=unused']).flat();
  run('--out', 'short', '--templates', 'own');
  run('--out', 'long', '--templates', 'own', ...long);
  for (const name of ['case-checklist.pdf', 'case-memo.pdf']) {
    expect(readFileSync(join(folder, 'long', name)).equals(readFileSync(join(folder, 'short', name)))).toBe(
      true,
    );
  }
});

test('its names are these, and `generate` needs no host in Node', () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import * as kaiyaku from 'kaiyaku';
     const { documents } = await kaiyaku.generate({ carrier: 'au' }, { today: '2027-01-15' });
     console.log(JSON.stringify([Object.keys(kaiyaku).sort(), documents.map(({ name, bytes }) => [name, bytes.length > 10000])]));`,
  );
  expect(JSON.parse(node('use.js'))).toEqual([
    [
      'characterSpacing',
      'generate',
      'getCarrier',
      'lineBreakOpportunities',
      'listCarriers',
      'memoryHost',
      'nodeHost',
      'planSchedule',
      'reportProblem',
      'validateCase',
    ],
    [
      ['au-checklist.pdf', true],
      ['au-memo.pdf', true],
    ],
  ]);
});

test('a bundler or an import map finds the fonts', () => {
  const { resolve: find } = createRequire(join(folder, 'package.json'));
  expect(find('kaiyaku/fonts/sc-regular.ttf')).toBe(join(home(), 'fonts/sc-regular.ttf'));
  expect(() => find('kaiyaku/dist/cli.js')).toThrow();
});

test('its types compile, for Node and for a bundler', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { type Case, generate, getCarrier, lineBreakOpportunities, memoryHost, type Rendered, validateCase, planSchedule } from 'kaiyaku';
     const customer: Case = { carrier: 'au', line: { closingDay: 10 } };
     const rendered: Rendered = await generate(customer, { host: memoryHost({ a: new ArrayBuffer(1) }) });
     const { documents, problems, schedule } = rendered;
     const pages: Promise<Rendered> = generate(customer, { documents: ['memo'], paper: 'B5' });
     // @ts-expect-error nothing public makes templates
     generate(customer, { templates: {} });
     const { schedule: asInReadme } = await generate({ carrier: 'au', departure: '2027-03-28' });
     const bytes: Uint8Array<ArrayBuffer> | undefined = documents[0]?.bytes;
     const sentence: string | undefined = problems[0]?.message.zhHans;
     const offsets: number[] = lineBreakOpportunities('a', { lang: 'ja', strictness: 'strict' });
     const facts = getCarrier('au');
     if (facts) planSchedule(customer, facts, '2027-01-15').steps[0]?.from;
     // @ts-expect-error a misspelt key is refused
     const wrong: Case = { carrier: 'au', lin: {} };
     export default [bytes, pages, sentence, offsets, schedule, asInReadme, validateCase({}), wrong];`,
  );
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const resolutions = [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }];
  for (const resolution of resolutions) {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      target: 'es2022',
      types: [],
      ...resolution,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    expect(node(tsc, '-p', '.')).toBe('');
  }
});

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({
    pkgDir: join(folder, 'node_modules/kaiyaku'),
    pack: false,
    strict: true,
  });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

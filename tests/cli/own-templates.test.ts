import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { templates as bundled } from '#templates';
import { findUnusedTemplates } from '../../src/own-templates/unused-templates.ts';
import { runInProcess } from '../support/run-cli.ts';

const TODAY = ['--today', '2027-01-15'];
let folder: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-templates-'));
  out = join(folder, 'out');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('own templates are laid over the package’s; a mistake in one is named by its file', async () => {
  const templates = join(folder, 'templates', 'memo');
  mkdirSync(templates, { recursive: true });
  writeFileSync(join(templates, 'main.hbs'), '<p lang="en">MEMO OF MY OWN {{carrier.id}}</p>');
  const run = () =>
    runInProcess(
      'generate',
      'examples/linemo.yaml',
      ...TODAY,
      '--templates',
      join(folder, 'templates'),
      '--document',
      'memo',
      '--dump',
      'text',
    );
  expect((await run()).stdout).toContain('MEMO OF MY OWN linemo');
  writeFileSync(join(templates, 'main.hbs'), '<p lang="en">\n<page-break/><blink></blink></p>');
  const odd = await run();
  expect(odd.exitCode).toBe(2);
  expect(odd.stderr).toContain('self-closed-element');
  expect(odd.stderr).toContain('main.hbs:2:1');
  expect(odd.stderr).toContain('unknown-element');
  writeFileSync(join(templates, 'main.hbs'), '<p lang="en">{{#if}</p>');
  const broken = await run();
  expect(broken.exitCode).toBe(2);
  expect(broken.stderr).toContain('main.hbs');
  // What only the filling finds.
  for (const [wrong, code, named] of [
    ['{{> nosuch}}', 'unknown-partial', 'nosuch.hbs'],
    ['{{carrier.nosuch.id}}', 'unknown-value', 'carrier.nosuch.id'],
    ['{{amount @root.nope}}', 'missing-operand', 'amount'],
    ['{{join "a" "zh"}}', 'wrong-operand', 'join'],
    ['{{relative "x" "zh" "to"}}', 'wrong-operand', 'relative'],
    ['{{date today "zh.fulll"}}', 'wrong-operand', 'zh.fulll'],
    // What the compiler finds.
    ['{{ruby "漢"}}', 'missing-operand', 'main.hbs:1:'],
    ['{{#if @root.is.parkk}}a{{/if}}', 'unknown-value', '→ park'],
    ['{{#if is.parkk}}a{{/if}}', 'unknown-value', '→ park'],
    ['{{amont 1}}', 'unknown-helper', '→ amount'],
    ['{{#iff a}}a{{/iff}}', 'unknown-helper', '→ #if'],
    ['{{#if}}a{{/if}}', 'missing-operand', '#if'],
    ['{{{carrier.id}}}', 'raw-output', 'main.hbs:1:'],
    ['\n {{> parts/greeting}}\n', 'indented-partial', 'main.hbs:2:'],
    ['{{#if a}}a', 'block-not-closed', '{{/if}}'],
    ['{{a', 'mustache-not-readable', 'main.hbs:1:'],
  ] as const) {
    writeFileSync(join(templates, 'main.hbs'), `<p lang="en">${wrong}</p>`);
    const { exitCode, stderr } = await run();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(code);
    expect(stderr).toContain(named);
  }
});

test.each([
  [
    'memo/main.hbs',
    '<p lang="ja">a<fill-in width="wide"></fill-in></p>',
    'wrong-attribute-value',
    'main.hbs:1',
  ],
  ['memo/main.hbs', '<qr-code href="" alt="a" lang="ja"></qr-code>', 'wrong-attribute-value', 'main.hbs:1'],
  [
    'memo/main.hbs',
    '<time-line from="soon" to="2027-02-01"></time-line>',
    'wrong-attribute-value',
    'main.hbs:1',
  ],
  // What only the filled fragment shows.
  [
    'memo/main.hbs',
    '<p lang="en">{{carrier.id}}<fill-in width="{{carrier.id}}"></fill-in></p>',
    'wrong-attribute-value',
    'linemo',
  ],
  ['memo/main.hbs', '<p lang="en"><a>{{carrier.id}}</a></p>', 'missing-attribute', 'p/a'],
  [
    'memo/main.hbs',
    '<p lang="ja">a<ruby><strong>b</strong><rt>c</rt></ruby></p>',
    'misplaced-element',
    '<strong>',
  ],
  ['checklist/steps.json', '{}', 'template-not-readable', 'steps.json'],
  ['memo/rows.json', '{}', 'template-not-readable', 'rows.json'],
  ['memo/rows.json', '{', 'not-json', 'rows.json'],
  [
    'checklist/bring.json',
    '[{ "id": "pen", "when": ["shpo"] }]',
    'unknown-condition',
    'bring.json: 0.when.0',
  ],
  ['checklist/bring.json', '[{ "id": "pin", "when": ["shoop"] }]', 'unknown-condition', '→ shop'],
  ['checklist/bring.json', '[{ "id": "penn", "when": ["shop"] }]', 'unknown-partial', '→ bring/pen'],
  ['checklist/warnings.json', '[{ "code": "no-marginn" }]', 'template-not-readable', '→ no-margin'],
  // A partial that this case does not show.
  ['memo/rows/9a.hbs', '{{#if is.park}}{{> parts/greting}}{{/if}}', 'unknown-partial', '→ parts/greeting'],
  ['memo/sheet.css', 'p {\n  fnt-size: 1pt }', 'unknown-property', 'sheet.css:2\n'],
  ['memo/sheet.css', 'p {\n  fnt-size: 1pt }', 'unknown-property', '→ font-size'],
  ['memo/sheet.css', 'p {\n  width 1pt\n}', 'sheet-not-readable', 'sheet.css:2'],
  ['memo/sheet.css', 'p { font-size: big }', 'wrong-property-value', 'sheet.css:1\n'],
  ['memo/sheet.css', 'p { font-size: 15px }', 'wrong-property-value', 'pt、mm 或 u'],
  ['memo/sheet.css', 'p { padding: 1mm auto }', 'wrong-property-value', '長さを1つから4つ'],
  ['memo/sheet.css', 'p:hover { width: 1pt }', 'template-not-readable', 'sheet.css:1'],
])('a mistake in an own %s, %s, is told and not thrown', async (file, text, code, named) => {
  const own = join(folder, 'wrong-templates');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(dirname(join(own, file)), { recursive: true });
  writeFileSync(join(own, file), text);
  const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own, '--document', 'memo', '-o', out];
  const { exitCode, stderr } = await runInProcess('generate', ...argv);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(code);
  expect(stderr).toContain(named);
});

test('what a table lacks only when it is looked up is told too', async () => {
  const own = join(folder, 'wrong-conditions');
  mkdirSync(join(own, 'memo'), { recursive: true });
  const rows = JSON.parse(readFileSync('templates/memo/rows.json', 'utf8'));
  delete rows.front.A4;
  writeFileSync(join(own, 'memo', 'rows.json'), JSON.stringify(rows));
  const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own, '-o', out];
  const { exitCode, stderr } = await runInProcess('generate', ...argv);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no front for A4');
});

function write(name: string, files: Record<string, string | Uint8Array>): string {
  const own = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, file)), { recursive: true });
    writeFileSync(join(own, file), text);
  }
  return own;
}

test('a file that no page shows is told; generate goes on, check tells it too', async () => {
  const own = write('slip', {
    'memo/part/greeting.hbs': '<p lang="ja">こんにちは。</p>',
    'memo/sheet.css': '',
  });
  const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own];
  const { exitCode, stderr } = await runInProcess('generate', ...argv, '--document', 'memo', '-o', out);
  expect(exitCode).toBe(0);
  expect(stderr.match(/^warning template-not-used/gmu)).toHaveLength(1);
  expect(stderr).toContain(join('memo', 'part', 'greeting.hbs'));
  expect((await runInProcess('check', ...argv)).stderr).toContain('warning template-not-used');
});

test('what is wrong on a page is told with its document, not as an answer of the case', async () => {
  const long = 'linemo'.repeat(20);
  const own = write('on-page', { 'memo/main.hbs': `<p lang="en">${long}</p>`, 'letter/main.hbs': '' });
  const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own];
  expect((await runInProcess('check', ...argv)).stderr).toMatch(/emergency-break .*linemo\.yaml: memo\n/u);
  const unmarked = write('on-page-2', { 'memo/main.hbs': '<section><p>\u3042</p></section>' });
  const { stderr } = await runInProcess('check', ...argv.slice(0, -1), unmarked);
  expect(stderr).toMatch(/text-without-language .*linemo\.yaml: memo: section\/p\n/u);
});

test('check sets the own templates', async () => {
  const own = write('own-check', { 'memo/main.hbs': '<p lang="ja">{{noSuchAnswer}}</p>' });
  const { exitCode, stderr } = await runInProcess(
    'check',
    'examples/linemo.yaml',
    ...TODAY,
    '--templates',
    own,
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain('unknown-value');
});

test.each([
  ['memo/greting.hbs'],
  ['memo/parts/greeting.hbs.txt'],
  ['memo/parts/greeting.html'],
  ['momo/main.hbs'],
  ['main.hbs'],
  ['memo/steps.json'],
  ['shared/sheet.css'],
  ['memo/base.css'],
])('%s is used by nothing', (file) => {
  expect(findUnusedTemplates({ [file]: '' }, bundled.documents)).toEqual([file]);
});

test('the package’s own files, and what they name, are used', () => {
  const texts = {
    'memo/main.hbs': '{{> parts/mine}}',
    'memo/parts/mine.hbs': '',
    'memo/rows.json': '{ "front": ["mine-too"] }',
    'memo/rows/mine-too.hbs': '',
    'memo/sheet.css': '',
    'shared/base.css': '',
    'shared/name-zh.hbs': '',
    'words/dates.json': '',
    'memo/README.md': '',
    'memo/.DS_Store': '',
    'checklist/steps.json': '',
  };
  expect(findUnusedTemplates(texts, bundled.documents)).toEqual([]);
});

test('a template that is not UTF-8 is one Problem with its file, not one a letter', async () => {
  const own = write('gbk', { 'memo/main.hbs': new Uint8Array([0x3c, 0x70, 0x3e, 0xd5, 0xc1, 0xbb, 0xa7]) });
  const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own, '--document', 'memo', '-o', out];
  const { exitCode, stderr } = await runInProcess('generate', ...argv);
  expect(exitCode).toBe(2);
  expect(stderr.match(/^error /gmu)).toHaveLength(1);
  expect(stderr).toContain('main.hbs');
  expect(stderr).toContain('not-utf-8');
});

test('that words are built in is told once, with what to do', async () => {
  const own = write('words', { 'memo/sheet.css': '', 'words/dates.json': '{}', 'words/units.json': '{}' });
  const { exitCode, stderr } = await runInProcess(
    'check',
    'examples/linemo.yaml',
    ...TODAY,
    '--templates',
    own,
  );
  expect(exitCode).toBe(0);
  expect(stderr.match(/^warning words-not-replaced/gmu)).toHaveLength(1);
});

test('line ends of Windows print as those of the package do', async () => {
  const text = readFileSync('templates/memo/parts/greeting.hbs', 'utf8');
  const dump = async (name: string, ends: string) => {
    const own = write(name, { 'memo/parts/greeting.hbs': text.replaceAll('\n', ends) });
    const argv = ['examples/linemo.yaml', ...TODAY, '--templates', own, '--document', 'memo'];
    return (await runInProcess('generate', ...argv, '--dump', 'html')).stdout;
  };
  expect(await dump('crlf', '\r\n')).toBe(await dump('lf', '\n'));
});

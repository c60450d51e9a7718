import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from '../support/files-below.ts';
import { runInProcess } from '../support/run-cli.ts';

const TODAY = ['--today', '2027-01-15'];
let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-cli-'));
  out = join(folder, 'output');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function caseFile(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const written = () => filesBelow(folder, '.pdf');

test('one case gives a checklist and a memo, named after it', async () => {
  const { exitCode, stdout } = await runInProcess(
    'generate',
    'examples/leaving-japan.yaml',
    ...TODAY,
    '-o',
    out,
  );
  expect(exitCode).toBe(0);
  expect(written()).toEqual(['output/leaving-japan-checklist.pdf', 'output/leaving-japan-memo.pdf']);
  for (const name of written()) {
    expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(stdout).toContain(join(folder, name));
  }
});

test('--json prints the report and nothing else', async () => {
  const { exitCode, stdout, stderr } = await runInProcess(
    'generate',
    'examples/linemo.yaml',
    ...TODAY,
    '-o',
    out,
    '--json',
    '--document',
    'memo',
  );
  const report = JSON.parse(stdout) as Record<string, never>;
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  const bytes = readFileSync(join(out, 'linemo-memo.pdf')).length;
  expect(report.documents).toMatchObject([
    { name: 'linemo-memo.pdf', path: join(out, 'linemo-memo.pdf'), bytes },
  ]);
  expect(report.schedule).toMatchObject({ today: '2027-01-15' });
  expect(Object.keys(report)).toEqual(expect.arrayContaining(['documents', 'problems', 'schedule']));
});

test('copies for others carry nothing personal in their names', async () => {
  const file = caseFile('wang-xiaoming.yaml', 'carrier: au\nholder: { nameRoman: WANG }\n');
  await runInProcess('generate', file, ...TODAY, '-o', out, '--edition', 'share');
  await runInProcess('generate', file, ...TODAY, '-o', out, '--edition', 'blank', '--document', 'memo');
  const any = caseFile('any.yaml', 'carrier: any\n');
  await runInProcess('generate', any, ...TODAY, '-o', out, '--edition', 'blank', '--document', 'memo');
  expect(written()).toEqual([
    'output/any-memo-blank.pdf',
    'output/au-checklist-share.pdf',
    'output/au-memo-blank.pdf',
    'output/au-memo-share.pdf',
  ]);
});

test.each<[string, string, string[]]>([
  ['an unknown carrier', 'carrier: docomo', ['unknown-carrier carrier']],
  ['a day that is not', 'carrier: au\ndeparture: 2027-02-30', ['invalid-date departure']],
  [
    'an emoji in a name',
    'carrier: au\nholder: { nameRoman: "WANG 😀" }',
    ['unsupported-character holder.nameRoman'],
  ],
  ['an unknown key', 'carrier: au\ncolour: red', ['unknown-key colour']],
  ['an empty file', '', ['empty-case ']],
  ['ten megabytes of aliases', `a: &a x\nb: [${'*a,'.repeat(3_400_000)}]`, ['file-too-large ']],
  ['many aliases', `a: &a x\nb: [${'*a,'.repeat(10_000)}]`, ['too-many-aliases ']],
  [
    'all of it at once',
    'carrier: docomo\ndeparture: 2027-02-30\ncolour: red\nholder: { nameRoman: 😀 }',
    [
      'invalid-date departure',
      'unknown-carrier carrier',
      'unknown-key colour',
      'unsupported-character holder.nameRoman',
    ],
  ],
])('%s: exit code 2, every Problem named in both languages, nothing written', async (_, text, expected) => {
  const file = caseFile('case.yaml', text);
  const json = await runInProcess('generate', file, ...TODAY, '-o', out, '--json');
  const { problems, documents } = JSON.parse(json.stdout) as {
    problems: { code: string; path: string; message: { zhHans: string; ja: string } }[];
    documents: unknown[];
  };
  expect(json.exitCode).toBe(2);
  expect(json.stderr).toBe('');
  expect(documents).toEqual([]);
  expect(problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual(expected);

  const plain = await runInProcess('generate', file, ...TODAY, '-o', out);
  expect(plain.exitCode).toBe(2);
  expect(plain.stdout).toBe('');
  for (const { code, path, message } of problems) {
    expect(plain.stderr).toContain(code);
    expect(plain.stderr).toContain(path);
    expect(plain.stderr).toContain(message.zhHans);
    expect(plain.stderr).toContain(message.ja);
    expect(`${message.zhHans}${message.ja}`).not.toMatch(/\{\w+\}/u);
  }
  expect(readdirSync(folder)).toEqual(['case.yaml']);
});

test('one bad case of several writes nothing, and earlier files stay as they were', async () => {
  const good = caseFile('good.yaml', 'carrier: au\n');
  await runInProcess('generate', good, ...TODAY, '-o', out);
  const before = readFileSync(join(out, 'good-memo.pdf'));
  const bad = caseFile('bad.yaml', 'carrier: auu\n');
  const { exitCode, stderr } = await runInProcess('generate', good, bad, '--today', '2027-02-02', '-o', out);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('bad.yaml');
  expect(readFileSync(join(out, 'good-memo.pdf')).equals(before)).toBe(true);
  expect(readdirSync(out).sort()).toEqual(['good-checklist.pdf', 'good-memo.pdf']);
});

test('two outputs of one name are a Problem', async () => {
  const first = caseFile('same.yaml', 'carrier: au\n');
  const second = caseFile('same.json', '{"carrier":"linemo"}');
  const { exitCode, stderr } = await runInProcess('generate', first, second, ...TODAY, '-o', out);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('same-output-name');
  expect(written()).toEqual([]);
});

test.each([
  [['--paper', 'A2'], 'bad-option'],
  [['--document', 'memos'], 'bad-option'],
  [['--edition', 'public'], 'bad-option'],
  [['--dump', 'fonts'], 'bad-option'],
  [['--today', '2027-02-30'], 'invalid-date'],
  [['--today', '2199-12-31'], '2000-01-01 \u2026 2099-12-31'],
  [['--today', '27-1-15'], 'YYYY-MM-DD'],
  [['--set', 'line'], 'bad-set'],
  [['--set', 'line.closingDay=11'], 'not-one-of'],
  [['--templates', 'nowhere'], 'no-templates'],
  [['--templates', 'package.json'], 'no-templates'],
])('%j is told, and nothing is written', async (options, code) => {
  const { exitCode, stderr } = await runInProcess(
    'generate',
    'examples/au-leaving.yaml',
    '-o',
    out,
    ...options,
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain(code);
  expect(written()).toEqual([]);
});

test('files that are not there or can not be written', async () => {
  const gone = await runInProcess('generate', join(folder, 'gone.yaml'), '-o', out);
  expect(gone).toMatchObject({ exitCode: 2, stdout: '' });
  expect(gone.stderr).toContain('file-not-found');
  const table = caseFile('table.csv', 'carrier\nau\n');
  for (const command of ['generate', 'check']) {
    const { exitCode, stderr } = await runInProcess(command, table);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`kaiyaku batch ${table}`)]);
  }
  const inTheWay = caseFile('output', 'a file');
  const blocked = await runInProcess('generate', 'examples/linemo.yaml', ...TODAY, '-o', inTheWay);
  expect(blocked.exitCode).toBe(2);
  expect(blocked.stderr.match(/^error .+$/gmu)).toEqual([
    expect.stringMatching(/^error folder-is-a-file .*linemo\.yaml$/u),
  ]);
  // A folder in the place of the second document keeps the first from its place too.
  mkdirSync(join(folder, 'half', 'linemo-memo.pdf'), { recursive: true });
  const half = await runInProcess('generate', 'examples/linemo.yaml', ...TODAY, '-o', join(folder, 'half'));
  expect(half.exitCode).toBe(2);
  expect(half.stderr).toContain('\u6587\u4ef6\u5939');
  expect(readdirSync(join(folder, 'half'))).toEqual(['linemo-memo.pdf']);
});

// 255 bytes elsewhere, which 78 of these fill with what stands after them; in Windows 255 letters.
test.skipIf(process.platform === 'win32')(
  'a name that is too long for the folder leaves nothing behind',
  async () => {
    for (const length of [70, 78]) {
      const file = caseFile(`${'\u738b'.repeat(length)}.yaml`, 'carrier: linemo\n');
      const { exitCode, stdout, stderr } = await runInProcess(
        'generate',
        file,
        ...TODAY,
        '-o',
        out,
        '--json',
      );
      const { documents, problems } = JSON.parse(stdout) as {
        documents: unknown[];
        problems: { code: string }[];
      };
      expect(stderr).toBe('');
      if (length === 70) expect([exitCode, documents.length]).toEqual([0, 2]);
      else {
        expect([exitCode, documents]).toEqual([2, []]);
        expect(problems.map(({ code }) => code).filter((code) => code === 'name-too-long')).toHaveLength(1);
      }
      expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
  },
);

test('an empty name of a folder is no folder', async () => {
  const { exitCode, stderr } = await runInProcess('generate', 'examples/linemo.yaml', ...TODAY, '-o', '');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('bad-option');
});

test('--set answers on the command line, and can stand for the whole file', async () => {
  const empty = caseFile('empty.yaml', '');
  const { stdout } = await runInProcess(
    'generate',
    empty,
    ...TODAY,
    '--set',
    'carrier=softbank',
    '--set',
    'line.closingDay=10',
    '--dump',
    'case',
  );
  expect(JSON.parse(stdout)).toEqual({ carrier: 'softbank', line: { closingDay: 10 } });
});

test('--profile tells every stage on stderr', async () => {
  const { stderr } = await runInProcess('generate', 'examples/mineo.yaml', ...TODAY, '-o', out, '--profile');
  for (const stage of ['read', 'case', 'facts', 'schedule', 'fill', 'line', 'pdf', 'all']) {
    expect(stderr).toMatch(new RegExp(`^${stage} +[\\d.]+ ms$`, 'mu'));
  }
});

import fs, {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calendarWords, dateWords } from '#calendar-words';
import { CARRIER_IDS } from '#carrier-ids';
import { outputWords } from '#output-words';
import { suggestedCommand } from '../../src/cli/suggested-command.ts';
import { formatRelative } from '../../src/fill/format-date.ts';
import { runInProcess } from '../support/run-cli.ts';

const TODAY = ['--today', '2027-01-15'];
const isWindows = process.platform === 'win32';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

test('--help names every command, --version is the package’s', async () => {
  vi.stubEnv('LC_ALL', 'C');
  const help = await runInProcess('--help');
  expect(help.exitCode).toBe(0);
  for (const command of ['generate', 'check', 'schedule', 'carriers', 'new', 'batch']) {
    expect(help.stdout).toContain(command);
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runInProcess('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

test('without a command the help is shown, and nothing is scolded', async () => {
  vi.stubEnv('LC_ALL', 'C');
  const { exitCode, stdout, stderr } = await runInProcess();
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('Usage: kaiyaku');
  expect(stderr).not.toContain('error ');
});

test.each([
  [['bogus'], 'unknown-command', 'bogus'],
  [['generate'], 'missing-argument', 'case'],
  [['generate', 'a.yaml', '--nothing'], 'unknown-option', '--nothing'],
  [['generate', 'a.yaml', '--out'], 'option-needs-value', '--out'],
  [['carriers', 'au', 'linemo'], 'too-many-arguments', 'kaiyaku carriers'],
  [['schedule'], 'missing-argument', '\u60c5\u51b5\u6587\u4ef6'],
  [['batch'], 'missing-argument', 'NDJSON\u6216'],
])('%j is a mistake of usage, told in both languages: exit code 2', async (argv, code, named) => {
  const { exitCode, stdout, stderr } = await runInProcess(...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  const [first, zh, ja] = stderr.split('\n');
  expect(first).toBe(`error ${code}`);
  expect(zh).toMatch(/[\u4e00-\u9fff]/u);
  expect(ja).toMatch(/[\u3041-\u3096]/u);
  expect(stderr).toContain(named);
});

test.each([
  [['genrate', 'a.yaml'], 'generate'],
  [['generate', 'a.yaml', '--documnt', 'memo'], '--document'],
])('%j is told what was probably meant, in no language', async (argv, meant) => {
  const { stderr } = await runInProcess(...argv);
  expect(stderr.split('\n')).toContain(`  \u2192 ${meant}`);
});

test.each([
  [['generate', '--json', 'a.yaml', '--nothing'], 'unknown-option'],
  [['schedule', '--json'], 'missing-argument'],
  [['bogus', '--json'], 'unknown-command'],
])('%j is told as one report on stdout and nothing else', async (argv, code) => {
  const { exitCode, stdout, stderr } = await runInProcess(...argv);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: object }[] };
  expect(problems).toMatchObject([{ severity: 'error', code, path: '' }]);
  expect(problems[0]?.message).toMatchObject({ zhHans: expect.any(String), ja: expect.any(String) });
});

test('a quoted answer gives a terminal nothing to obey', async () => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, 'carrier: "\\e[31mau"\n');
  const { stderr } = await runInProcess('check', file);
  expect(stderr).toContain('\\u001b[31mau');
  expect(stderr).not.toContain('\u001b');
  writeFileSync(file, 'carrier: "\\u2067au"\n');
  expect((await runInProcess('check', file)).stderr).toContain('\\u2067au');
});

test('carriers: all, and one with its sources', async () => {
  const all = await runInProcess('carriers');
  for (const id of CARRIER_IDS) expect(all.stdout).toContain(id);
  const { carriers } = JSON.parse((await runInProcess('carriers', '--json')).stdout) as {
    carriers: { id: string }[];
  };
  expect(carriers.map(({ id }) => id).sort()).toEqual([...CARRIER_IDS].sort());
  const one = await runInProcess('carriers', 'ntt-docomo');
  expect(one.stdout).toContain('channels.shop');
  expect(one.stdout).toMatch(/unknown: /u);
  const unknown = await runInProcess('carriers', 'docomo', '--json');
  expect(unknown.exitCode).toBe(2);
  expect(JSON.parse(unknown.stdout)).toMatchObject({
    problems: [{ code: 'unknown-carrier', hint: 'ntt-docomo' }],
  });
});

test('schedule --json has the steps of its table', async () => {
  const { stdout, exitCode } = await runInProcess(
    'schedule',
    'examples/leaving-japan.yaml',
    ...TODAY,
    '--json',
  );
  const schedule = JSON.parse(stdout) as { today: string; steps: { id: string }[]; warnings: unknown[] };
  expect(exitCode).toBe(0);
  expect(schedule.today).toBe('2027-01-15');
  expect(schedule.steps.map(({ id }) => id)).toContain('last-debit');
  expect(schedule.steps.map(({ id }) => id)).toContain('visit');
  expect(schedule.steps.map(({ id }) => id)).not.toContain('visit-keep-number');
  expect(Array.isArray(schedule.warnings)).toBe(true);
  const table = await runInProcess('schedule', 'examples/leaving-japan.yaml', ...TODAY);
  for (const { id } of schedule.steps) expect(table.stdout).toContain(id);
});

test.each(['port-out', 'park'] as const)(
  'schedule speaks of no cancellation where the number goes to %s',
  async (plan) => {
    const argv = ['schedule', 'examples/leaving-japan.yaml', ...TODAY, '--set', `line.numberPlan=${plan}`];
    const { stdout } = await runInProcess(...argv);
    expect(stdout).toContain(calendarWords.steps[`line-ends/${plan}`]!.title.ja);
    expect(stdout).not.toContain(calendarWords.steps['line-ends']!.title.ja);
    expect(stdout).not.toContain(calendarWords.steps['visit-save-month']!.title.ja);
  },
);

test('--set changes one answer and keeps the others of the file', async () => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, 'carrier: linemo\nreason: leaving-japan\ndeparture: 2027-03-28\n');
  const argv = ['generate', file, ...TODAY, '--set', 'visit.channel=web', '--dump', 'case'];
  expect(JSON.parse((await runInProcess(...argv)).stdout)).toEqual({
    carrier: 'linemo',
    reason: 'leaving-japan',
    departure: '2027-03-28',
    visit: { channel: 'web' },
  });
});

test('--set alone fills an empty file, and mends no file that cannot be read', async () => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, '# nothing yet\n');
  const argv = ['generate', file, ...TODAY, '--set', 'carrier=au', '--dump', 'case'];
  expect(JSON.parse((await runInProcess(...argv)).stdout)).toEqual({ carrier: 'au' });
  writeFileSync(file, 'carrier: [au\n');
  expect(await runInProcess(...argv)).toMatchObject({ exitCode: 2, stdout: '' });
});

test('schedule shows the booked day with its hour instead of the windows', async () => {
  const argv = ['schedule', 'examples/softbank-family-hikari.yaml', ...TODAY];
  const { stdout } = await runInProcess(...argv);
  expect(stdout).toMatch(/^2027-03-18 10:30 +must +visit$/mu);
  expect(stdout).not.toMatch(/visit-(?:save-month|keep-number)/u);
  const undecided = await runInProcess(...argv, '--set', 'visit.date=');
  expect(undecided.stdout).toMatch(/^2027-04-03 \u2013 2027-04-07 +must +visit-keep-number$/mu);
});

test('schedule counts days and says what is not known in words', async () => {
  const { stdout } = await runInProcess('schedule', 'examples/povo-park.yaml', ...TODAY);
  expect(stdout).not.toMatch(/-?\d+\u2026-?\d|\?|last-purchase|departure|closing-day/u);
  const relative = { anchor: 'visit', from: -14, to: -1 } as const;
  expect(stdout).toContain(formatRelative(dateWords, relative, 'zh', 'span'));
  expect(stdout).toContain(formatRelative(dateWords, relative, 'ja', 'span'));
  const unknown = await runInProcess('schedule', 'examples/leaving-japan.yaml', ...TODAY);
  expect(unknown.stdout).toContain(calendarWords.unknownDay.zhHans);
  expect(unknown.stdout).toContain(calendarWords.unknownDay.ja);
});

test('the ids of a calendar tell people apart, by nothing that can be read', async () => {
  const file = join(folder, 'plan.ics');
  const idsOf = async (...set: string[]): Promise<string> => {
    const assignments = set.flatMap((each) => ['--set', each]);
    await runInProcess('schedule', 'examples/leaving-japan.yaml', ...TODAY, '--ics', file, ...assignments);
    const text = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
    expect(text).not.toMatch(/12345678|5678|WANG|@example/u);
    return /UID:backup\.(.+)/u.exec(text)![1]!;
  };
  const own = await idsOf();
  expect(own).toMatch(/^ntt-docomo\.[\da-f]{5}@kaiyaku$/u);
  expect(await idsOf('departure=2027-03-29', 'holder.nameRoman=OU GYOMEI', 'visit.time=15:00')).toBe(own);
  expect(await idsOf('line.number=+81 90 1234 5678')).toBe(own);
  expect(await idsOf('line.number=090-1234-5679')).not.toBe(own);
  const nameless = await idsOf('line.number=');
  expect(await idsOf('line.number=', 'holder.nameRoman=LI NA')).not.toBe(nameless);
  const nobody = ['line.number=', 'holder.nameRoman=', 'holder.nameKanji=', 'holder.nameKana='];
  expect(await idsOf(...nobody, 'contactAfter.email=')).toMatch(/^ntt-docomo\.[\da-f]{5}@kaiyaku$/u);
});

test('without a given day a calendar that is corrected later is the later one', async () => {
  const file = join(folder, 'plan.ics');
  const before = Date.now();
  await runInProcess('schedule', 'examples/leaving-japan.yaml', '--ics', file);
  const [, ...parts] = /DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/u.exec(readFileSync(file, 'utf8'))!;
  const [year, month, day, ...time] = parts.map(Number) as [number, number, number, number, number, number];
  const written = Date.UTC(year, month - 1, day, ...time);
  expect(written).toBeGreaterThan(before - 1001);
  expect(written).toBeLessThanOrEqual(Date.now());
});

test('schedule --ics writes a calendar', async () => {
  const file = join(folder, 'plan.ics');
  const { exitCode } = await runInProcess('schedule', 'examples/leaving-japan.yaml', ...TODAY, '--ics', file);
  expect(exitCode).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/u);
  const blocked = await runInProcess('schedule', 'examples/leaving-japan.yaml', ...TODAY, '--ics', folder);
  expect(blocked.exitCode).toBe(2);
  expect(blocked.stderr).toContain('error folder-in-place');
  expect(readdirSync(folder)).toEqual(['plan.ics']);
});

test('check says what generate would say, and writes nothing', async () => {
  const good = await runInProcess('check', 'examples/iijmio.yaml', ...TODAY);
  expect(good.exitCode).toBe(0);
  const file = join(folder, 'bad.yaml');
  writeFileSync(file, 'carrier: au\npin: 1234\n');
  const bad = await runInProcess('check', 'examples/iijmio.yaml', file, ...TODAY, '--json');
  expect(bad.exitCode).toBe(2);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ code: 'never-asked', path: 'pin', file })]),
  });
});

test('new does not replace a file', async () => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, 'carrier: au\n');
  const { exitCode, stderr } = await runInProcess('new', file);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('file-exists');
});

test('a calendar takes the place of a calendar, never of the case file', async () => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, 'carrier: au\n');
  const taken = await runInProcess('schedule', file, ...TODAY, '--ics', file);
  expect(taken.exitCode).toBe(2);
  expect(taken.stderr).toContain('error not-a-calendar');
  expect(readFileSync(file, 'utf8')).toBe('carrier: au\n');
  const calendar = join(folder, 'plan.ics');
  for (const before of ['', 'BEGIN:VCALENDAR\r\n']) {
    writeFileSync(calendar, before);
    expect((await runInProcess('schedule', file, ...TODAY, '--ics', calendar)).exitCode).toBe(0);
    expect(readFileSync(calendar, 'utf8')).toContain('END:VCALENDAR');
  }
});

test.skipIf(isWindows)('where a link stands, what it leads to is written', async () => {
  const real = join(folder, 'real.ics');
  const link = join(folder, 'link.ics');
  writeFileSync(real, '');
  symlinkSync(real, link);
  expect((await runInProcess('schedule', 'examples/linemo.yaml', ...TODAY, '--ics', link)).exitCode).toBe(0);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(real, 'utf8')).toContain('BEGIN:VCALENDAR');
});

test.skipIf(isWindows)('what is no file is not replaced by one', async () => {
  const place = join(folder, 'socket');
  const server = createServer();
  await new Promise<void>((done) => server.listen(place, done));
  const { exitCode, stderr } = await runInProcess(
    'schedule',
    'examples/linemo.yaml',
    ...TODAY,
    '--ics',
    place,
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error cannot-write');
  expect(statSync(place).isSocket()).toBe(true);
  await new Promise((done) => server.close(done));
});

test('schedule is in the order of days, what has none last, and each step has its words', async () => {
  for (const name of ['leaving-japan', 'softbank-family-hikari', 'povo-park', 'linemo']) {
    const { stdout } = await runInProcess('schedule', `examples/${name}.yaml`, ...TODAY);
    const lines = stdout.trimEnd().split('\n').slice(1);
    const steps = lines.filter((line) => !line.startsWith('    '));
    const days = steps.map((line) => /^\d{4}-\d\d-\d\d/u.exec(line)?.[0] ?? '9999');
    expect(days).toEqual([...days].sort());
    expect(lines).toHaveLength(2 * steps.length);
  }
});

test.each([
  ['zh_CN.UTF-8', 'zhHans'],
  ['ja_JP.UTF-8', 'ja'],
] as const)('in %s the commands print no English', async (locale, language) => {
  vi.stubEnv('LC_ALL', locale);
  const made = await runInProcess('generate', 'examples/linemo.yaml', ...TODAY, '-o', folder);
  expect(made.stdout).toContain(outputWords.made![language].replace(/^.*\{pages\}|\uff0c.*|\u3001.*/gu, ''));
  expect(made.stdout).not.toContain('page');
  const { stdout } = await runInProcess('check', 'examples/iijmio.yaml', ...TODAY);
  expect(stdout).toBe(`${outputWords.clean![language].replace('{file}', 'examples/iijmio.yaml')}\n`);
  const table = await runInProcess('schedule', 'examples/linemo.yaml', ...TODAY);
  expect(table.stdout).not.toMatch(/must|should|today/u);
});

test('a folder, a table and a name with a space: the next command can be typed as it stands', async () => {
  const cases = join(folder, 'my cases');
  mkdirSync(cases);
  const { stderr } = await runInProcess('generate', cases, ...TODAY);
  expect(stderr).toContain('error case-is-folder');
  expect(stderr).toContain(`npx kaiyaku batch "${cases}"`);
  writeFileSync(join(cases, 'a.csv'), 'carrier\nau\n');
  expect((await runInProcess('check', join(cases, 'a.csv'))).stderr).toContain(
    `npx kaiyaku batch "${join(cases, 'a.csv')}"`,
  );
  expect(suggestedCommand('generate', '\u60c5\u51b5-1.yaml')).toBe(
    'npx kaiyaku generate \u60c5\u51b5-1.yaml',
  );
  const typed = (file: string, platform: NodeJS.Platform) => suggestedCommand('generate', file, platform);
  expect(typed('a"$b\\c.yaml', 'linux')).toBe('npx kaiyaku generate "a\\"\\$b\\\\c.yaml"');
  expect(typed('C:\\me\\a.yaml', 'win32')).toBe('npx kaiyaku generate C:\\me\\a.yaml');
  expect(typed('C:\\me\\my case.yaml', 'win32')).toBe('npx kaiyaku generate "C:\\me\\my case.yaml"');
  const long = await runInProcess('check', `${'a'.repeat(300)}.yaml`);
  // Windows does not tell the two apart.
  expect(long.stderr).toContain(isWindows ? 'error file-not-found' : 'error name-too-long');
});

test('output that can not be written is a Problem, and stderr that can not is told to nobody', async () => {
  const checkWith = async (broken: number, file: string) => {
    const { writeSync } = fs;
    let told = '';
    fs.writeSync = ((file: number, bytes: Uint8Array) => {
      if (file === broken) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      told += new TextDecoder().decode(bytes);
      return bytes.length;
    }) as typeof fs.writeSync;
    syncBuiltinESMExports();
    try {
      // Modules of their own: what nobody reads is remembered.
      vi.resetModules();
      const { runCli } = await import('../../src/cli/main.ts');
      return [await runCli(['check', file, ...TODAY]), told];
    } finally {
      fs.writeSync = writeSync;
      syncBuiltinESMExports();
    }
  };
  const [exitCode, told] = await checkWith(1, 'examples/iijmio.yaml');
  expect(exitCode).toBe(2);
  expect(told).toContain('error cannot-write');
  expect(told).not.toContain(' at ');
  expect((await checkWith(2, 'nothing.yaml'))[0]).toBe(2);
});

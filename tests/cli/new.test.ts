import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseCase } from '../../src/case/parse-case.ts';
import { validateCase } from '../../src/case/validate-case.ts';
import { findCarriers } from '../../src/cli/find-carriers.ts';
import { runInProcess } from '../support/run-cli.ts';

interface Prompt {
  message: string;
  choices?: { name: string; value: string }[];
  source?(term: string): { value: unknown }[];
  validate?(text: string): string | true;
}

/** Answers by a part of the question; the first choice, or nothing, where none is given. */
const script = vi.hoisted(() => ({
  answers: {} as Record<string, string>,
  asked: [] as string[],
  refusals: [] as string[],
  /** Tried before the answer, by a part of the question. */
  tried: {} as Record<string, string>,
  /** Enter came with the text: the list is still the one of before. */
  pasted: [] as string[],
  onFirst: (() => undefined) as () => unknown,
}));

vi.mock('@inquirer/prompts', () => {
  const given = (message: string) =>
    Object.entries(script.answers).find(([part]) => message.includes(part))?.[1];
  const note = ({ message }: Prompt) => script.asked.push(message);
  return {
    search: async (prompt: Prompt) => {
      note(prompt);
      script.onFirst();
      const pasted = script.pasted.shift();
      if (pasted === undefined) return prompt.source?.(given(prompt.message) ?? '')[0]?.value;
      const [before] = prompt.source?.('') ?? [];
      prompt.source?.(pasted);
      return before?.value;
    },
    select: async (prompt: Prompt) => {
      note(prompt);
      return given(prompt.message) ?? prompt.choices?.[0]?.value;
    },
    checkbox: async (prompt: Prompt) => {
      note(prompt);
      return given(prompt.message)?.split(' ') ?? [];
    },
    input: async (prompt: Prompt) => {
      note(prompt);
      const tried = Object.entries(script.tried).find(([part]) => prompt.message.includes(part))?.[1];
      const refusal = prompt.validate?.(tried ?? '2027-02-30 \u{1F600}');
      if (typeof refusal === 'string') script.refusals.push(refusal);
      const answer = given(prompt.message) ?? '';
      expect(prompt.validate?.(answer)).toBe(true);
      return answer;
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-new-'));
  Object.assign(script, {
    answers: {},
    asked: [],
    refusals: [],
    tried: {},
    pasted: [],
    onFirst: () => undefined,
  });
  setTerminal(true);
});

const setTerminal = (isTerminal: boolean) =>
  Object.defineProperty(process.stdin, 'isTTY', { value: isTerminal, configurable: true });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the interview writes a case file that is valid and says what is known on the way', async () => {
  script.answers = {
    '运营商 /': 'linemo',
    离开日本: '2027-03-28',
    哪里办理: 'web',
    要解约的电话号码: '090-1234-5678',
    罗马字: 'WANG XIAOMING',
    付款方式: '',
    绑定此号码: 'wechat line',
  };
  const file = join(folder, 'mine.yaml');
  const { exitCode, stdout } = await runInProcess('new', file);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`npx kaiyaku generate ${file}`);
  expect(stdout).toMatch(/\[(?:high|medium|low)\]/u);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^# yaml-language-server: \$schema=file:\/\/.*case\.schema\.json$/mu);
  expect(validateCase(parseCase(text).value)).toMatchObject({
    problems: [],
    value: {
      carrier: 'linemo',
      reason: 'leaving-japan',
      departure: '2027-03-28',
      line: { number: '090-1234-5678' },
      visit: { channel: 'web' },
      holder: { nameRoman: 'WANG XIAOMING' },
      accounts: ['wechat', 'line'],
    },
  });
  // Every question says it in both languages, and a wrong answer is refused with the sentences of its Problem.
  expect(script.asked.every((message) => message.includes(' / ') || /^[\w ]+$/u.test(message))).toBe(true);
  expect(script.refusals.length).toBeGreaterThan(3);
  expect(script.refusals[0]).toMatch(/\p{Script=Han}.* \/ .*\p{Script=Hiragana}/u);
});

test('an answer that contradicts one before it is refused and asked again', async () => {
  script.answers = {
    '运营商 /': 'softbank',
    离开日本: '2027-03-28',
    哪里办理: 'web',
    办理日: '2027-03-20',
    签约日: '2025-04-10',
  };
  script.tried = { 签约日: '2027-04-10' };
  const file = join(folder, 'mine.yaml');
  await runInProcess('new', file);
  expect(script.refusals).toContainEqual(
    expect.stringMatching(/离开日本的日期（2027年3月28日）早于签约日（2027年4月10日）.* \/ .*契約日/u),
  );
  expect(validateCase(parseCase(readFileSync(file)).value)).toMatchObject({
    problems: [],
    value: { line: { contractStart: '2025-04-10' } },
  });
});

test('what cannot be answered or read again is refused before the first question', async () => {
  const yaml = join(folder, 'case.yaml');
  setTerminal(false);
  expect((await runInProcess('new', yaml)).stderr).toContain('needs-terminal');
  setTerminal(true);
  expect((await runInProcess('new', join(folder, 'case.json'))).stderr).toContain('new-case-is-yaml');
  expect(script.asked).toEqual([]);
});

test('of a name and a brand beside it the name comes first', async () => {
  script.answers = { '运营商 /': 'docomo' };
  const file = join(folder, 'case.yaml');
  await runInProcess('new', file);
  expect(readFileSync(file, 'utf8')).toContain('carrier: ntt-docomo');
});

test('a carrier that is pasted with its line end is the one of the text, or is asked again', async () => {
  const file = join(folder, 'case.yaml');
  script.pasted = ['softbank'];
  await runInProcess('new', file);
  expect(readFileSync(file, 'utf8')).toContain('carrier: softbank');
  script.pasted = ['nothing like it', 'linemo'];
  await runInProcess('new', file, '--force');
  expect(readFileSync(file, 'utf8')).toContain('carrier: linemo');
});

test.each([
  ['', 'aeon-mobile'],
  ['\u30c9\u30b3\u30e2', 'ntt-docomo'],
  ['\u3069\u3053\u3082', 'ntt-docomo'],
  ['docmo', 'ntt-docomo'],
  ['ymobile', 'y-mobile'],
  ['\uff41\uff55', 'au'],
  ['\u8f6f\u94f6', 'softbank'],
  ['linemo  LINEMO / LINEMO\uff08\u30e9\u30a4\u30f3\u30e2\uff09', 'linemo'],
])('of the carriers by %j the first is %s', (term, first) => {
  expect(findCarriers(term)[0]?.id).toBe(first);
});

test('answers as keyboards give them are taken, in quotes too, and written as the case has them', async () => {
  script.answers = {
    '\u8fd0\u8425\u5546 /': 'ntt-docomo',
    '\u79bb\u5f00\u65e5\u672c': '2027\u5e743\u670828\u65e5',
    '\u529e\u7406\u65e5': '2027/3/23',
    '\u5230\u5e97\u65f6\u95f4': '\u201c9\uff1a00\u201d',
    '\u95e8\u5e97\u540d\u79f0': '"\u6e0b\u8c37"',
    '\u8981\u89e3\u7ea6\u7684\u7535\u8bdd\u53f7\u7801': '"\uff10\uff19\uff10-1234-5678"',
    '\u54ea\u91cc\u529e\u7406': 'shop',
  };
  const file = join(folder, 'case.yaml');
  await runInProcess('new', file);
  expect(parseCase(readFileSync(file)).value).toMatchObject({
    departure: '2027-03-28',
    visit: { date: '2027-03-23', time: '09:00', shop: '"\u6e0b\u8c37"' },
    line: { number: '090-1234-5678' },
  });
});

test('where the file can not be written that is told before the first question', async () => {
  const file = join(folder, 'case.yaml');
  mkdirSync(file);
  expect((await runInProcess('new', file, '--force')).stderr).toContain('error folder-in-place');
  expect((await runInProcess('new', join('package.json', 'case.yaml'))).stderr).toContain(
    'error folder-is-a-file',
  );
  expect(script.asked).toEqual([]);
});

test('where it can not be written at the end the answers stand on stdout', async () => {
  const file = join(folder, 'case.yaml');
  script.onFirst = () => mkdirSync(file);
  const { exitCode, stdout, stderr } = await runInProcess('new', file);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error folder-in-place');
  expect(parseCase(stdout.slice(stdout.indexOf('# yaml'))).value).toMatchObject({ carrier: 'aeon-mobile' });
});

test('a day that is past is told at the end', async () => {
  script.answers = { '\u8fd0\u8425\u5546 /': 'linemo', '\u79bb\u5f00\u65e5\u672c': '2020-03-28' };
  const file = join(folder, 'case.yaml');
  const { exitCode, stderr } = await runInProcess('new', file);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('warning departure-passed');
  expect(existsSync(file)).toBe(true);
});

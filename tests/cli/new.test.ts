import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseCase } from '../../src/case/parse-case.ts';
import { validateCase } from '../../src/case/validate-case.ts';
import { runInProcess } from '../support/run-cli.ts';

interface Prompt {
  message: string;
  choices?: { name: string; value: string }[];
  source?(term: string): { value: string }[];
  validate?(text: string): string | true;
}

/** Answers by a part of the question; the first choice, or nothing, where none is given. */
const script = vi.hoisted(() => ({
  answers: {} as Record<string, string>,
  asked: [] as string[],
  refusals: [] as string[],
  /** Tried before the answer, by a part of the question. */
  tried: {} as Record<string, string>,
}));

vi.mock('@inquirer/prompts', () => {
  const given = (message: string) =>
    Object.entries(script.answers).find(([part]) => message.includes(part))?.[1];
  const note = ({ message }: Prompt) => script.asked.push(message);
  return {
    search: async (prompt: Prompt) => {
      note(prompt);
      return prompt.source?.(given(prompt.message) ?? '')[0]?.value;
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
  Object.assign(script, { answers: {}, asked: [], refusals: [], tried: {} });
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
  expect(stdout).toContain(`kaiyaku generate ${file}`);
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

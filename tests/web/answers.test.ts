import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerPaths } from '../../src/case/case-fields.ts';
import { checkAnswers } from '../../web/check-answers.ts';
import { EDITION } from '../../web/fields.ts';
import { readAnswerFile, writeAnswerFile } from '../../web/kept-answers.ts';

const TODAY = '2027-01-15';
const LEAVING: [string, unknown][] = [
  ['carrier', 'ntt-docomo'],
  ['reason', 'leaving-japan'],
  ['departure', '2027-03-28'],
  ['visit.date', '2027-03-23'],
  ['line.number', '090-1234-5678'],
  ['line.sim', null],
  ['accounts', ['wechat', 'line']],
];

test('answers make a case: what is open is left out, and the edition is none of it', () => {
  const { input, errors } = checkAnswers(new Map([...LEAVING, [EDITION, 'share']]), [], TODAY);
  expect(errors).toEqual([]);
  expect(input).toEqual({
    carrier: 'ntt-docomo',
    reason: 'leaving-japan',
    departure: '2027-03-28',
    visit: { date: '2027-03-23' },
    line: { number: '090-1234-5678' },
    accounts: ['wechat', 'line'],
  });
});

test('days follow the booked one, and what is unlikely is told', () => {
  const { plan, warnings } = checkAnswers(new Map([...LEAVING, ['visit.date', '2027-04-02']]), [], TODAY);
  expect(plan?.schedule.steps.map(({ id }) => id)).toContain('visit');
  expect(warnings.map(({ code }) => code)).toContain('visit-after-departure');
  expect(warnings[0]?.message.zhHans).toMatch(/\p{Script=Han}/u);
});

test('a mistake leaves no plan', () => {
  const { plan, errors } = checkAnswers(new Map([...LEAVING, ['contactAfter.email', 'abc']]), [], TODAY);
  expect(plan).toBeNull();
  expect(errors.map(({ path }) => path)).toEqual(['contactAfter.email']);
});

test('a part of a day is a mistake, and no day follows from it', () => {
  const { plan, errors } = checkAnswers(new Map(LEAVING), ['departure'], TODAY);
  expect(plan).toBeNull();
  expect(errors.map(({ path, code }) => [path, code])).toEqual([['departure', 'incomplete']]);
});

test('kept answers are read again, and nothing of the person stands in the name of the file', async () => {
  const answers = new Map<string, unknown>([...LEAVING, ['print.large', false], [EDITION, 'personal']]);
  const file = writeAnswerFile(answers);
  expect(file.name).toBe('kaiyaku-ntt-docomo.yaml');
  const read = await readAnswerFile(file);
  expect(read.problems).toEqual([]);
  const given = [...answers].filter(([path, value]) => value !== null && path !== EDITION);
  expect(Object.fromEntries(read.answers)).toEqual(Object.fromEntries(given));
});

const EXAMPLES = readdirSync('examples').filter((name) => /\.(?:yaml|json)$/u.test(name));

test.each(EXAMPLES)('%s can be opened on the page', async (name) => {
  const { answers, problems } = await readAnswerFile(new File([readFileSync(`examples/${name}`)], name));
  expect(problems).toEqual([]);
  expect(answers.get('carrier')).toBeTypeOf('string');
  const { errors, input } = checkAnswers(answers, [], TODAY);
  expect(errors).toEqual([]);
  expect(input).not.toEqual({});
  expect([...answers.keys()].filter((path) => !answerPaths().includes(path))).toEqual([]);
});

test.each([
  ['what can not be read', 'a: [1', 'not-yaml'],
  ['a text', 'hello', 'not-a-mapping'],
  ['a table', readFileSync('examples/table.csv', 'utf8'), 'not-a-mapping'],
  ['an empty file', '', 'empty-case'],
  ['a day that is none', 'carrier: au\ndeparture: 2027-02-30', 'invalid-date'],
  ['an answer that no field takes', 'carrier: au\nvisti: { date: 2027-03-01 }', 'unknown-key'],
])('%s is told', async (_, text, code) => {
  const { problems } = await readAnswerFile(new File([text], 'x.yaml'));
  expect(problems[0]).toMatchObject({ code, severity: 'error', message: { zhHans: expect.any(String) } });
});

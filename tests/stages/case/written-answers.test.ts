/** Answers as people write them: other signs, wide ones, spaces that are missing, nothing. */
import { expect, test } from 'vitest';
import { checkAnswers } from '../../../src/case/schema.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { problemsOf } from './problems-of.ts';

test('a day without its hyphens is told the form of days', () => {
  expect(problemsOf({ carrier: 'au', departure: 20270328 })).toEqual(['error date-form departure']);
});

test('a closing day in quotes is the same day', () => {
  expect(validateCase({ carrier: 'softbank', line: { closingDay: '20' } })).toEqual({
    value: { carrier: 'softbank', line: { closingDay: 20 } },
    problems: [],
  });
  // The schema says the same where something else is wrong.
  expect(problemsOf({ carrier: 'softbank', line: { closingDay: '20' }, papers: 1 })).toEqual([
    'error wrong-type papers',
  ]);
  const [problem] = validateCase({ carrier: 'softbank', line: { closingDay: '15' } }).problems;
  expect(problem?.values?.allowed).toBe('10 | 20 | end | unknown');
});

test.each([
  [{ papers: ['passport\uff0cresidence-card'] }, 'papers.0', 'passport, residence-card'],
  [{ papers: ['passport\u3001residence-card'] }, 'papers.0', 'passport, residence-card'],
  [{ accounts: '\uff3bwechat\uff0calipay\uff3d' }, 'accounts', '[wechat, alipay]'],
])('a list with full-width signs %j is told as it should stand', (answers, path, expected) => {
  const [problem] = validateCase({ carrier: 'au', ...answers }).problems;
  expect(problem).toMatchObject({ code: 'full-width-list', path, values: { expected } });
});

test('a list with full-width signs and something else in it is no known list', () => {
  expect(problemsOf({ carrier: 'au', papers: ['passport\uff0cx'] })).toEqual([
    expect.stringContaining('error not-one-of papers.0'),
  ]);
});

test('what stands twice in a list is one answer, also beside a mistake', () => {
  const twice = { carrier: 'au', papers: ['passport', 'passport', 'residence-card'] };
  expect(validateCase(twice).value?.papers).toEqual(['passport', 'residence-card']);
  expect(checkAnswers(twice).value?.papers).toEqual(['passport', 'residence-card']);
});

test.each(['', ' ', '\u3000', '\t\n', '\u200b', '\ufeff \u2060'])('%j is no answer', (blank) => {
  const holder = { nameRoman: blank, nameKanji: '\u738b\u66c9\u660e' };
  expect(validateCase({ carrier: 'au', holder }).value?.holder).toEqual({ nameKanji: '\u738b\u66c9\u660e' });
  expect(problemsOf({ carrier: blank })).toEqual(['error empty-case ']);
});

test.each([
  ['departure', '\uff12\uff10\uff12\uff17/3/28', '2027-03-28'],
  ['departure', '2027\u5e743\u670828\u65e5', '2027-03-28'],
  ['visit.time', '\uff11\uff14\uff1a\uff10\uff10', '14:00'],
  ['visit.time', '9:00', '09:00'],
  [
    'line.number',
    '\uff10\uff19\uff10\uff0d\uff11\uff12\uff13\uff14\uff0d\uff15\uff16\uff17\uff18',
    '090-1234-5678',
  ],
  ['line.sim', '\u3000\uff45sim', 'esim'],
  ['papers', ['\uff50assport'], ['passport']],
  ['contactAfter.email', 'wang\uff20example.com', 'wang@example.com'],
  ['holder.nameRoman', 'LU\u0308 ', 'L\u00dc'],
  ['holder.nameKana', '\u30cf\u309a\u30af', '\u30d1\u30af'],
  ['visit.shop', '\uff21\u5e97', '\uff21\u5e97'],
])('%s %j is %j', (path, written, meant) => {
  const [group = '', key] = path.split('.');
  const answer = (value: unknown) => ({
    carrier: 'au',
    [group]: key === undefined ? value : { [key]: value },
  });
  expect(validateCase(answer(written))).toEqual({ value: answer(meant), problems: [] });
});

test('a key alone is left empty where it is known, and a mistake where it is not', () => {
  expect(problemsOf({ carrier: 'au', holder: { nameKanji: null }, papers: '' })).toEqual([]);
  expect(problemsOf({ carrier: 'au', holder: { nmaeKanji: null }, foo: '' })).toEqual([
    'error unknown-key holder.nmaeKanji (nameKanji)',
    'error unknown-key foo',
  ]);
});

test.each([
  ['holder', 'nameKanji:\u738b\u5c0f\u660e', 'nameKanji: \u738b\u5c0f\u660e'],
  ['line', 'number:090-1234-5678', 'number: \u2022\u2022\u20225678'],
  ['line', 'nubmer:4111111111111111', 'nubmer: \u2022\u2022\u2022'],
])('a space that is missing in %s: { %s } is told', (group, key, expected) => {
  const [problem, ...others] = validateCase({ carrier: 'au', [group]: { [key]: null } }).problems;
  const [name] = key.split(':');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'key-without-space',
    path: `${group}.${name}`,
    values: { key: name, expected },
  });
});

test.each([
  ['holder', 'nameKanji:\u738b\u5c0f\u660e', 'holder: { nameKanji: \u738b\u5c0f\u660e }'],
  ['visit', 'channel:shop shop:\u6e0b\u8c37 \u5e97', 'visit: { channel: shop, shop: \u6e0b\u8c37 \u5e97 }'],
  ['line', 'number:090-8765-4321', 'line: { number: 090-1234-5678 }'],
])('a text of keys without spaces in %s is told as it should stand', (group, found, expected) => {
  const { problems } = validateCase({ carrier: 'au', [group]: found });
  expect(problems).toMatchObject([{ code: 'wrong-type', values: { expected } }]);
  expect(JSON.stringify(problems)).not.toContain('8765');
});

import { expect, test, vi } from 'vitest';
import { setAnswer } from '../../../src/case/set-answer.ts';

test.each([
  ['departure=2027-03-28', { departure: '2027-03-28' }],
  ['line.closingDay=10', { line: { sim: 'esim', closingDay: 10 } }],
  ['line.number="09012345678"', { line: { sim: 'esim', number: '09012345678' } }],
  ['line.number=09012345678', { line: { sim: 'esim', number: '09012345678' } }],
  ['line.pinKnown=true', { line: { sim: 'esim', pinKnown: true } }],
  ['visit.shop=a = b', { visit: { shop: 'a = b' } }],
  ['visit.shop= 渋谷店 #2 ', { visit: { shop: '渋谷店 #2' } }],
  ['visit.shop="渋谷店" # Shibuya', { visit: { shop: '渋谷店' } }],
  ['answers.receiptNumber=00123', { answers: { receiptNumber: '00123' } }],
  ['line.closingDay=10 # the day', { line: { sim: 'esim', closingDay: 10 } }],
  ['departure=null', { departure: null }],
  ['accounts=[wechat, line]', { accounts: ['wechat', 'line'] }],
  ['papers.1=passport', { papers: ['residence-card', 'passport'] }],
  ['accounts.0=wechat', { accounts: ['wechat'] }],
  ['departure=', { departure: null }],
])('%s', (assignment, expected) => {
  const input = { line: { sim: 'esim' }, papers: ['residence-card'] };
  const { value, problems } = setAnswer(input, assignment);
  expect(problems).toEqual([]);
  expect(value).toEqual({ ...input, ...expected });
  expect(input).toEqual({ line: { sim: 'esim' }, papers: ['residence-card'] });
});

test.each(['departure', '=x', 'a.b.=1', 'line={a: 1}', 'line=[1', 'a=*x', 'a=[&b c, *b]', 'a=!!merge <<: b'])(
  '%s is no assignment',
  (assignment) => {
    expect(setAnswer({}, assignment).problems).toMatchObject([{ severity: 'error', code: 'bad-set' }]);
  },
);

test('brackets in brackets are no assignment', () => {
  const assignment = `line=${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(setAnswer({}, assignment).problems).toMatchObject([{ code: 'bad-set' }]);
});

test('no prototype is touched', () => {
  setAnswer({}, 'constructor.prototype.polluted=1');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test.each([
  ['brackets whose ends stand in comments', `${'[ # ]\n'.repeat(5000)}${']'.repeat(5000)}`],
  ['brackets whose ends stand in text', `${'["]",'.repeat(5000)}${']'.repeat(5000)}`],
  ['dashes in dashes', Array.from({ length: 60 }, (_, n) => ' '.repeat(98 * n) + '- '.repeat(49)).join('\n')],
])('%s are no answer', (_, text) => {
  expect(setAnswer({}, `papers=${text}`).problems).toMatchObject([{ code: 'bad-set' }]);
});

test('a mapping for a key is no assignment, and Node says nothing', () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  expect(setAnswer({}, 'papers=[{[a]: b}]').problems).toMatchObject([{ code: 'bad-set' }]);
  expect(warned).not.toHaveBeenCalled();
});

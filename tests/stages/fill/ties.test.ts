import { expect, test } from 'vitest';
import { tieDocuments } from '../../../src/fill/ties.ts';

const step = (id: string, number: number, memo: string[]) => ({ id, number, phase: 'x', memo });
const question = (id: string, pointsBack = true) => ({ id, pointsBack });

test('a question points to the last step that names it, a step to the questions that are printed', () => {
  const ties = tieDocuments(
    [step('a', 1, ['4a', '3b']), step('b', 2, ['4a', '9z'])],
    [question('3b'), question('4a')],
  );
  expect(ties.stepOfQuestion).toEqual({ '3b': 1, '4a': 2 });
  expect(ties.memoOfStep).toEqual({ a: ['3b', '4a'], b: ['4a'] });
});

test('a question of no other step belongs to the step at which all are asked', () => {
  const ties = tieDocuments([step('all', 1, ['*']), step('b', 2, ['2a'])], [question('2a'), question('7d')]);
  expect(ties.stepOfQuestion).toEqual({ '2a': 2, '7d': 1 });
  expect(ties.memoOfStep.all).toEqual(['2a', '7d']);
});

test('a row without a step is an error while the visit lies ahead', () => {
  expect(() => tieDocuments([step('a', 1, [])], [question('2a')])).toThrow('2a');
  expect(() => tieDocuments([step('a', 1, [])], [question('8a', false)])).not.toThrow();
  expect(tieDocuments([step('a', 1, [])], [question('2a')], false).stepOfQuestion).toEqual({});
});

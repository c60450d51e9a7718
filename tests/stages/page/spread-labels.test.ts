import { expect, test } from 'vitest';
import { spreadLabels } from '../../../src/page/spread-labels.ts';

const label = (wantedPt: number, heightPt = 10) => ({ wantedPt, heightPt });

test('labels that do not meet stand where they want', () => {
  expect(spreadLabels([label(5), label(30)], 2, 100)).toEqual([5, 30]);
});

test('labels that would meet share the shift', () => {
  expect(spreadLabels([label(20), label(20)], 2, 100)).toEqual([14, 26]);
});

test('a pushed cluster takes the labels before it along', () => {
  expect(spreadLabels([label(12), label(24), label(24)], 2, 100)).toEqual([8, 20, 32]);
});

test('no label leaves the column, and none meets another, at either end', () => {
  const labels = [0, 0, 0, 48, 95, 96, 97].map((wanted) => label(wanted));
  const tops = spreadLabels(labels, 2, 100);
  expect(tops[0]).toBe(0);
  expect(tops.at(-1)! + 10).toBeLessThanOrEqual(100);
  tops.slice(1).forEach((top, index) => {
    expect(top - tops[index]!).toBeGreaterThanOrEqual(12 - 1e-9);
  });
});

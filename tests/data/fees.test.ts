import { expect, test } from 'vitest';
import { carriers, citedNodes } from './data-files.ts';

/** "In principle", "usually", "mostly", "if", "reported". */
const CONDITIONAL = /原則|通常|ほとんど|なら|過ぎていれば|との情報|場合|電話は/;

const fees = carriers.flatMap(([path, carrier]) =>
  citedNodes(carrier).flatMap(([at, node]) =>
    node.currency === 'JPY' ? [[`${path} ${at}`, node] as const] : [],
  ),
);

test('there are fees to check', () => {
  expect(fees.length).toBeGreaterThan(40);
});

test('0 yen under a condition is never of high confidence', () => {
  for (const [place, node] of fees) {
    if (node.value === 0 && CONDITIONAL.test(String(node.ja)))
      expect(node.confidence, place).not.toBe('high');
  }
});

test('no sentence promises 0 yen: that a fee is not charged is said in words, with its condition', () => {
  for (const [place, { ja, zhHans }] of fees) {
    expect(String(ja), place).not.toMatch(/(?<![\d,])0円/);
    expect(String(zhHans), place).not.toMatch(/(?<![\d,])0日元/);
  }
});

test('an amount in figures stands in both sentences', () => {
  for (const [place, { value, ja, zhHans }] of fees) {
    if (typeof value !== 'number' || value === 0) continue;
    const amount = value.toLocaleString('en-US');
    expect(String(ja), place).toContain(`${amount}円`);
    expect(String(zhHans), place).toContain(`${amount}日元`);
  }
});

test('a fee is not negative', () => {
  for (const [place, { value }] of fees)
    if (typeof value === 'number') expect(value, place).toBeGreaterThanOrEqual(0);
});

import { expect, test } from 'vitest';
import { carriers, citedNodes } from './data-files.ts';

/** "In principle", "usually", "mostly", "if", "reported". */
const CONDITIONAL = /原則|通常|ほとんど|なら|過ぎていれば|との情報|場合/;

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

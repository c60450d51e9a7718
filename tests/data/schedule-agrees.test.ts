import { expect, test } from 'vitest';
import { carriers, type Node } from './data-files.ts';

/** What the published words mean for the dates; undefined where nobody says. */
const LINE_ENDS: Record<string, string> = {
  immediate: 'at-once',
  // The customer names the day: the line ends as if applied for on it.
  'chosen-date': 'at-once',
  'end-of-month': 'month-end',
  'billing-cycle': 'contract-cycle',
  'billing-cycle-end': 'contract-cycle',
  // A choice reported once, in 2018: asked anew.
  'same-day-or-month-end': 'unknown',
};
const LAST_MONTH: Record<string, string> = {
  full: 'full',
  prorated: 'pro-rated',
  'usage-based': 'by-usage',
  'prepaid-no-refund': 'prepaid',
};

type Billing = Record<'effectiveTiming' | 'lastMonthCharge' | 'closingDay', { value: string } | null>;
type Entry = {
  value: unknown;
  derivedFrom: string[];
  confidence: string;
  source: string[];
  basis: string;
  plan?: unknown;
};

const at = (carrier: Node, path: string) =>
  path.split('.').reduce<unknown>((node, key) => (node as Node | undefined)?.[key], carrier);

test.each(carriers)('%s: the schedule says what the billing facts say', (_path, carrier) => {
  const billing = carrier.billing as Billing;
  const schedule = carrier.schedule as Record<string, Entry>;
  expect(schedule.lineEnds!.value).toBe(LINE_ENDS[billing.effectiveTiming?.value ?? ''] ?? 'unknown');
  expect(schedule.lastMonth!.value).toBe(LAST_MONTH[billing.lastMonthCharge?.value ?? ''] ?? 'unknown');
  expect(schedule.closingDays!.plan).toEqual(
    billing.closingDay?.value === 'varies' ? [10, 20, 'end'] : ['end'],
  );
});

test.each(carriers)('%s: what is derived is no surer than what it stands on', (_path, carrier) => {
  const order = ['low', 'medium', 'high'];
  for (const [name, entry] of Object.entries(carrier.schedule as Record<string, Entry>)) {
    for (const path of entry.derivedFrom) {
      const origin = at(carrier, path) as Entry | undefined;
      expect(origin, `${name} from ${path}`).toBeDefined();
      expect(order.indexOf(entry.confidence), name).toBeLessThanOrEqual(order.indexOf(origin!.confidence));
      expect(entry.source, name).toEqual(expect.arrayContaining(origin!.source));
    }
  }
});

test.each(carriers)('%s: only a prepaid line has no debits', (_path, carrier) => {
  const schedule = carrier.schedule as Record<string, Entry>;
  expect(schedule.debit === undefined).toBe(schedule.lastMonth!.value === 'prepaid');
});

test.each(carriers)(
  '%s: a deadline stands where the line ends with the month, and only there',
  (_path, carrier) => {
    const schedule = carrier.schedule as Record<string, Entry>;
    expect(schedule.deadline !== undefined).toBe(schedule.lineEnds!.value === 'month-end');
  },
);

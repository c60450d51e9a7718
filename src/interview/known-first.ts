import type { Fact, Facts } from '../facts/types.ts';

/** What decides where to go and what it costs. */
const KNOWN_FIRST = [
  'channels.shop',
  'channels.web',
  'channels.phone',
  'billing.lastMonthCharge',
  'billing.closingDay',
];

/** What helps to answer the questions that follow the carrier, as far as it is known. */
export function knownFirst({ facts }: Facts): Fact[] {
  return KNOWN_FIRST.flatMap((path) => facts[path] ?? []);
}

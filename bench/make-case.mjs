import { CARRIER_IDS } from '../build/carrier-ids.js';

const REASONS = ['leaving-japan', 'switching', 'unused'];
const NAMES = ['WANG XIAOMING', 'LI NA', 'ZHANG WEI', 'CHEN JIAYI', 'LIU YANG', 'ZHAO LEI', 'SUN QIAN'];

/** No two of the first few thousand are alike: carrier, reason, name, number and dates go by different steps. */
export function makeCase(index) {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const month = String(1 + (index % 6)).padStart(2, '0');
  return {
    carrier: CARRIER_IDS[index % CARRIER_IDS.length],
    reason: REASONS[index % REASONS.length],
    departure: `2027-${month}-${day}`,
    line: { number: `090-${1000 + (index % 9000)}-${1000 + ((index * 7) % 9000)}` },
    holder: { nameRoman: NAMES[index % NAMES.length] },
    payment: { method: 'bank-account' },
  };
}

/** Which questions matter, from the answers so far and what is known of the carrier: for the terminal and the web page. */
import type { Facts } from '../facts/types.ts';

/** Answers by dotted path; null where a question was left for the pen. */
export type Answers = ReadonlyMap<string, unknown>;

export interface Question {
  path: string;
  kind: 'carrier' | 'one' | 'many' | 'yes-no' | 'text' | 'date' | 'time';
}

interface Rule extends Question {
  when?(answers: Answers, facts: Facts): boolean;
}

const leaving = (answers: Answers) => answers.get('reason') === 'leaving-japan';
const inShop = (answers: Answers) => answers.get('visit.channel') === 'shop';
const ends = (answers: Answers) => answers.get('line.numberPlan') !== 'port-out';
const paysByBank = (answers: Answers) => answers.get('payment.method') === 'bank-account';
const paysInstalments = (answers: Answers) => answers.get('handset.instalments') !== 'none';
/** Carriers with shops sell handsets, family discounts and home internet. */
const sellsMore = (_: Answers, { carrier }: Facts) => carrier.kind === 'mno' || carrier.kind === 'sub-brand';
/** Where nothing hangs on the age of the contract its first day need not be looked up. */
const ageMatters = (_: Answers, { schedule }: Facts) =>
  schedule.shortTermFee !== undefined ||
  schedule.minimumTerm !== undefined ||
  schedule.fullIfEarly !== undefined ||
  schedule.lineEnds.value === 'contract-cycle';

const RULES: readonly Rule[] = [
  { path: 'carrier', kind: 'carrier' },
  { path: 'reason', kind: 'one' },
  { path: 'departure', kind: 'date', when: leaving },
  { path: 'line.numberPlan', kind: 'one' },
  { path: 'visit.channel', kind: 'one' },
  { path: 'visit.date', kind: 'date' },
  { path: 'visit.time', kind: 'time', when: inShop },
  { path: 'visit.shop', kind: 'text', when: inShop },
  { path: 'holder.visitor', kind: 'one', when: inShop },
  { path: 'papers', kind: 'many', when: inShop },
  { path: 'line.number', kind: 'text' },
  { path: 'line.contractStart', kind: 'date', when: ageMatters },
  { path: 'line.closingDay', kind: 'one', when: (_, { schedule }) => schedule.closingDays.value.length > 1 },
  { path: 'line.sim', kind: 'one' },
  { path: 'line.pinKnown', kind: 'yes-no' },
  { path: 'line.familyLines', kind: 'yes-no', when: sellsMore },
  { path: 'line.homeInternet', kind: 'one', when: sellsMore },
  { path: 'handset.instalments', kind: 'one', when: sellsMore },
  {
    path: 'handset.returnProgramme',
    kind: 'yes-no',
    when: (answers, facts) => sellsMore(answers, facts) && paysInstalments(answers),
  },
  { path: 'handset.boughtBefore202110', kind: 'yes-no', when: sellsMore },
  { path: 'holder.nameRoman', kind: 'text' },
  { path: 'holder.nameKanji', kind: 'text' },
  { path: 'holder.nameKana', kind: 'text' },
  { path: 'holder.residenceUntil', kind: 'date', when: leaving },
  { path: 'payment.method', kind: 'one' },
  {
    path: 'payment.bankAccountCloses',
    kind: 'date',
    when: (answers) => leaving(answers) && paysByBank(answers),
  },
  { path: 'accounts', kind: 'many', when: ends },
  { path: 'contactAfter.email', kind: 'text', when: ends },
  { path: 'print.ruby', kind: 'one' },
];

/** Every question that may come, in its order. */
export const QUESTIONS: readonly Question[] = RULES;

/** Those that matter so far. Only the carrier is asked without facts. */
export function questionsAsked(answers: Answers, facts: Facts | null): Question[] {
  return RULES.filter(({ path, when }) =>
    facts === null ? path === 'carrier' : when === undefined || when(answers, facts),
  );
}

/** The next one that has no answer yet; null at the end. */
export function nextQuestion(answers: Answers, facts: Facts | null): Question | null {
  return questionsAsked(answers, facts).find(({ path }) => !answers.has(path)) ?? null;
}

/**
 * What holds for this case, this carrier and these dates, as names that tables and templates use.
 * In: the inputs of the fill stage. Out: one boolean a name.
 * Refuses to decide: which step or row stands for it; the tables say so.
 */
import { partsOfDay } from '../calendar-day.ts';
import type { Case } from '../case/types.ts';
import type { Facts } from '../facts/types.ts';
import { bookedVisit, hasDeparted } from './booked-visit.ts';
import { dayOf } from './format-date.ts';
import type { FillInputs, Flags } from './types.ts';

const RESIDENCE_ENDS_EARLY = 'residence-ends-before-last-debit';
const STALE_AFTER_DAYS = 180;

const CHANNELS = ['shop', 'web', 'phone'] as const;
const USUAL_PAPERS: ReadonlySet<string> = new Set(['residence-card', 'passport']);
/** Carriers of these kinds give mail addresses of their own. */
const MAIL_KINDS: readonly string[] = ['mno', 'sub-brand', 'any'];

/** Papers that the usual two do not stand for. */
function namesOwnPapers({ papers, holder }: Case): boolean {
  const own = holder?.visitor !== 'family' && holder?.visitor !== 'proxy';
  return own && (papers ?? []).some((paper) => !USUAL_PAPERS.has(paper));
}

/** Nobody says where this carrier is cancelled. */
function hasNoChannel(facts: Facts): boolean {
  return CHANNELS.every((channel) => facts.schedule.channels[channel] === 'unknown');
}

/** There is an app, and no member's page that would do the same. */
export function isAppOnly({ facts }: Facts): boolean {
  return facts['channels.app']?.value === true && facts['channels.web'] === undefined;
}

/** Who says nothing but gives a departure leaves Japan. */
export function reasonOf(customer: Case): NonNullable<Case['reason']> {
  return customer.reason ?? (customer.departure ? 'leaving-japan' : 'other');
}

/** The last instalment comes after the line's last bill, or nobody knows when it comes. */
function runInstalmentsLonger({ schedule: { steps } }: FillInputs): boolean {
  const last = steps.find(({ id }) => id === 'last-instalment');
  const debit = steps.find(({ id }) => id === 'last-debit');
  return last !== undefined && (last.to === null || !debit?.to || last.to > debit.to);
}

/** The last debit comes after the departure, or nobody knows when it comes: the account is closed from abroad. */
function outlivesDeparture({ case: { departure }, schedule: { steps }, today }: FillInputs): boolean {
  const close = steps.find(({ id }) => id === 'bank-account-close');
  if (close === undefined || departure === undefined || departure < today) return false;
  return close.from === null || close.from > departure;
}

/** Nobody is to keep a line after leaving for a fee that is less than what the months cost. */
function feeEndsInTime({ case: { departure }, schedule: { steps } }: FillInputs): boolean {
  const ends = steps.find(({ id }) => id === 'short-term-fee-ends')?.from;
  return !ends || departure === undefined || ends <= departure;
}

/** A closing day lies between the procedure and the last day of opening the new line, or nobody knows that day. */
function opensNextPeriod({ schedule: { steps } }: FillInputs): boolean {
  const period = steps.find(({ id }) => id === 'last-charged-period');
  const opens =
    steps.find(({ id }) => id === 'open-new-line') ?? steps.find(({ id }) => id === 'port-out-code');
  if (period === undefined || opens === undefined) return false;
  if (period.from === null || period.to === null || opens.from === null || opens.to === null) return true;
  return opens.to > period.to || opens.from < period.from;
}

/** What is rented could stay longer than its owner does. */
function returnsBeforeLeaving({ case: { answers }, schedule: { steps } }: FillInputs): boolean {
  const last = steps.find(({ id }) => id === 'return-equipment')?.to;
  return answers?.returnBy !== undefined && !!last && last < answers.returnBy;
}

/** Town offices rest on all days that are left. */
function hasNoOfficeDay({ schedule: { steps } }: FillInputs): boolean {
  const notice = steps.find(({ id }) => id === 'moving-out-notice');
  return notice !== undefined && notice.to !== null && !notice.missed && notice.officeDay === undefined;
}

/** What the carrier's web desk does not do, as far as the answers show. */
function isWebException({ case: { line, handset }, facts }: FillInputs): boolean {
  switch (facts.facts['channels.web.exceptions']?.extra.holdsFor) {
    case 'home-internet':
      return line?.homeInternet === 'same-carrier';
    case 'return-programme':
      return handset?.returnProgramme === true;
    default:
      return false;
  }
}

/** Months for which a contract counts as young where the carrier names none. */
const YOUNG_MONTHS = 12;

export function youngMonths({ schedule }: Facts): number {
  return schedule.shortTermFee?.value.months ?? YOUNG_MONTHS;
}

/** Nothing hangs on the day of the contract any more, or a step of its own tells what does. */
function isContractOld(inputs: FillInputs): boolean {
  const { case: customer, facts, schedule, today } = inputs;
  const start = customer.line?.contractStart;
  if (start === undefined) return false;
  if (facts.schedule.minimumTerm) return true;
  if (facts.schedule.fullIfEarly) return schedule.plan.fullMonthUntil === null;
  const { y, m, d } = partsOfDay(start);
  const month = m - 1 + youngMonths(facts);
  const old = dayOf({ y: y + Math.floor(month / 12), m: (month % 12) + 1, d });
  return old <= (bookedVisit(inputs)?.date ?? today);
}

export function readFlags(inputs: FillInputs, ageDays: number): Flags {
  const { case: customer, facts, edition } = inputs;
  const { line, handset, holder, payment } = customer;
  const reason = reasonOf(customer);
  const { channel } = inputs.schedule.plan;
  const planned = facts.schedule;
  const blank = edition === 'blank';
  const numberPlan = line?.numberPlan ?? 'cancel';
  const last = planned.lastMonth.value;
  const ends = planned.lineEnds.value;
  const visitor = holder?.visitor ?? 'self';
  const parksByTopUp = planned.parkedDays !== undefined;
  // A blank sheet is for anybody: it keeps the steps of those whom nothing rules out.
  const maybe = (answer: boolean | undefined) => answer === true || (answer === undefined && blank);
  return {
    personal: edition === 'personal',
    share: edition === 'share',
    blank,
    anyCarrier: facts.carrier.kind === 'any',
    leaving: reason === 'leaving-japan' || blank,
    feeEndsInTime: feeEndsInTime(inputs),
    staying: customer.reason !== undefined && reason !== 'leaving-japan' && !blank,
    switching: reason === 'switching',
    unused: reason === 'unused',
    otherReason: reason === 'other',
    departureKnown: customer.departure !== undefined,
    departed: hasDeparted(inputs),
    cancelling: numberPlan === 'cancel',
    portOut: numberPlan === 'port-out',
    portsBeforeLeaving:
      numberPlan === 'port-out' && reason === 'leaving-japan' && !hasDeparted(inputs) && !blank,
    opensNextPeriod: opensNextPeriod(inputs),
    park: numberPlan === 'park',
    parkApplied: numberPlan === 'park' && !parksByTopUp && planned.parking !== 'no',
    parkByTopUp: numberPlan === 'park' && parksByTopUp,
    shop: channel === 'shop',
    web: channel === 'web',
    phone: channel === 'phone',
    noChannel: channel === null || (facts.carrier.kind !== 'any' && hasNoChannel(facts)),
    recordSheet: channel !== 'shop',
    channelUnclear: channel !== null && planned.channels[channel] !== 'yes',
    prepaid: last === 'prepaid',
    fullMonth: last === 'full',
    proRated: last === 'pro-rated',
    byUsage: last === 'by-usage',
    lastMonthUnknown: last === 'unknown',
    endsAtOnce: ends === 'at-once',
    endsWithMonth: ends === 'month-end',
    endsWithCycle: ends === 'contract-cycle',
    endUnknown: ends === 'unknown',
    bankPays: !['credit-card', 'slip'].includes(payment?.method ?? 'unknown'),
    cardPays: payment?.method === 'credit-card',
    slipPays: payment?.method === 'slip',
    esim: line?.sim === 'esim' || (line?.sim === undefined && blank),
    physicalSim: line?.sim !== 'esim',
    familyLines: maybe(line?.familyLines),
    homeInternet: maybe(line?.homeInternet === undefined ? undefined : line.homeInternet !== 'none'),
    homeInternetSameCarrier: line?.homeInternet === 'same-carrier',
    instalments: handset?.instalments !== 'none',
    instalmentsLast: runInstalmentsLonger(inputs),
    returnProgramme: maybe(handset?.returnProgramme),
    oldHandset: maybe(handset?.boughtBefore202110),
    pinForgotten: line?.pinKnown === false,
    visitorSelf: visitor === 'self',
    visitorFamily: visitor === 'family',
    visitorProxy: visitor === 'proxy',
    visitorOther: visitor === 'family' || visitor === 'proxy',
    withInterpreter: visitor === 'with-interpreter',
    done: inputs.schedule.plan.done,
    lineOver: inputs.schedule.plan.lineOver,
    stale: ageDays > STALE_AFTER_DAYS,
    dayChosen: bookedVisit(inputs)?.date !== undefined,
    ownPapers: namesOwnPapers(customer),
    accountOutlivesDeparture: outlivesDeparture(inputs) || blank,
    accountOutlivesResidence: inputs.schedule.warnings.some(({ code }) => code === RESIDENCE_ENDS_EARLY),
    returnsBeforeLeaving: returnsBeforeLeaving(inputs),
    noOfficeDay: hasNoOfficeDay(inputs),
    accountClosesFirst: inputs.schedule.steps.some(({ id }) => id === 'postpone-account'),
    contractOld: isContractOld(inputs),
    contractStartKnown: line?.contractStart !== undefined,
    appOnly: isAppOnly(facts),
    webException: isWebException(inputs),
    deadlineAssumed: inputs.schedule.plan.shape === 'deadlines' && planned.deadline?.assumed === true,
    carrierMail: MAIL_KINDS.includes(facts.carrier.kind),
  };
}

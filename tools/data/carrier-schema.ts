// The shape of data/carriers/*.json, data/general-rules.json and data/memo-rules.json.
// Checked by tests/data, which also writes the JSON Schemas of data/schema from it; nothing of it runs in the product.
import * as z from 'zod/mini';

const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const sentence = z.string().check(z.minLength(1));
const bilingual = z.strictObject({ ja: sentence, zhHans: sentence });
const names = z.strictObject({ ja: sentence, zhHans: sentence, en: sentence });
const sourceId = z.string().check(z.regex(/^(s\d+|plan)$/));
const confidence = z.enum(['high', 'medium', 'low']);
const basis = z.enum(['official', 'secondary', 'official+secondary', 'none']);

const source = z.strictObject({
  id: sourceId,
  url: z.string(),
  title: sentence,
  official: z.boolean(),
  /** A day, a month or a year: as far as the page says. */
  pageDate: z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  note: z.nullable(z.string()),
  planning: z.optional(z.literal(true)),
});

/** What every entry that cites sources says. */
const cited = {
  ja: sentence,
  zhHans: sentence,
  source: z.array(sourceId).check(z.minLength(1)),
  basis,
  checkedOn: day,
};

/** A condition or an exception inside a fact. */
const part = z.strictObject(cited);

const doubts = {
  conflict: z.optional(z.string()),
  conflictSource: z.optional(z.array(sourceId)),
  staleRisk: z.optional(z.string()),
  scope: z.optional(z.enum(['general-rule', 'sister-product', 'contract-procedure'])),
  note: z.optional(z.nullable(z.string())),
};

const value = z.union([z.string(), z.number(), z.boolean()]);

const fact = z.strictObject({
  ...cited,
  ...doubts,
  value,
  confidence,
  hours: z.optional(
    z.nullable(z.union([z.string().check(z.regex(/^(24h|\d{2}:\d{2}-\d{2}:\d{2})$/)), bilingual])),
  ),
  /** For editors; the sentences say the same. */
  hoursNote: z.optional(z.string()),
  number: z.optional(z.nullable(z.string())),
  /** Whom the number is for, where not for everybody. */
  numberFor: z.optional(bilingual),
  url: z.optional(z.nullable(z.url())),
  pageReadDirectly: z.optional(z.boolean()),
  /** `holdsFor`: the answer of the case that makes it likely. */
  exceptions: z.optional(
    z.strictObject({ ...cited, holdsFor: z.optional(z.enum(['home-internet', 'return-programme'])) }),
  ),
  onForcedTermination: z.optional(part),
  addressJa: z.optional(z.string()),
  /** Of `proxy`: the holder writes the whole letter by hand. */
  letterByHand: z.optional(z.literal(true)),
});

const fee = z.strictObject({
  ...cited,
  ...doubts,
  value,
  confidence,
  currency: z.optional(z.literal('JPY')),
  conditions: z.optional(part),
  exemptions: z.optional(part),
  earlierRule: z.optional(part),
});

const document = z.strictObject({
  ...cited,
  ...doubts,
  item: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  need: z.enum(['required-at-shop', 'required-online', 'required', 'bring', 'useful', 'optional', 'confirm']),
  confidence,
});

const plannedCommon = { ...cited, ...doubts, confidence, derivedFrom: z.array(z.string()) };
const dayOfMonth = z.int().check(z.minimum(1), z.maximum(31));
const debitDay = z.strictObject({
  months: z.int().check(z.minimum(0)),
  day: z.union([dayOfMonth, z.literal('end')]),
});
const closingDay = z.union([z.literal(10), z.literal(20), z.literal('end')]);
const debitWindow = z.strictObject({
  closing: z.union([closingDay, z.literal('any')]),
  first: debitDay,
  last: debitDay,
  moved: z.boolean(),
});

function planned<V extends z.core.$ZodType>(valueShape: V) {
  return z.strictObject({ ...plannedCommon, value: valueShape });
}

function plannedWith<P extends z.core.$ZodType>(plan: P) {
  return z.strictObject({ ...plannedCommon, value, plan });
}

const days = z.int().check(z.minimum(1));

const scheduleSchema = z.strictObject({
  lineEnds: planned(z.enum(['at-once', 'month-end', 'contract-cycle', 'unknown'])),
  lastMonth: planned(z.enum(['full', 'pro-rated', 'by-usage', 'prepaid', 'unknown'])),
  closingDays: plannedWith(z.array(closingDay).check(z.minLength(1))),
  debit: z.optional(plannedWith(z.strictObject({ bankAccount: z.array(debitWindow), other: debitWindow }))),
  deadline: z.optional(
    plannedWith(
      z.strictObject({
        day: z.optional(dayOfMonth),
        daysBeforeMonthEnd: z.optional(z.int().check(z.minimum(0))),
        time: z.optional(hour),
      }),
    ),
  ),
  webCutOff: z.optional(planned(hour)),
  webHours: z.optional(
    plannedWith(
      z.strictObject({
        opens: hour,
        closes: hour,
        outside: z.enum(['queued', 'closed']),
        resumes: z.optional(z.enum(['day', 'business-day'])),
      }),
    ),
  ),
  countsFrom: z.optional(planned(z.literal('same-or-next-business-day'))),
  shortTermFee: z.optional(plannedWith(z.strictObject({ startsOn: z.nullable(day), months: days }))),
  minimumTerm: z.optional(plannedWith(z.strictObject({ monthsAfterStart: days }))),
  fullIfEarly: z.optional(plannedWith(z.strictObject({ appliedFrom: day, monthsAfterStart: days }))),
  bookingOpensDays: z.optional(planned(days)),
  noticeDays: z.optional(planned(days)),
  contactDaysBeforeDeparture: z.optional(planned(days)),
  parkedDays: z.optional(planned(days)),
  simBackBy: z.optional(planned(z.literal('month-end'))),
});

const maybe = z.nullable(fact);

export const carrierSchema = z.strictObject({
  $schema: z.string(),
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  names,
  kind: z.enum(['mno', 'sub-brand', 'online-only', 'mvno', 'foreigner-oriented', 'any']),
  operatorNote: z.nullable(z.string()),
  officialSite: z.nullable(z.url()),
  network: maybe,
  officialCancelPage: maybe,
  channels: z.strictObject({ web: maybe, app: maybe, shop: maybe, phone: maybe, chat: maybe }),
  shopReservation: maybe,
  documents: z.array(document),
  proxy: maybe,
  billing: z.strictObject({
    closingDay: maybe,
    lastMonthCharge: maybe,
    effectiveTiming: maybe,
    applicationDeadline: maybe,
  }),
  fees: z.strictObject({ standardCancellationFee: z.nullable(fee), shortTermFee: z.nullable(fee) }),
  mnp: z.strictObject({ fee: z.nullable(fee), oneStop: maybe }),
  deviceInstalment: maybe,
  sim: z.strictObject({ returnRequired: maybe, returnTo: maybe, esim: maybe }),
  points: maybe,
  email: maybe,
  myPageAccess: maybe,
  lastBill: maybe,
  leavingJapan: maybe,
  chineseSupport: maybe,
  otherSupport: maybe,
  reactivation: maybe,
  confirmationNotice: maybe,
  pauseOption: maybe,
  cautions: z.array(fact),
  schedule: scheduleSchema,
  unknownFields: z.array(z.string()),
  sources: z.array(source),
});

const ruleFact = z.strictObject({
  ...cited,
  ...doubts,
  value,
  confidence,
  currency: z.optional(z.literal('JPY')),
});

export const generalRulesSchema = z.strictObject({
  $schema: z.string(),
  asOf: day,
  rules: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
      title: names,
      facts: z.array(ruleFact).check(z.minLength(1)),
      sources: z.array(source),
    }),
  ),
});

const answers = z.array(z.union([z.string(), z.number(), z.boolean()])).check(z.minLength(1));
const condition = z.union([
  z.strictObject({ reason: z.array(z.enum(['leaving-japan', 'switching', 'unused', 'other'])) }),
  z.strictObject({ field: z.string(), in: answers }),
  z.strictObject({ field: z.string(), notIn: answers }),
  z.strictObject({ field: z.string(), answered: z.literal(true) }),
  z.strictObject({ fact: z.string(), in: answers }),
  z.strictObject({ fact: z.string(), notIn: answers }),
  z.strictObject({ carrierKind: z.array(z.string()) }),
  z.strictObject({ noChannel: z.literal(true) }),
  z.strictObject({ bankClosesWithinDaysOfDeparture: z.int() }),
]);
const rowId = z.string().check(z.regex(/^[0-8][a-z]$/));

export const memoRulesSchema = z.strictObject({
  $schema: z.string(),
  rows: z.array(
    z.strictObject({
      id: rowId,
      section: z.int().check(z.minimum(0), z.maximum(8)),
      role: z.enum(['text', 'customer', 'clerk']),
      core: z.boolean(),
      priority: z.int().check(z.minimum(1)),
      ask: z.optional(z.enum(['always', 'when-unsettled'])),
      facts: z.optional(z.array(z.string())),
      when: z.optional(z.array(condition)),
      whenAny: z.optional(z.array(condition)),
      boldWhen: z.optional(condition),
      mergedInto: z.optional(rowId),
    }),
  ),
  notAsked: z.record(z.string(), sentence),
});

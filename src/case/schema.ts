/** The case file as a schema. Codes of Problems ride on the checks as `params.code`. */
import * as z from 'zod/mini';
import { ACCOUNTS, PAPERS } from './known-ids.ts';
import { findSecret } from './secrets.ts';
import { findUnsupported, LONGEST_TEXT } from './text-fields.ts';

function must(test: (value: string) => boolean, code: string) {
  return z.refine<string>(test, { params: { code }, abort: true });
}

/** Beyond these a day is a slip, and the calendar would be computed past the year 9999. */
const EARLIEST_DAY = '1900-01-01';
const LATEST_DAY = '2199-12-31';

/** A real day of the calendar, written YYYY-MM-DD. */
function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const day = z.string().check(
  must((value) => /^\d{4}-\d\d-\d\d$/u.test(value), 'date-form'),
  must(isDay, 'invalid-date'),
  must((value) => value >= EARLIEST_DAY && value <= LATEST_DAY, 'unlikely-date'),
);
const text = z.string().check(
  must((value) => value.length <= LONGEST_TEXT, 'too-long'),
  must((value) => findUnsupported(value) === null, 'unsupported-character'),
  must((value) => findSecret(value) === null, 'looks-like-secret'),
);
/** Numbers that a carrier gives out: their digits may look like anything. */
const reference = z.string().check(
  must((value) => value.length <= LONGEST_TEXT, 'too-long'),
  must((value) => findUnsupported(value) === null, 'unsupported-character'),
);
const time = z.string().check(must((value) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(value), 'invalid-time'));
const phone = z
  .string()
  .check(
    must(
      (value) => /^\+?[\d -]+$/u.test(value) && /^\d{10,15}$/u.test(value.replace(/\D/gu, '')),
      'invalid-phone-number',
    ),
  );
const email = z.string().check(
  must((value) => /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/u.test(value) && value.length <= 254, 'invalid-email'),
  must((value) => findUnsupported(value) === null, 'unsupported-character'),
);
const yen = z.int().check(z.nonnegative(), z.maximum(9_999_999));

// One of each: a schema costs more to make than to ask.
const someDay = z.exactOptional(day);
const someText = z.exactOptional(text);
const someReference = z.exactOptional(reference);
const someYen = z.exactOptional(yen);
const someYesNo = z.exactOptional(z.boolean());

export const caseSchema = z.strictObject({
  carrier: z.string(),
  reason: z.exactOptional(z.literal(['leaving-japan', 'switching', 'unused', 'other'])),
  departure: someDay,
  line: z.exactOptional(
    z.strictObject({
      number: z.exactOptional(phone),
      showNumber: z.exactOptional(z.literal(['last-four', 'full'])),
      contractStart: someDay,
      closingDay: z.exactOptional(z.literal([10, 20, 'end', 'unknown'])),
      sim: z.exactOptional(z.literal(['physical', 'esim'])),
      numberPlan: z.exactOptional(z.literal(['cancel', 'port-out', 'park'])),
      familyLines: someYesNo,
      homeInternet: z.exactOptional(z.literal(['none', 'same-carrier', 'other'])),
      pinKnown: someYesNo,
    }),
  ),
  handset: z.exactOptional(
    z.strictObject({
      instalments: z.exactOptional(z.literal(['none', 'remaining', 'unknown'])),
      returnProgramme: someYesNo,
      boughtBefore202110: someYesNo,
    }),
  ),
  holder: z.exactOptional(
    z.strictObject({
      nameRoman: someText,
      nameKanji: someText,
      nameKana: someText,
      visitor: z.exactOptional(z.literal(['self', 'family', 'proxy', 'with-interpreter'])),
      residenceUntil: someDay,
    }),
  ),
  visit: z.exactOptional(
    z.strictObject({
      channel: z.exactOptional(z.literal(['shop', 'web', 'phone', 'undecided'])),
      date: someDay,
      time: z.exactOptional(time),
      shop: someText,
    }),
  ),
  payment: z.exactOptional(
    z.strictObject({
      method: z.exactOptional(z.literal(['bank-account', 'credit-card', 'slip', 'unknown'])),
      bankAccountCloses: someDay,
    }),
  ),
  papers: z.exactOptional(z.array(z.literal(PAPERS))),
  print: z.exactOptional(
    z.strictObject({
      paper: z.exactOptional(z.literal(['A4', 'B5', 'A3', 'Letter'])),
      large: someYesNo,
      ruby: z.exactOptional(z.literal(['none', 'furigana', 'pinyin', 'both'])),
      fillable: someYesNo,
    }),
  ),
  accounts: z.exactOptional(z.array(z.literal(ACCOUNTS))),
  contactAfter: z.exactOptional(z.strictObject({ email: z.exactOptional(email) })),
  answers: z.exactOptional(
    z.strictObject({
      lineEnds: someDay,
      cancellationFeeYen: someYen,
      lastDebit: someDay,
      lastDebitYen: someYen,
      lastDebitIsEstimate: someYesNo,
      receiptNumber: someReference,
      completedAt: someReference,
      instalmentsUntil: someDay,
      instalmentsYen: someYen,
      accountOpenUntil: someDay,
      overseasContact: someText,
      returnBy: someDay,
      mnpCode: someReference,
      mnpCodeExpires: someDay,
    }),
  ),
});

/** A step into the schema: the schema itself, or what a dotted path names. */
export type SchemaNode = z.core.$ZodType;

/** The known keys at a path, `''` being the whole case; none where the path does not lead to a mapping. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const node = unwrap(path.reduce<SchemaNode | undefined>(step, caseSchema));
  return node instanceof z.ZodMiniObject ? Object.keys(node.shape) : [];
}

function step(node: SchemaNode | undefined, key: PropertyKey): SchemaNode | undefined {
  const inner = unwrap(node);
  return inner instanceof z.ZodMiniObject ? (inner.shape[String(key)] as SchemaNode | undefined) : undefined;
}

function unwrap(node: SchemaNode | undefined): SchemaNode | undefined {
  return node instanceof z.ZodMiniExactOptional ? (node.def.innerType as SchemaNode) : node;
}

/** Every path that holds an answer, in the order of the schema: `carrier`, `line.number`, … */
export function answerPaths(): string[] {
  return knownKeys([]).flatMap((key) => {
    const inner = knownKeys([key]);
    return inner.length > 0 ? inner.map((second) => `${key}.${second}`) : [key];
  });
}

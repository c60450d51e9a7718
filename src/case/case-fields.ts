/** Every answer that a case may hold, in the order of its documents. */
import {
  type AmountAnswer,
  type AnswerFields,
  type AnswerGroup,
  type AnswerKind,
  type ChoiceAnswer,
  day,
  email,
  group,
  type ListAnswer,
  name,
  oneOf,
  phone,
  reference,
  someOf,
  type TextAnswer,
  text,
  time,
  type YesNoAnswer,
  yen,
  yesNo,
} from './answer-kinds.ts';
import { ACCOUNTS, PAPERS } from './known-ids.ts';
import type { Case } from './types.ts';

/** The kind of answer that gives a value of this type. */
type KindOf<Value> = [boolean] extends [Value]
  ? YesNoAnswer
  : [string] extends [Value]
    ? TextAnswer
    : [number] extends [Value]
      ? AmountAnswer
      : [Value] extends [readonly string[]]
        ? ListAnswer
        : [Value] extends [object]
          ? AnswerGroup<FieldsOf<Value>>
          : ChoiceAnswer<Value>;

/** All of them: a field that is missing here, or has another kind, does not compile. */
type FieldsOf<Group> = { [Key in keyof Group]-?: KindOf<NonNullable<Group[Key]>> };

const fields = {
  carrier: name,
  reason: oneOf('leaving-japan', 'switching', 'unused', 'other'),
  departure: day,
  line: group({
    number: phone,
    showNumber: oneOf('last-four', 'full'),
    contractStart: day,
    closingDay: oneOf(10, 20, 'end', 'unknown'),
    sim: oneOf('physical', 'esim'),
    numberPlan: oneOf('cancel', 'port-out', 'park'),
    familyLines: yesNo,
    homeInternet: oneOf('none', 'same-carrier', 'other'),
    pinKnown: yesNo,
  }),
  handset: group({
    instalments: oneOf('none', 'remaining', 'unknown'),
    returnProgramme: yesNo,
    boughtBefore202110: yesNo,
  }),
  holder: group({
    nameRoman: text,
    nameKanji: text,
    nameKana: text,
    visitor: oneOf('self', 'family', 'proxy', 'with-interpreter'),
    residenceUntil: day,
  }),
  visit: group({ channel: oneOf('shop', 'web', 'phone', 'undecided'), date: day, time, shop: text }),
  payment: group({
    method: oneOf('bank-account', 'credit-card', 'slip', 'unknown'),
    bankAccountCloses: day,
  }),
  papers: someOf(PAPERS),
  print: group({
    paper: oneOf('A4', 'B5', 'A3', 'Letter'),
    large: yesNo,
    ruby: oneOf('none', 'furigana', 'pinyin', 'both'),
    fillable: yesNo,
  }),
  accounts: someOf(ACCOUNTS),
  contactAfter: group({ email }),
  answers: group({
    lineEnds: day,
    cancellationFeeYen: yen,
    lastDebit: day,
    lastDebitYen: yen,
    lastDebitIsEstimate: yesNo,
    receiptNumber: reference,
    completedAt: reference,
    instalmentsUntil: day,
    instalmentsYen: yen,
    accountOpenUntil: day,
    overseasContact: text,
    returnBy: day,
    mnpCode: reference,
    mnpCodeExpires: day,
  }),
} satisfies FieldsOf<Case>;

/** No case is without it: all else may stay open. */
export const REQUIRED = 'carrier';

export const CASE: AnswerGroup = group(fields);

/** The kind of the answer at a path, the case itself for an empty one. */
export function kindAt(path: readonly PropertyKey[]): AnswerKind | undefined {
  let kind: AnswerKind | undefined = CASE;
  for (const key of path) kind = kind?.kind === 'group' ? fieldOf(kind.fields, String(key)) : undefined;
  return kind;
}

function fieldOf(of: AnswerFields, key: string): AnswerKind | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

/** The known keys at a path; none where it does not lead to a mapping. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const kind = kindAt(path);
  return kind?.kind === 'group' ? Object.keys(kind.fields) : [];
}

/** Every path that holds an answer, in the order of the case: `carrier`, `line.number`, … */
export function answerPaths(): string[] {
  return knownKeys([]).flatMap((key) => {
    const inner = knownKeys([key]);
    return inner.length > 0 ? inner.map((second) => `${key}.${second}`) : [key];
  });
}

/** What the first page holds beside dates: the gravest warning, what to bring, codes, telephone lines, answers. */
import type { Answers } from '../case/types.ts';
import type { Fact, Facts } from '../facts/types.ts';
import { hasDeparted } from './booked-visit.ts';
import type { AnswerView, BringView, PhoneLineView, QrView, WarningView } from './checklist-types.ts';
import { conditionsHold } from './conditions.ts';
import { findFact, viewFact } from './fact-view.ts';
import { readableAddress } from './source-list.ts';
import { tieView } from './step-views.ts';
import type { CommonView, FillInputs, Ties } from './types.ts';
import type { StepRow } from './visible-steps.ts';

interface WarningRow {
  code: string;
  /** The step that mends it, or the first of several that stands. */
  step?: string;
  memo?: string[];
  /** It sends the reader to the carrier: a telephone number stands with it. */
  asks?: true;
}

/** One frame at most, the gravest; the table has them in that order. */
export function gravestWarning(inputs: FillInputs, rows: readonly StepRow[], ties: Ties): WarningView | null {
  const table = inputs.templates.documents.checklist.tables.warnings as WarningRow[];
  for (const row of table) {
    const warning = inputs.schedule.warnings.find(({ code }) => code === row.code);
    if (!warning) continue;
    const mending = row.step?.split('|') ?? [];
    const step = rows.findIndex(({ id }) => mending.includes(id));
    return {
      partial: `warnings/${row.code}`,
      values: warning.values ?? {},
      step: step < 0 ? null : step + 1,
      tie: tieView((row.memo ?? []).filter((id) => ties.stepOfQuestion[id] !== undefined)),
      phone: row.asks ? (phoneLines(inputs)[0] ?? null) : null,
    };
  }
  return null;
}

interface BringRow {
  id: string;
  when: string[];
}

/** More than six go beyond the first page. */
const BROUGHT = 6;

export function thingsToBring(inputs: FillInputs, common: CommonView): BringView[] {
  const table = inputs.templates.documents.checklist.tables.bring as BringRow[];
  return table
    .filter((row) => conditionsHold(row.when, inputs, common.is))
    .slice(0, BROUGHT)
    .map((row) => ({ partial: `bring/${row.id}` }));
}

const CODES = 3;
/** Characters of an address that fit beside a code in three lines. */
const LONGEST_BESIDE_CODE = 36;

/** Official pages only; the same address never twice. */
export function qrCodes(facts: Facts, common: CommonView): QrView[] {
  const cancel = findFact(facts, 'officialCancelPage');
  const chinese = findFact(facts, 'chineseSupport');
  const site = facts.carrier.officialSite;
  const wanted: [QrView['kind'], string | null][] = [
    // Who keeps the number must not be led to the page that ends it.
    ['cancel', common.is.cancelling && typeof cancel?.value === 'string' ? cancel.value : null],
    [common.is.shop ? 'booking' : 'site', site],
    ['chinese', typeof chinese?.extra.url === 'string' ? chinese.extra.url : null],
  ];
  const codes: QrView[] = [];
  for (const [kind, href] of wanted) {
    if (href === null || codes.some((code) => code.href === href)) continue;
    codes.push({ kind, href, address: readableAddress(href, LONGEST_BESIDE_CODE) });
  }
  return codes.slice(0, CODES);
}

const LINES = 3;
/** A number with the country's code is as wide as one and a half. */
const LINES_ABROAD = 2;
const DESKS = ['chineseSupport', 'channels.phone', 'otherSupport'];
const DESK_ABROAD = 'cautions=overseas-contact';

/**
 * Telephone lines: for who has left the one that is reached from abroad, then the Chinese one. A field may hold two
 * numbers, parted by a slash.
 */
export function phoneLines(inputs: FillInputs): PhoneLineView[] {
  const { facts, today } = inputs;
  const names = hasDeparted(inputs) ? [DESK_ABROAD, ...DESKS] : DESKS;
  const desks = names.flatMap((name) => {
    const fact = findFact(facts, name);
    return fact ? [{ name, view: viewFact(fact, today), isFor: numberFor(fact) }] : [];
  });
  const lines: PhoneLineView[] = [];
  for (const { name, view, isFor } of desks) {
    for (const number of view.number?.split(' / ') ?? []) {
      if (lines.some((line) => line.number === number)) continue;
      // Whether one can cancel by telephone may be open while the number itself is official.
      const sure = desks.find((desk) => desk.view.level === 'high' && desk.view.zh.includes(number));
      lines.push({
        number,
        ...readHours(view.hours),
        isFor,
        chinese: name === 'chineseSupport',
        fromAbroad: name === DESK_ABROAD,
        level: sure ? 'high' : view.level,
      });
    }
  }
  return lines.slice(0, lines[0]?.fromAbroad ? LINES_ABROAD : LINES);
}

function numberFor({ extra }: Fact): PhoneLineView['isFor'] {
  const whom = extra.numberFor as { zhHans: string; ja: string } | undefined;
  return whom ? { zh: whom.zhHans, ja: whom.ja } : null;
}

export function namesOtherPhone({ facts }: FillInputs): boolean {
  return /\d-\d/u.test(findFact(facts, 'otherSupport')?.ja ?? '');
}

/** '09:00-20:00' as '9:00' and '20:00'; '24h'. */
function readHours(hours: string | null): Pick<PhoneLineView, 'opens' | 'closes' | 'allDay'> {
  const match = hours === null ? null : /^0?(\d+:\d\d)-0?(\d+:\d\d)$/u.exec(hours);
  return { opens: match?.[1] ?? null, closes: match?.[2] ?? null, allDay: hours === '24h' };
}

/** What the clerk may have named as an estimate only. */
const ESTIMATED: ReadonlySet<string> = new Set(['lastDebit', 'lastDebitYen']);

/** Given out by others, printed as they are: some look like a day. */
const REFERENCES: ReadonlySet<string> = new Set<keyof Answers>([
  'receiptNumber',
  'mnpCode',
  'overseasContact',
]);

/** What the clerk wrote, in the order of the memo. */
export function answersGiven({ case: customer }: FillInputs): AnswerView[] {
  const { answers } = customer;
  if (!answers) return [];
  const list: AnswerView[] = [];
  for (const [id, value] of Object.entries(answers)) {
    if (value === undefined || typeof value === 'boolean') continue;
    const isDay = typeof value === 'string' && !REFERENCES.has(id) && /^\d{4}-\d\d-\d\d$/u.test(value);
    list.push({
      id,
      partial: `answers/${id}`,
      estimate: answers.lastDebitIsEstimate === true && ESTIMATED.has(id),
      hasYen: typeof value === 'number',
      day: isDay ? value : null,
      yen: typeof value === 'number' ? value : null,
      text: typeof value === 'string' && !isDay ? value : null,
    });
  }
  return list;
}

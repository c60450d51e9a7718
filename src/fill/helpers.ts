/**
 * The helpers that templates may call: dates, amounts, lists, conditions, readings.
 * In: values of the view and the patterns of templates/words. Out: text, escaped by the caller unless it is markup
 * made here from escaped parts. Refuses to decide: what is printed, and any wording.
 */
import { formatDay, formatRelative, formatSpan } from './format-date.ts';
import type { TemplateSet, When } from './types.ts';

/** Markup that is not escaped again. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export interface Around {
  root: { today: string; print: { furigana: boolean; pinyin: boolean } };
  hash: Record<string, unknown>;
}

export type Helpers = Record<string, (values: readonly unknown[], around: Around) => unknown>;

export function makeHelpers({ dates, units }: Pick<TemplateSet, 'dates' | 'units'>): Helpers {
  /** By day, style and today: a checklist names few days, the same ones over and over. */
  const named = new Map<string, string>();
  return {
    /** `{{date day "zh.full"}}`; with `to=`, a span of days. `.day` gains the year when it isn't that of today. */
    date([day, style], { root, hash }) {
      const { today } = root;
      const [from, pattern] = [String(day), String(style)];
      if (typeof hash.to === 'string') return formatSpan(dates, from, hash.to, pattern, today);
      const key = `${from} ${pattern} ${today}`;
      const text = named.get(key) ?? formatDay(dates, from, pattern, today);
      named.set(key, text);
      return text;
    },
    /** `{{relative when.relative "zh" "to"}}`: the first day, the last day, or the span between them. */
    relative([relative, language, end]) {
      const days = relative as NonNullable<When['relative']>;
      return formatRelative(dates, days, String(language), end as 'from' | 'to' | 'span');
    },
    amount: ([yen]) => String(yen).replace(/\B(?=(\d{3})+$)/gu, ','),
    join: ([items, language]) => (items as string[]).join(units[String(language)]?.list ?? ''),
    count: ([items]) => (items as unknown[]).length,
    and: (values) => values.every(Boolean),
    or: (values) => values.some(Boolean),
    not: ([value]) => !value,
    ruby: ([base, reading], { root }) => marked(String(base), String(reading), root.print.furigana),
    pinyin: ([base, reading], { root }) => marked(String(base), String(reading), root.print.pinyin),
  };
}

function marked(base: string, reading: string, shown: boolean): string | Markup {
  if (!shown) return base;
  return new Markup(`<ruby>${escapeText(base)}<rt>${escapeText(reading)}</rt></ruby>`);
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

const SPECIAL = /[&<>"'`=]/u;

export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/[&<>"'`=]/gu, (character) => ESCAPED[character] ?? character);
}

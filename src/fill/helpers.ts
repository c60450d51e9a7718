/**
 * The helpers that templates may call: dates, amounts, lists, comparisons, readings.
 * In: values of the view and the patterns of templates/words. Out: text, escaped by Handlebars unless it is markup
 * made here from escaped parts. Refuses to decide: what is printed, and any wording.
 */
import { formatDay, formatRelative, formatSpan } from './format-date.ts';
import type { TemplateSet, When } from './types.ts';

/** What the helpers need of Handlebars: markup that is not escaped again. */
export interface MarkupTools {
  SafeString: new (markup: string) => { toString(): string };
  escapeExpression(text: string): string;
}

interface HelperOptions {
  data: { root: { today: string; print: { furigana: boolean; pinyin: boolean } } };
  hash: Record<string, unknown>;
}

export type Helpers = Record<string, (...parameters: never[]) => unknown>;

export function makeHelpers(words: Pick<TemplateSet, 'dates' | 'units'>, tools: MarkupTools): Helpers {
  const marked = (base: string, reading: string, shown: boolean) =>
    shown
      ? new tools.SafeString(
          `<ruby>${tools.escapeExpression(base)}<rt>${tools.escapeExpression(reading)}</rt></ruby>`,
        )
      : base;
  return {
    /** `{{date day "zh.full"}}`; with `to=`, a span of days. `.day` gains the year when it isn't that of today. */
    date(day: string, style: string, options: HelperOptions) {
      const today = options.data.root.today;
      const to = options.hash.to;
      return typeof to === 'string'
        ? formatSpan(words.dates, day, to, style, today)
        : formatDay(words.dates, day, style, today);
    },
    /** `{{relative when.relative "zh" "to"}}`: the first day, the last day, or the span between them. */
    relative(relative: NonNullable<When['relative']>, language: string, end: 'from' | 'to' | 'span') {
      return formatRelative(words.dates, relative, language, end);
    },
    amount: (yen: number) => String(yen).replace(/\B(?=(\d{3})+$)/gu, ','),
    join: (items: readonly string[], language: string) => items.join(words.units[language]?.list ?? ''),
    count: (items: readonly unknown[]) => items.length,
    eq: (left: unknown, right: unknown) => left === right,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
    not: (value: unknown) => !value,
    ruby: (base: string, reading: string, options: HelperOptions) =>
      marked(base, reading, options.data.root.print.furigana),
    pinyin: (base: string, reading: string, options: HelperOptions) =>
      marked(base, reading, options.data.root.print.pinyin),
  };
}

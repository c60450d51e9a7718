import { dayPattern, problemSentences } from '#words';
import type { Problem, ReportedProblem, Sentence } from './problem.ts';

/** Joins the sentences of its code to a Problem. A code without one is a mistake of ours. */
export function reportProblem(problem: Problem): ReportedProblem {
  const sentence = problemSentences[problem.code];
  if (!sentence) throw new Error(`no sentence for the Problem code ${problem.code}`);
  const { names = {} } = sentence;
  const told = (lang: keyof Sentence): Values =>
    Object.fromEntries(
      Object.entries(problem.values ?? {}).map(([slot, value]) => [slot, names[value]?.[lang] ?? value]),
    );
  const message = {
    zhHans: fill(sentence.zhHans, told('zhHans'), dayPattern.zhHans),
    ja: fill(sentence.ja, told('ja'), dayPattern.ja),
  };
  return { ...problem, message };
}

type Values = Readonly<Record<string, string | number>>;

/** Days are told as people write them; what stands in quotation marks is quoted as it was typed. */
export function fillSentence(sentence: Sentence, values: Values): Sentence {
  return {
    zhHans: fill(sentence.zhHans, values, dayPattern.zhHans),
    ja: fill(sentence.ja, values, dayPattern.ja),
  };
}

// The opening marks of the two languages: U+201C and U+300C, as a slot has them before it.
const SLOT = /([\u201C\u300C"]?)\{(\w+)\}/gu;

function fill(text: string, values: Values, pattern: string): string {
  return text.replace(SLOT, (slot, mark: string, name: string) => {
    const value = values[name];
    if (value === undefined) return slot;
    return mark + (mark === '' ? tellDay(String(value), pattern) : value);
  });
}

function tellDay(value: string, pattern: string): string {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? [];
  if (y === undefined) return value;
  return pattern
    .replace('{y}', String(Number(y)))
    .replace('{m}', String(Number(m)))
    .replace('{d}', String(Number(d)));
}

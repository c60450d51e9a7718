import { problemSentences } from '#words';
import type { Problem, ReportedProblem, Sentence } from './problem.ts';

/** Joins the sentences of its code to a Problem. A code without one is a mistake of ours. */
export function reportProblem(problem: Problem): ReportedProblem {
  const sentence = problemSentences[problem.code];
  if (!sentence) throw new Error(`no sentence for the Problem code ${problem.code}`);
  return { ...problem, message: fillSentence(sentence, problem.values ?? {}) };
}

export function fillSentence(
  sentence: Sentence,
  values: Readonly<Record<string, string | number>>,
): Sentence {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/gu, (slot, name: string) => String(values[name] ?? slot));
  return { zhHans: fill(sentence.zhHans), ja: fill(sentence.ja) };
}

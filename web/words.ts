/** Sentences of templates/words/web.json. */
import { webWords } from '#web-words';
import type { Sentence } from '../src/problem.ts';
import { fillSentence } from '../src/problem-sentence.ts';

export function words(id: string, values: Readonly<Record<string, string | number>> = {}): Sentence {
  const sentence = webWords.says[id];
  if (!sentence) throw new Error(`no words for ${id} in templates/words/web.json`);
  return fillSentence(sentence, values);
}

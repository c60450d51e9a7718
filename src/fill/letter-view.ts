// In: the inputs of the fill stage, what every document prints. Out: what templates/letter is filled with.
// Refuses to decide whether a proxy is allowed: the carrier's data say it, and the letter prints what they say.

import { viewFact } from './fact-view.ts';
import { NO_HOLDER } from './holder-view.ts';
import type { CommonView, FactView, FillInputs } from './types.ts';

export interface LetterView extends CommonView {
  /** What the carrier's data say of proxies; null where they say nothing. */
  proxy: FactView | null;
  /** Only family and a few others may go: friends can't. */
  friendsExcluded: boolean;
  /** The carrier wants every field in the holder's own hand: nothing is filled in or ticked. */
  byHand: boolean;
}

/** Values of `proxy` in the data that leave friends out. */
const WITHOUT_FRIENDS = new Set<unknown>(['family-with-letter', 'family', 'limited']);

const WITHOUT_ANSWERS: Pick<CommonView, 'holder' | 'line'> = {
  holder: NO_HOLDER,
  line: { number: null, lastFour: null, contractStart: null },
};

export function buildLetterView(inputs: FillInputs, common: CommonView): LetterView {
  const fact = inputs.facts.facts.proxy;
  const byHand = fact?.extra.letterByHand === true;
  return {
    ...common,
    ...(byHand ? WITHOUT_ANSWERS : {}),
    byHand,
    proxy: fact ? viewFact(fact, inputs.today) : null,
    friendsExcluded: WITHOUT_FRIENDS.has(fact?.value),
  };
}

// In: text with a language and a weight, and the faces it may use, best first. Out: runs of one face each.
// Refuses to decide how missing characters could be drawn otherwise: it reports them.
import type { Problem } from '../problem.ts';
import { cleanText } from './clean-text.ts';
import { isInvisible, isPresentationSelector, isVariationSelector, SOFT_HYPHEN } from './invisible.ts';
import type { TrueTypeFont } from './true-type-font.ts';
import type { BoundText, FaceId, FaceRequest, FaceRun } from './types.ts';

/** A face of the fallback order; the font is absent while its file is not loaded. */
export interface Candidate {
  face: FaceId;
  font: TrueTypeFont | undefined;
}

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** Adds to `needed`, beside the first, the faces that must be loaded before it is known where each character comes from. */
export function collectNeeded(text: string, candidates: readonly Candidate[], needed: Set<FaceId>): void {
  for (const character of cleanText(text)) {
    const codePoint = character.codePointAt(0) as number;
    if (isInvisible(codePoint)) continue;
    const found = candidates.find(({ font }) => font === undefined || font.outlineOf(codePoint) !== 0);
    if (found !== undefined && found.font === undefined) needed.add(found.face);
  }
}

export function bindFaces(request: FaceRequest, candidates: readonly Candidate[]): BoundText {
  const { text, path } = request;
  const first = candidates[0] as Candidate;
  const runs: FaceRun[] = [];
  const problems: Problem[] = [];
  const append = (piece: string, face: FaceId): void => {
    const last = runs.at(-1);
    if (last !== undefined && last.face === face) last.text += piece;
    else runs.push({ text: piece, face });
  };
  const report = (problem: Problem): void => {
    const same = (other: Problem) =>
      other.code === problem.code && other.values?.codePoint === problem.values?.codePoint;
    if (!problems.some(same)) problems.push(problem);
  };

  let base: { codePoint: number; candidate: Candidate } | null = null;
  for (const character of cleanText(text)) {
    const codePoint = character.codePointAt(0) as number;
    if (isVariationSelector(codePoint)) {
      if (base !== null && loaded(base.candidate).outlineOfSequence(base.codePoint, codePoint) !== null) {
        append(character, base.candidate.face);
      } else if (base !== null && !isPresentationSelector(codePoint)) {
        const values = { character: String.fromCodePoint(base.codePoint) };
        const sequence = `${name(base.codePoint)} ${name(codePoint)}`;
        report({
          severity: 'warning',
          code: 'variation-not-in-font',
          path,
          values: { ...values, codePoint: sequence },
        });
      }
      base = null;
      continue;
    }
    if (isInvisible(codePoint)) {
      // Where it is drawn, its hyphen must be in the face: the extended ones have none.
      const face = codePoint === SOFT_HYPHEN ? undefined : runs.at(-1)?.face;
      append(character, face ?? first.face);
      base = null;
      continue;
    }
    const candidate = candidates.find((each) => loaded(each).outlineOf(codePoint) !== 0);
    base = candidate === undefined ? null : { codePoint, candidate };
    if (candidate !== undefined) append(character, candidate.face);
    else {
      report({
        severity: 'error',
        code: 'missing-glyph',
        path,
        values: { character, codePoint: name(codePoint) },
      });
    }
  }
  return { runs, problems };
}

function loaded({ face, font }: Candidate): TrueTypeFont {
  if (font === undefined) throw new Error(`The face ${face} is not loaded: call prepare before bind`);
  return font;
}

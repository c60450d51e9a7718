// In: text with a language and a weight, and the faces it may use, best first. Out: runs of one face each.
// Refuses to decide how missing characters could be drawn otherwise: it reports them.
import type { Problem } from '../problem.ts';
import { cleanText } from './clean-text.ts';
import { isInvisible, isPresentationSelector, isVariationSelector, SOFT_HYPHEN } from './invisible.ts';
import { NOT_PLAIN, PLAIN_WITH_QUOTES, type Scan, type TrueTypeFont } from './true-type-font.ts';
import type { BoundText, FaceId, FaceRequest, FaceRun } from './types.ts';

/** A face of the fallback order; the font is absent while its file is not loaded. */
export interface Candidate {
  face: FaceId;
  font: TrueTypeFont | undefined;
}

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * R65: a curly quote of the Chinese faces is a full em, for Chinese text. In other text, and as the apostrophe of
 * a Latin word in Chinese, it is that of the Japanese ones, which is proportional.
 */
function takesLatinQuote(text: string, index: number, lang: string): boolean {
  const unit = text.charCodeAt(index);
  if (unit !== 0x2018 && unit !== 0x2019 && unit !== 0x201c && unit !== 0x201d) return false;
  return !/^zh\b/i.test(lang) || /^[a-z].[a-z]/i.test(text.slice(Math.max(0, index - 1), index + 2));
}

const isProportional = ({ face }: Candidate): boolean => face.startsWith('jp');

/** Whether one face draws all of the text as it stands: nearly always the first. `scan` is what the face makes of it. */
export function isPlain(text: string, lang: string, face: FaceId, scan: Scan): boolean {
  if (scan !== PLAIN_WITH_QUOTES || face.startsWith('jp')) return scan !== NOT_PLAIN;
  for (let i = 0; i < text.length; i++) if (takesLatinQuote(text, i, lang)) return false;
  return true;
}

/** For a text that is not plain: adds to `needed` the faces without which it is not known where each character comes from. */
export function collectNeeded(
  uncleaned: string,
  lang: string,
  candidates: readonly Candidate[],
  needed: Set<FaceId>,
): void {
  const text = cleanText(uncleaned);
  let index = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const isLatinQuote = takesLatinQuote(text, index, lang);
    index += character.length;
    if (isInvisible(codePoint)) continue;
    const found = isLatinQuote
      ? candidates.find(isProportional)
      : candidates.find(({ font }) => font === undefined || font.outlineOf(codePoint) !== 0);
    if (found !== undefined && found.font === undefined) needed.add(found.face);
  }
}

export function bindFaces(request: FaceRequest, candidates: readonly Candidate[]): BoundText {
  const { lang, path } = request;
  const first = candidates[0] as Candidate;
  const text = cleanText(request.text);
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
  let index = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const isLatinQuote = takesLatinQuote(text, index, lang);
    index += character.length;
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
    const candidate = isLatinQuote
      ? candidates.find(isProportional)
      : candidates.find((each) => loaded(each).outlineOf(codePoint) !== 0);
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

/**
 * Signs of a Chinese or Japanese keyboard where YAML knows its own alone: to YAML they are letters of a text.
 * In: the text of a case file. Out: the lines with such a sign in the place of another. Names and shops keep theirs.
 */
import { answerPaths } from './case-fields.ts';

export interface FullWidthSign extends Record<string, string | number> {
  line: number;
  found: string;
  expected: string;
}

const COLON = '\uff1a';
const COMMA = '\uff0c';

/** What begins a line, or a field in braces. */
const FIRST_KEY = /^\s*(?:- +)?["']?([A-Za-z]\w*)["']?\s*\uff1a/u;
const KEY_IN_BRACES = /[{,\uff0c]\s*([A-Za-z]\w*)\s*\uff1a/u;
const KEY_AFTER_COMMA = /\{.*\uff0c\s*([A-Za-z]\w*)\s*:/u;
const BRACKETS: readonly [string, string][] = [
  ['\uff3b', '['],
  ['\uff3d', ']'],
  ['\uff5b', '{'],
  ['\uff5d', '}'],
];

/** `isBroken`: the library could not read it; then it is no doubt a slip whatever the key is called. */
export function findFullWidth(text: string, isBroken: boolean): FullWidthSign[] {
  const isKey = keyTest(isBroken);
  return text.split('\n').flatMap((whole, index) => {
    const content = whole.replace(/(?:^|\s)#.*$/u, '');
    const sign = signIn(content, isKey, isBroken);
    return sign === null ? [] : [{ line: index + 1, found: sign[0], expected: sign[1] }];
  });
}

const WIDE_SPACE = '\u3000';
/** Before a key, in braces too, and after its colon. */
const BEFORE_KEY = /(?:^|[{,])[ \t]*\u3000[\s-]*["']?([A-Za-z]\w*)["']?[ \u3000]*:/u;
const AFTER_COLON = /(?:^|[{,])\s*(?:- +)?["']?([A-Za-z]\w*)["']?[ \u3000]*:\u3000/u;

/** The lines with a space of that keyboard where YAML has to have its own. */
export function findWideSpaces(text: string, isBroken: boolean): number[] {
  if (!text.includes(WIDE_SPACE)) return [];
  const isKey = keyTest(isBroken);
  return text.split('\n').flatMap((whole, index) => {
    const [bare = ''] = whole.replace(/(?:^|\s)#.*$/u, '').split(/["']/u);
    const keys = [BEFORE_KEY.exec(bare)?.[1], AFTER_COLON.exec(bare)?.[1]];
    return keys.some(isKey) ? [index + 1] : [];
  });
}

type KeyTest = (name: string | undefined) => boolean;

function keyTest(isBroken: boolean): KeyTest {
  const known = new Set(answerPaths().flatMap((path) => path.split('.')));
  return (name) => name !== undefined && (isBroken || known.has(name));
}

function signIn(content: string, isKey: KeyTest, isBroken: boolean): readonly [string, string] | null {
  // In quotes it may be text.
  const [bare = ''] = content.split(/["']/u);
  if (isKey(FIRST_KEY.exec(content)?.[1]) || isKey(KEY_IN_BRACES.exec(bare)?.[1])) return [COLON, ':'];
  if (!isBroken) return null;
  if (isKey(KEY_AFTER_COMMA.exec(bare)?.[1])) return [COMMA, ','];
  return isBalanced(bare) ? null : (BRACKETS.find(([wide]) => bare.includes(wide)) ?? null);
}

function isBalanced(content: string): boolean {
  const count = (sign: string) => content.split(sign).length;
  return count('[') === count(']') && count('{') === count('}');
}

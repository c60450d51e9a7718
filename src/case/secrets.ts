/** Numbers that the documents never carry, found by their form in fields of free text. */

export type Secret = 'card-number' | 'my-number' | 'residence-card-number';

/** Those of a residence card's number; tables of Unicode are opened for no text that has fewer. */
const FEWEST_DIGITS = /\d(?:\D*\d){7}/u;

/** Which secret a text seems to hold; null when none. Telephone numbers, days and postal codes are none. */
export function findSecret(written: string): Secret | null {
  const normal = written.normalize('NFKC');
  if (!FEWEST_DIGITS.test(normal)) return null;
  const text = plain(normal);
  if (/(?:^|[^A-Za-z])[A-Za-z]{2}[ -]?\d{8}[ -]?[A-Za-z]{2}(?![A-Za-z])/u.test(text))
    return 'residence-card-number';
  for (const [run] of text.matchAll(/\+?\d(?:[ .,/_-]{0,3}\d){11,}/gu)) {
    const secret = findInRun(run);
    if (secret !== null) return secret;
  }
  return null;
}

/**
 * Full-width digits are what a Japanese keyboard gives, other dashes and dots what a telephone gives. A postal code goes,
 * lest it be read with the number after it.
 */
function plain(normal: string): string {
  return normal
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
    .replace(/[\u00b7\u2022\u2027\u30fb]/gu, '.')
    .replace(/((?:^|[^\d .,/_-])[ .,/_-]*)\d{3}-\d{4}(?= )/gu, '$1');
}

/** Groups of digits that stand together: all of a run, or a part of it. */
interface Candidate {
  digits: string;
  /** How long each group is: `4-4-4-4`. */
  form: string;
  /** All that stands between the groups is the same. */
  uniform: boolean;
  /** Nothing of the run is left out, and it is one number. */
  whole: boolean;
  /** Another group stands before or after it as its own groups do. */
  continues: boolean;
}

function findInRun(run: string): Secret | null {
  const candidates = candidatesOf(run);
  // The fours of a card are those of a My Number too.
  if (candidates.some(isCardNumber)) return 'card-number';
  return candidates.some(isMyNumber) ? 'my-number' : null;
}

function candidatesOf(run: string): Candidate[] {
  const groups = run.match(/\d+/gu) ?? [];
  const gaps = run.split(/\d+/u).slice(1, -1);
  const international = run.startsWith('+');
  const candidates: Candidate[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < LONGEST_CARD; last++) {
      digits += groups[last];
      // ITU-T E.164: a number with its country code has 15 digits at most.
      if (digits.length < MY_NUMBER || (international && first === 0 && digits.length <= 15)) continue;
      const inside = gaps.slice(first, last);
      const goesOn = groups[last + 1] !== undefined && groups[last + 1]!.length >= 4;
      candidates.push({
        digits,
        form: groups
          .slice(first, last + 1)
          .map((group) => group.length)
          .join('-'),
        uniform: inside.every((gap) => gap === inside[0]),
        whole: inside.length === groups.length - 1 && isOneNumber(run),
        continues: (first > 0 && gaps[first - 1] === inside[0]) || (goesOn && gaps[last] === inside[0]),
      });
    }
  }
  return candidates;
}

/** Not two with a comma, a stroke or a wide gap between them, and none with a country code. */
const isOneNumber = (run: string): boolean => !/[+,/]|\D{2}/u.test(run);

const LONGEST_CARD = 19;
const MY_NUMBER = 12;

/** As cards print it: in a longer row of numbers other groups come out by chance. */
const CARD_FORM = /^(?:\d+|4-4-4-4(?:-[123])?|4-6-[45]|6-1[03]|8-8)$/u;

function isCardNumber({ digits, form, uniform, whole }: Candidate): boolean {
  const stands = (uniform && CARD_FORM.test(form)) || (whole && digits.length <= 16);
  if (stands && isCard(digits)) return true;
  // With more written to its digits without a space.
  if (form.includes('-') || digits.length <= 16) return false;
  for (let start = 0; start + 15 <= digits.length; start++) {
    if (isCard(digits.slice(start, start + 15)) || isCard(digits.slice(start, start + 16))) return true;
  }
  return false;
}

/**
 * How cards begin, with their lengths (ISO/IEC 7812): American Express, Diners, Visa, Mastercard, JCB, Maestro, UnionPay and
 * the others under 6, and the older cards of a Chinese bank. No telephone number begins so without a country code.
 */
const ISSUERS =
  /^(?:3[47]\d{13}|3[0689]\d{12,17}|4(?:\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35\d{14,17}|5[0678]\d{12,17}|6\d{13,18}|9558\d{15})$/u;

const isCard = (digits: string): boolean => ISSUERS.test(digits) && passesLuhn(digits);

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** By fours, as it is printed; alone in groups of one length too. */
const MY_NUMBER_FORM = /^(?:12|4-4-4)$/u;
const LONE_FORM = /^(?:4-8|8-4|6-6|3-3-3-3|2(?:-2){5}|1(?:-1){11})$/u;

function isMyNumber({ digits, form, uniform, whole, continues }: Candidate): boolean {
  if (digits.length !== MY_NUMBER) return false;
  const stands = (uniform && !continues && MY_NUMBER_FORM.test(form)) || (whole && LONE_FORM.test(form));
  // In groups, what begins with 0 has an area code.
  return stands && !(form !== '12' && digits.startsWith('0')) && hasMyNumberCheckDigit(digits);
}

/** Ordinance of the Ministry of Internal Affairs No. 85 of 2014, article 5: weights 2–7, then 2–6, modulo 11. */
function hasMyNumberCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

/** Numbers that the documents never carry, found by their form in fields of free text. */

export type Secret = 'card-number' | 'my-number' | 'residence-card-number';

/** Which secret a text seems to hold; null when none. A phone number with its country code is not one. */
export function findSecret(written: string): Secret | null {
  // Full-width digits are what a Japanese keyboard gives.
  const text = written.normalize('NFKC');
  if (/(?<![A-Za-z])[A-Za-z]{2}[ -]?\d{8}[ -]?[A-Za-z]{2}(?![A-Za-z])/u.test(text))
    return 'residence-card-number';
  for (const match of text.matchAll(/\+?\d(?:[ .-]?\d){11,}/gu)) {
    if (match[0].startsWith('+')) continue;
    const digits = match[0].replace(/[ .-]/gu, '');
    if (digits.length >= 14 && digits.length <= 16 && passesLuhn(digits)) return 'card-number';
    if (digits.length === 12 && hasMyNumberCheckDigit(digits)) return 'my-number';
  }
  return null;
}

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

/** Ordinance of the Ministry of Internal Affairs No. 85 of 2014, article 5: weights 2–7, then 2–6, modulo 11. */
function hasMyNumberCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

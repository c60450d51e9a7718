/** The tables of Unicode take half a millisecond to open: only for a text that may have such a character. */
export const holdsHanOrKana = (text: string): boolean =>
  /[\u2e80-\uffff]/.test(text) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Which language a text without a tag is in. */

export const hasWriting = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Kana is Japanese; a text of Han alone is taken as Chinese unless it names an account of a Japanese company. */
export function guessLanguage(text: string): 'zh' | 'ja' {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || /[\u691C\u697D\u8CA9]/u.test(text)
    ? 'ja'
    : 'zh';
}

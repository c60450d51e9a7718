import type { TextBinder, TextMeasure } from '../../src/line/types.ts';
/** Half widths for ASCII, an em for all else; `sc` for Chinese, `jp` for the rest: nobody can change this font. */
export const fakeMeasure: TextMeasure = {
  advanceEm: (face, cp) => {
    if (face.startsWith('jp') && (cp === 0x201c || cp === 0x201d)) return 0.474;
    if (face.startsWith('jp') && (cp === 0x2018 || cp === 0x2019)) return 0.278;
    return cp < 0x300 ? 0.5 : 1;
  },
};
export const fakeBinder: TextBinder = {
  bind: ({ text, lang, weight }) => ({
    runs: text === '' ? [] : [{ text, face: `${lang.startsWith('zh') ? 'sc' : 'jp'}-${weight}` }],
    problems: [],
  }),
};

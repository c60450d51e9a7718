/** Lint of what is printed, after filling: R40 and R64–R67. One list of runs is one paragraph. */
export interface WordingRun {
  text: string;
  lang: string;
  /** Kind of field, where the text is one: addresses and serials have their own punctuation. */
  field?: string;
}

export interface Finding {
  rule:
    | 'quotation-marks'
    | 'unbalanced-pair'
    | 'parentheses'
    | 'comma-pair'
    | 'slash-date'
    | 'half-width-punctuation'
    | 'full-width-digits';
  lang: string;
  /** What was found, with a little text around it. */
  text: string;
}

const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。，「」『』（）“”《》';

interface Rule {
  rule: Finding['rule'];
  /** Languages that it holds in: the start of their tags. */
  langs: string[];
  pattern: RegExp;
}

const RULES: Rule[] = [
  // R64: “ ” in zh, 「 」 in ja; straight quotes in neither.
  { rule: 'quotation-marks', langs: ['zh'], pattern: /[「」『』]/gu },
  { rule: 'quotation-marks', langs: ['ja'], pattern: /[“”‘’《》〈〉]/gu },
  {
    rule: 'quotation-marks',
    langs: ['zh', 'ja'],
    pattern: new RegExp(`(?<=[${WIDE}])["']|["'](?=[${WIDE}])`, 'gu'),
  },
  // R66: ASCII parentheses only around pure Latin, away from Han and kana.
  { rule: 'parentheses', langs: ['zh', 'ja'], pattern: new RegExp(`\\([^()]*[${WIDE}][^()]*\\)`, 'gu') },
  {
    rule: 'parentheses',
    langs: ['zh', 'ja'],
    pattern: new RegExp(`(?<=[${WIDE}])\\(|\\)(?=[${WIDE}])`, 'gu'),
  },
  // R67: 、。 in ja; ，。 in zh, where 、 stands in lists.
  { rule: 'comma-pair', langs: ['ja'], pattern: /[，．]/gu },
  { rule: 'comma-pair', langs: ['zh'], pattern: /．/gu },
  {
    rule: 'slash-date',
    langs: ['zh', 'ja'],
    pattern:
      /(?<![\d/.])(?:\d{4}[/.]\d{1,2}(?:[/.]\d{1,2})?|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01]))(?![\d/.])/gu,
  },
  {
    rule: 'half-width-punctuation',
    langs: ['zh', 'ja'],
    pattern: new RegExp(`(?<=[${WIDE}])[,;:!?.](?![\\w/])|(?<=[${WIDE}])[,;:!?](?=[${WIDE}])`, 'gu'),
  },
  // R40: digits and letters of full width, kana of half width.
  { rule: 'full-width-digits', langs: ['zh', 'ja'], pattern: /[０-９Ａ-Ｚａ-ｚ\uff66-\uff9f]/gu },
];

const OPENING = '“‘「『（《〈【〔';
const CLOSING = '”’」』）》〉】〕';

export function lintWording(runs: WordingRun[]): Finding[] {
  const findings: Finding[] = [];
  for (const { text, lang, field } of joinByLanguage(runs)) {
    if (field === 'url' || field === 'email' || field === 'serial') continue;
    for (const { rule, langs, pattern } of RULES) {
      if (!langs.some((start) => lang.toLowerCase().startsWith(start))) continue;
      for (const match of text.matchAll(pattern))
        findings.push({ rule, lang, text: around(text, match.index) });
    }
  }
  findings.push(...unbalanced(runs));
  return findings;
}

/** Neighbours of one language are one text: a mark and its Han may stand in two runs. */
function joinByLanguage(runs: WordingRun[]): WordingRun[] {
  const joined: WordingRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.lang === run.lang && last.field === run.field) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

/** Pairs are checked over the whole paragraph: a zh quotation may hold ja text. An apostrophe is no quote. */
function unbalanced(runs: WordingRun[]): Finding[] {
  const findings: Finding[] = [];
  const open: { mark: string; lang: string; text: string }[] = [];
  for (const { text, lang } of runs) {
    Array.from(text).forEach((mark, i, characters) => {
      const isApostrophe =
        mark === '’' && /[A-Za-z]/.test(characters[i - 1] ?? '') && open.at(-1)?.mark !== '‘';
      if (isApostrophe) return;
      if (OPENING.includes(mark)) open.push({ mark, lang, text: around(text, i) });
      const kind = CLOSING.indexOf(mark);
      if (kind < 0) return;
      if (open.at(-1)?.mark === OPENING[kind]) open.pop();
      else findings.push({ rule: 'unbalanced-pair', lang, text: around(text, i) });
    });
  }
  findings.push(...open.map(({ lang, text }): Finding => ({ rule: 'unbalanced-pair', lang, text })));
  return findings;
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 8), index + 9);
}

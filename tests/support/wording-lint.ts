/**
 * What must not be printed: marks of the other language or another width, glyph forms of the other language, and
 * words that B7 of the term list replaces. Pure text in, sentences out.
 */
import { readFileSync } from 'node:fs';

export interface WordingRun {
  /** Where it stands: file, key or document. */
  where: string;
  lang: string;
  /** The whole text of one language in one paragraph; values of other languages left out. */
  text: string;
}

interface Rule {
  name: string;
  /** Which language it is for; both when absent. */
  lang?: 'zh' | 'ja';
  found: RegExp;
}

const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\u3005';

const RULES: readonly Rule[] = [
  // R64: each language has its own quotation marks.
  { name: 'corner brackets in Chinese', lang: 'zh', found: /[\u300C-\u300F]/u },
  { name: 'curly quotes in Japanese', lang: 'ja', found: /[\u2018\u2019\u201C\u201D\u300A\u300B]/u },
  { name: 'straight quotes', found: /["']/u },
  // R66: full-width parentheses next to Han.
  { name: 'half-width parenthesis at Han', found: new RegExp(`[${HAN}][()]|[()][${HAN}]`, 'u') },
  // R67: one pair of comma and stop a language.
  { name: 'full-width comma in Japanese', lang: 'ja', found: /[\uFF0C\uFF0E]/u },
  { name: 'ideographic full stop is the only one', found: new RegExp(`[${HAN}]\\.(?!\\w)`, 'u') },
  { name: 'half-width mark between Han', found: new RegExp(`[${HAN}][,;:!?][${HAN}]|[${HAN}][,;:!?]$`, 'u') },
  // Notice style is not spoken style.
  { name: 'semicolon in Japanese', lang: 'ja', found: /\uFF1B/u },
  // R40: digits and letters are half width.
  { name: 'full-width digit or letter', found: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u },
  { name: 'slash date', found: /(?<![\w/.-])\d{1,4}\/\d{1,2}(?:\/\d{1,4})?(?![\w/])/u },
  {
    name: 'wave dash, plus or tilde at Han',
    found: new RegExp(`[${HAN}\\d][~\\uFF5E\\u301C+\\uFF0B][${HAN}\\d]`, 'u'),
  },
  { name: 'space between Han', found: /\p{Script=Han} \p{Script=Han}/u },
  { name: 'half-width katakana', found: /[\uFF61-\uFF9F]/u },
  { name: 'radical or compatibility form of a character', found: /[\u2E80-\u2FDF\uF900-\uFAFF]/u },
  { name: 'kana in Chinese', lang: 'zh', found: /[\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u },
];

/** Term list B7: what each language calls a thing, told by the words that it must not use. */
const TERMS: readonly Rule[] = [
  { name: '违约金', lang: 'zh', found: /解约金|解约费|解约手续费/u },
  { name: '账单结算日', lang: 'zh', found: /结账日|还款日|(?<!申请)截止日(?!期)/u },
  { name: '按天计费', lang: 'zh', found: /按日割|日割|按比例(?!绘制)|按天计算/u },
  { name: '解约', lang: 'zh', found: /注销(?:手机|号码|线路|合同)|销户|取消(?:合同|号码|线路)|退订合同/u },
  { name: '银行账户自动扣款', lang: 'zh', found: /银行转账|汇款/u },
  { name: '手机分期余款', lang: 'zh', found: /机款|残债|残債/u },
  { name: '欠费', lang: 'zh', found: /欠款|未缴纳/u },
  { name: '凭证', lang: 'zh', found: /留底|底单|收据/u },
  { name: '4位密码', lang: 'zh', found: /四位密码|暗证/u },
  { name: '家庭主号', lang: 'zh', found: /亲情号|副号|主回线/u },
  { name: '携号转网', lang: 'zh', found: /转号|转台|携转/u },
  { name: '旧机回收', lang: 'zh', found: /以旧换新|折价/u },
  { name: '合同、套餐、门店', lang: 'zh', found: /合约|约款|契约|店舗|店铺/u },
  { name: '缴费单', lang: 'zh', found: /汇款单|拂入/u },
  { name: '停机保号', lang: 'zh', found: /号码保管/u },
  { name: '契約解除料', lang: 'ja', found: /違約金/u },
  { name: 'か月', lang: 'ja', found: /[ヶケヵカ箇ヵ]月(?!額)/u },
  { name: 'ご…ください', lang: 'ja', found: /教えて下さい|下さい/u },
];

const readSet = (name: string): Set<string> =>
  new Set(
    readFileSync(`tools/fonts/sets/${name}.txt`, 'utf8')
      .replaceAll(/^#.*$/gmu, '')
      .match(/\p{Script=Han}/gu) ?? [],
  );
/** What mainland China prints: the table of 2013. */
const CHINESE = readSet('tongyong-guifan');
/** What Japan prints: the characters for daily use and those for names. */
const JAPANESE = new Set([...readSet('joyo-kanji'), ...readSet('jinmeiyo-kanji'), '\u3005', '\u3007']);

/** Names and addresses that stand as they are in the other language. */
export type Allowed = readonly string[];

export function lintWording(runs: readonly WordingRun[], allowed: Allowed = []): string[] {
  const findings = new Set<string>();
  for (const { where, lang, text } of runs) {
    const language = lang.startsWith('ja') ? 'ja' : lang.startsWith('zh') ? 'zh' : null;
    if (!language) continue;
    const own = allowed.reduce((rest, name) => rest.replaceAll(name, ''), text);
    for (const rule of [...RULES, ...TERMS]) {
      if (rule.lang !== undefined && rule.lang !== language) continue;
      const found = rule.found.exec(own);
      if (found) findings.add(`${rule.name}: ${found[0]} in ${text} (${where})`);
    }
    const known = language === 'ja' ? JAPANESE : CHINESE;
    for (const character of own.match(/\p{Script=Han}/gu) ?? [])
      if (!known.has(character)) findings.add(`not a ${language} form: ${character} in ${text} (${where})`);
  }
  return [...findings];
}

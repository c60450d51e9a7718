/** Words that the term list replaces, and glyph forms of the other language. Text in, sentences out. */
import { readFileSync } from 'node:fs';

export interface Wording {
  /** Where it stands: file, key or document. */
  where: string;
  lang: string;
  /** What one language says in one paragraph. */
  text: string;
}

interface Term {
  /** What it is called instead. */
  use: string;
  lang: 'zh' | 'ja';
  avoid: RegExp;
}

/** One word, one meaning; the pairs are those of docs and of the carriers. */
const TERMS: readonly Term[] = [
  { use: '解约', lang: 'zh', avoid: /注销(?:手机|号码|线路|合同)|销户|取消(?:合同|号码|线路)/u },
  { use: '违约金', lang: 'zh', avoid: /解约金|解约费/u },
  { use: '账单结算日', lang: 'zh', avoid: /截止日(?!期)|结账日|还款日/u },
  { use: '按天计费', lang: 'zh', avoid: /日割|(?<!不)按比例(?!绘制)|按天计算/u },
  { use: '银行账户自动扣款', lang: 'zh', avoid: /银行转账|汇款/u },
  { use: '缴费单', lang: 'zh', avoid: /发票|汇款单/u },
  { use: '手机分期余款', lang: 'zh', avoid: /机款|残债/u },
  { use: '欠费', lang: 'zh', avoid: /欠款|未缴纳/u },
  { use: '凭证', lang: 'zh', avoid: /留底|底单|收据/u },
  { use: '4位密码', lang: 'zh', avoid: /四位密码|暗证/u },
  { use: '家庭主号', lang: 'zh', avoid: /亲情号|副号|主回线/u },
  { use: '携号转网', lang: 'zh', avoid: /转号|转台/u },
  { use: '旧机回收', lang: 'zh', avoid: /以旧换新|折价/u },
  { use: '合同、套餐、门店', lang: 'zh', avoid: /合约|约款|契约|店舗|店铺/u },
  { use: '停机保号', lang: 'zh', avoid: /号码保管/u },
  { use: 'か月', lang: 'ja', avoid: /[ヶケヵカ箇]月/u },
  { use: 'ください', lang: 'ja', avoid: /下さい/u },
  { use: '9:00至20:00、9:00から20:00', lang: 'zh', avoid: /\d[～~〜-]\d{1,2}:\d/u },
  { use: '9:00から20:00', lang: 'ja', avoid: /\d[～~〜-]\d{1,2}:\d/u },
];

const readSet = (name: string): Set<string> => {
  const text = readFileSync(`tools/fonts/sets/${name}.txt`, 'utf8').replaceAll(/^#.*$/gmu, '');
  return new Set(text.match(/\p{Script=Han}/gu));
};
/** What mainland China prints: the table of 2013. */
const CHINESE = readSet('tongyong-guifan');
/** What Japan prints: the characters for daily use and those for names, the mark that repeats one, the round zero. */
const JAPANESE = new Set([...readSet('joyo-kanji'), ...readSet('jinmeiyo-kanji'), '\u3005', '\u3007']);

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30FC]+/u;
const COMPATIBILITY = /[\u2E80-\u2FDF\uF900-\uFAFF]/u;

/** A postal address in a Chinese sentence is for copying, and the sentence says so. */
const ADDRESS = /(?<=照日文填写.*)\u3012.*$/u;

/** `names` stand as they are in either language. */
export function lintTerms(wording: readonly Wording[], names: readonly string[]): string[] {
  const findings = new Set<string>();
  for (const { where, lang, text } of wording) {
    const language = lang.startsWith('ja') ? 'ja' : lang.startsWith('zh') ? 'zh' : null;
    if (!language) continue;
    const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(ADDRESS, '');
    const report = (fault: string) => findings.add(`${fault} in ${text} (${where})`);
    for (const { use, lang: of, avoid } of TERMS) {
      const found = of === language && avoid.exec(own);
      if (found) report(`${found[0]} instead of ${use}`);
    }
    const kana = language === 'zh' && KANA.exec(own);
    if (kana) report(`kana ${kana[0]}`);
    const compatibility = COMPATIBILITY.exec(own);
    if (compatibility) report(`compatibility form ${compatibility[0]}`);
    const known = language === 'ja' ? JAPANESE : CHINESE;
    const foreign = (own.match(/\p{Script=Han}/gu) ?? []).filter((character) => !known.has(character));
    if (foreign.length > 0) report(`no ${language} form: ${foreign.join('')}`);
  }
  return [...findings];
}

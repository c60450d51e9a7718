// Writes sets/*.txt from the Unihan database: node derive-sets.mjs <path of Unihan_OtherMappings.txt>
// Run only when a newer Unihan is wanted; the build reads the committed lists.
import { readFileSync, writeFileSync } from 'node:fs';

const FIELDS = [
  { field: 'kTGH', file: 'tongyong-guifan.txt', title: '通用规范汉字表 (2013)' },
  { field: 'kJoyoKanji', file: 'joyo-kanji.txt', title: '常用漢字表 (2010), variants included' },
  { field: 'kJinmeiyoKanji', file: 'jinmeiyo-kanji.txt', title: '人名用漢字' },
];

const unihan = readFileSync(process.argv[2], 'utf8');
const version = /Unicode version: ([\d.]+)/.exec(unihan)[1];

for (const { field, file, title } of FIELDS) {
  const characters = [];
  for (const line of unihan.split('\n')) {
    const [code, name] = line.split('\t');
    if (code.startsWith('U+') && name === field)
      characters.push(String.fromCodePoint(Number.parseInt(code.slice(2), 16)));
  }
  characters.sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
  const lines = [
    `# ${title}: ${characters.length} characters, field ${field} of Unihan ${version}, in code-point order.`,
    '# © Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt).',
  ];
  for (let i = 0; i < characters.length; i += 50) lines.push(characters.slice(i, i + 50).join(''));
  writeFileSync(new URL(`sets/${file}`, import.meta.url), `${lines.join('\n')}\n`);
}

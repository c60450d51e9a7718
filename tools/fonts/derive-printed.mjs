// Writes sets/printed.txt: node tools/fonts/derive-printed.mjs
// The characters of templates, data and examples: nearly all that a document of ours prints. Their outlines stand
// first in the core files, so that a run reads a fifth of a file. A character that has come since costs a read more.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = ['templates', 'data/carriers', 'examples'];
const FILES = [
  'data/any-carrier.json',
  'data/general-rules.json',
  'data/memo-rules.json',
  'bench/reference/content.json',
];

const texts = FILES.map((file) => readFileSync(new URL(file, ROOT), 'utf8'));
for (const folder of FOLDERS) {
  for (const name of readdirSync(new URL(folder, ROOT), { recursive: true })) {
    if (/\.(hbs|json|yaml)$/.test(name)) texts.push(readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8'));
  }
}
const characters = [...new Set(texts.join(''))]
  .filter((character) => character > ' ' || character === ' ')
  .sort();
const lines = characters.join('').match(/.{1,64}/gsu);
writeFileSync(
  new URL('sets/printed.txt', import.meta.url),
  `# Characters that documents print (derive-printed.mjs)\n${lines.join('\n')}\n`,
);
console.log(characters.length);

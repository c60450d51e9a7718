// Writes fonts/ from the Noto packages: npm ci --prefix tools/fonts && node tools/fonts/build.mjs
// The core files hold the sets of code-point-sets.mjs; the extended files what the source face has beyond them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { CORE_SETS, readCharacters } from './code-point-sets.mjs';
import { kerningOf } from './kerning.mjs';
import { leanOutlines } from './lean-outlines.mjs';
import { printedFirst } from './printed-first.mjs';
import {
  copyTables,
  glyphCount,
  mappedCodePoints,
  readTables,
  variationSequences,
  writeFont,
} from './sfnt.mjs';

const require = createRequire(import.meta.url);
const OUT = new URL('../../fonts/', import.meta.url);

/** Layout, vertical writing, hints: nothing of the page is set with them. */
const DROPPED_TABLES = [
  'GSUB',
  'GPOS',
  'GDEF',
  'BASE',
  'STAT',
  'gasp',
  'vhea',
  'vmtx',
  'fpgm',
  'prep',
  'cvt ',
];
/** Copyright, names, licence and its address: what the OFL wants to travel with the file. */
const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14];

const VARIATION_SELECTORS = [
  ...Array.from({ length: 16 }, (_, i) => 0xfe00 + i),
  ...Array.from({ length: 240 }, (_, i) => 0xe0100 + i),
];

const FACES = [
  { language: 'sc', source: 'noto-sans-sc', family: 'NotoSansSC' },
  { language: 'jp', source: 'noto-sans-jp', family: 'NotoSansJP' },
];
const WEIGHTS = [
  { weight: 'regular', folder: '400Regular' },
  { weight: 'bold', folder: '700Bold' },
];

const PRINTED = readCharacters('printed.txt');

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const toText = (codePoints) => codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
/** The hash of a list is that of its hexadecimal numbers, ascending, one a line. */
const hashOf = (codePoints) => sha256(codePoints.map((codePoint) => `${codePoint.toString(16)}\n`).join(''));

async function buildFile({ name, source, sourcePath, bytes, codePoints, set }) {
  const subset = await subsetFont(bytes, toText([...codePoints, ...VARIATION_SELECTORS]), {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    noHinting: true,
    dropTables: DROPPED_TABLES,
    preserveNameIds: KEPT_NAMES,
  });
  const reworked = copyTables(subset);
  leanOutlines(reworked);
  printedFirst(reworked, PRINTED);
  const font = writeFont(subset.subarray(0, 12), reworked);
  const tables = readTables(font);
  const mapped = mappedCodePoints(tables);
  if (hashOf(mapped) !== hashOf(codePoints)) throw new Error(`${name} maps other code points than asked for`);
  writeFileSync(new URL(name, OUT), font);
  return {
    file: name,
    bytes: font.length,
    sha256: sha256(font),
    glyphs: glyphCount(tables),
    codePoints: { set, count: mapped.length, sha256: hashOf(mapped) },
    variationSequences: variationSequences(tables),
    source: {
      package: source,
      version: require(`${source}/package.json`).version,
      file: sourcePath,
      sha256: sha256(bytes),
    },
  };
}

const files = [];
const sets = {};
/** Both languages carry the same Latin, so one table a weight serves them. */
const kerning = {};
for (const { language, source: shortName, family } of FACES) {
  const source = `@expo-google-fonts/${shortName}`;
  const wanted = new Set(CORE_SETS[`${language}-core`].codePoints());
  for (const { weight, folder } of WEIGHTS) {
    const sourcePath = `${folder}/${family}_${folder}.ttf`;
    const bytes = readFileSync(require.resolve(`${source}/${sourcePath}`));
    const all = mappedCodePoints(readTables(bytes));
    const pairs = kerningOf(bytes);
    kerning[weight] ??= pairs;
    if (JSON.stringify(kerning[weight]) !== JSON.stringify(pairs))
      throw new Error(`${source} kerns differently`);
    const common = { source, sourcePath, bytes };
    const core = all.filter((codePoint) => wanted.has(codePoint));
    const set = `${language}-core`;
    files.push(await buildFile({ ...common, name: `${language}-${weight}.ttf`, codePoints: core, set }));
    if (weight === 'regular') {
      const rest = all.filter((codePoint) => !wanted.has(codePoint));
      const restSet = `${language}-extended`;
      files.push(await buildFile({ ...common, name: `${restSet}.ttf`, codePoints: rest, set: restSet }));
      const missing = [...wanted].filter((codePoint) => !all.includes(codePoint));
      sets[set] = {
        description: CORE_SETS[set].description,
        asked: wanted.size,
        notInSource: missing.length,
      };
      sets[restSet] = { description: `what the source face has beyond ${set}` };
    }
  }
  const licence = readFileSync(require.resolve(`${source}/LICENSE_FONT`));
  writeFileSync(new URL(`OFL-${family}.txt`, OUT), licence);
}

const kerningText = `${JSON.stringify(kerning, null, 2)}\n`;
writeFileSync(new URL('kerning.json', OUT), kerningText);

const manifest = {
  about:
    'Noto Sans subsets under the SIL Open Font License 1.1 (OFL-*.txt), written by tools/fonts/build.mjs. ' +
    'The sha256 of a code-point list is that of its hexadecimal numbers, ascending, one a line.',
  subsetter: { package: 'subset-font', version: require('subset-font/package.json').version },
  droppedTables: DROPPED_TABLES.map((tag) => tag.trim()).join(' '),
  sets,
  files,
  kerning: {
    file: 'kerning.json',
    bytes: Buffer.byteLength(kerningText),
    sha256: sha256(kerningText),
    pairs: 'printable ASCII, from GPOS kern of the sources, 1/1000 em',
  },
};
writeFileSync(new URL('manifest.json', OUT), `${JSON.stringify(manifest, null, 2)}\n`);
for (const { file, bytes, glyphs } of files) console.log(`${file}  ${bytes} bytes  ${glyphs} glyphs`);

// In: the addresses in data/carriers/ that pages draw as codes. Out: build/qr-codes.js, the module behind "#qr-codes":
// the codes of these addresses (ISO/IEC 18004), so that a run neither works one out nor loads what does.
import { readdir } from 'node:fs/promises';
import { create } from 'qrcode';
import { readJson } from './read-json.mjs';
import { writeModule } from './write-module.mjs';

const folder = new URL('../../data/carriers/', import.meta.url);

/** Every field that holds an address: a few that no page draws do no harm. */
function addressesOf({ officialSite, officialCancelPage, chineseSupport }) {
  const facts = [officialCancelPage, chineseSupport].flat().filter(Boolean);
  const values = facts.flatMap(({ value, url }) => [value, url]);
  return [officialSite, ...values].filter((text) => /^https?:/u.test(text ?? ''));
}

/** Row after row, six modules a character from '0' on, the first in the lowest bit: src/page/find-qr-code.ts reads it. */
function packModules({ size, data }) {
  const sixes = Array.from({ length: Math.ceil((size * size) / 6) }, () => 0);
  data.forEach((dark, at) => {
    sixes[Math.floor(at / 6)] |= Number(dark) << (at % 6);
  });
  return { size, modules: String.fromCharCode(...sixes.map((six) => 48 + six)) };
}

const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
const carriers = await Promise.all(files.map((file) => readJson(new URL(file, folder))));
const codes = Object.fromEntries(
  carriers
    .flatMap(addressesOf)
    .map((address) => [address, packModules(create(address, { errorCorrectionLevel: 'M' }).modules)]),
);
if (Object.keys(codes).length < files.length) throw new Error('an address of every carrier was expected');
await writeModule(
  'qr-codes',
  `export const qrCodes = ${JSON.stringify(codes)};\n`,
  [
    '/** By address: its modules in rows, six a character from U+0030 on, the first in the lowest bit. */',
    'export declare const qrCodes: Readonly<Record<string, { readonly size: number; readonly modules: string }>>;',
    '',
  ].join('\n'),
);

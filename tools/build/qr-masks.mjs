// In: the addresses in data/carriers/ that pages draw as codes. Out: build/qr-masks.js, the module behind "#qr-masks".
// Choosing the mask (ISO/IEC 18004 §7.8.3) weighs eight drawings of a code: four fifths of the work, and the same each time.
import { readdir, readFile } from 'node:fs/promises';
import { create } from 'qrcode';
import { writeModule } from './write-module.mjs';

const folder = new URL('../../data/carriers/', import.meta.url);

/** Every field that holds an address: a few that no page draws do no harm. */
function addressesOf({ officialSite, officialCancelPage, chineseSupport }) {
  const facts = [officialCancelPage, chineseSupport].flat().filter(Boolean);
  const values = facts.flatMap(({ value, url }) => [value, url]);
  return [officialSite, ...values].filter((text) => /^https?:/u.test(text ?? ''));
}

const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
const carriers = await Promise.all(
  files.map(async (file) => JSON.parse(await readFile(new URL(file, folder), 'utf8'))),
);
const masks = Object.fromEntries(
  carriers
    .flatMap(addressesOf)
    .map((address) => [address, create(address, { errorCorrectionLevel: 'M' }).maskPattern]),
);
if (Object.keys(masks).length < files.length) throw new Error('an address of every carrier was expected');
await writeModule(
  'qr-masks',
  `export const qrMasks = ${JSON.stringify(masks)};\n`,
  "import type { QRCodeMaskPattern } from 'qrcode';\n/** The best mask by address. */\nexport declare const qrMasks: Readonly<Record<string, QRCodeMaskPattern>>;\n",
);

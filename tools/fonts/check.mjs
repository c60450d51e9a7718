// Compares fonts/ with its manifest, without the sources: node tools/fonts/check.mjs
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const FONTS = new URL('../../fonts/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', FONTS), 'utf8'));
const listed = [...manifest.files, manifest.kerning];
const onDisk = readdirSync(FONTS).filter((name) => /\.ttf$|^kerning\.json$/.test(name));

const faults = onDisk
  .filter((name) => !listed.some(({ file }) => file === name))
  .map((name) => `${name}: not in the manifest`);
for (const { file, sha256, bytes } of listed) {
  if (!onDisk.includes(file)) {
    faults.push(`${file}: in the manifest, not in fonts/`);
    continue;
  }
  const data = readFileSync(new URL(file, FONTS));
  const found = createHash('sha256').update(data).digest('hex');
  if (data.length !== bytes || found !== sha256) faults.push(`${file}: ${found}, manifest says ${sha256}`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${listed.length} files equal the manifest`);
}

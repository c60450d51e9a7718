// The fixed content, repeated section by section until it has as many characters as both documents of the example: the
// reference's five pages are a third of what `generate` sets.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { runOnce, save } from './measure.mjs';
import { CLI, PEERS_WORK, ROOT } from './set-up.mjs';

const AS_LONG = `${PEERS_WORK}/as-long`;

const charactersOf = (text) => text.replace(/\s/gu, '').length;

/** All texts of a value of JSON. */
function charactersIn(value) {
  if (typeof value === 'string') return charactersOf(value);
  return value !== null && typeof value === 'object'
    ? Object.values(value).reduce((sum, part) => sum + charactersIn(part), 0)
    : 0;
}

/** Sections again in their order, without their page breaks, up to `count` characters. */
function lengthen(content, count) {
  const sections = [...content.sections];
  let missing = count - charactersIn(content);
  for (let i = 0; missing > 0; i++) {
    const section = { ...content.sections[i % content.sections.length], break_before: false };
    sections.push(section);
    missing -= charactersIn(section);
  }
  return { ...content, sections };
}

/** Writes the peer beside its longer content; gives its path and both counts of characters. */
export function makeTypstAsLong(example) {
  const count = charactersOf(runOnce([CLI, 'generate', ...example, '--dump', 'text']).stdout);
  const content = JSON.parse(readFileSync(`${ROOT}bench/reference/content.json`, 'utf8'));
  mkdirSync(AS_LONG, { recursive: true });
  for (const name of ['peer-typst.mjs', 'doc.typ', 'lib.mjs']) {
    copyFileSync(`${ROOT}bench/reference/${name}`, `${AS_LONG}/${name}`);
  }
  save(`${AS_LONG}/content.json`, lengthen(content, count));
  return { path: `${AS_LONG}/peer-typst.mjs`, characters: count, ofReference: charactersIn(content) };
}

// What should be read again: `node tools/data/freshness.mjs --today 2027-06-01 [--days 180]`.
// Prints carriers and general rules with readings older than that, oldest first; exit code 1 when there are any.
import { readdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const folder = new URL('../../data/', import.meta.url);
const { values } = parseArgs({
  options: { today: { type: 'string' }, days: { type: 'string', default: '180' } },
});
const today = values.today ?? new Date().toISOString().slice(0, 10);
const limit = Number(values.days);

async function readJson(path) {
  return JSON.parse(await readFile(new URL(path, folder), 'utf8'));
}

function* citedIn(node, path = '') {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node.source)) yield { path, checkedOn: node.checkedOn };
  for (const [key, child] of Object.entries(node))
    yield* citedIn(child, path === '' ? key : `${path}.${key}`);
}

const ageOf = (day) => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);

function reportOn(name, body) {
  const facts = [...citedIn(body)];
  const old = facts.filter((fact) => ageOf(fact.checkedOn) > limit);
  return { name, facts: facts.length, old, oldest: Math.max(...facts.map((fact) => ageOf(fact.checkedOn))) };
}

const files = (await readdir(new URL('carriers/', folder))).filter((file) => file.endsWith('.json')).sort();
const carriers = await Promise.all(
  files.map(async (file) => reportOn(file.replace('.json', ''), await readJson(`carriers/${file}`))),
);
const { rules } = await readJson('general-rules.json');
const stale = [...carriers, ...rules.map((rule) => reportOn(`general:${rule.id}`, rule))]
  .filter((report) => report.old.length > 0)
  .sort((a, b) => b.oldest - a.oldest);

for (const { name, facts, old, oldest } of stale) {
  console.log(
    `${name}: ${old.length} of ${facts} facts, oldest ${oldest} days: ${old.map((fact) => fact.path).join(' ')}`,
  );
}
console.log(
  stale.length === 0 ? `nothing is older than ${limit} days on ${today}` : `${stale.length} to read again`,
);
process.exitCode = stale.length === 0 ? 0 : 1;

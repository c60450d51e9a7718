// In: the zod schema of the case. Out: data/schema/case.schema.json, which editors read: kept in the repository,
// for examples name it by path.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CARRIER_IDS } from '../../build/carrier-ids.js';
import { isCalled } from './is-called.mjs';
import { writeIfChanged } from './write-module.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Each sign of a class in its wide form too, as src/case/typed-text.ts reads it. */
const withWide = (pattern) =>
  pattern.replaceAll(/\[([^\]]+)\]/gu, (_, signs) => {
    const wide = signs.replaceAll(/[!-~]/gu, (sign, at) =>
      sign === '-' && at > 0 ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    );
    return `[${signs}${wide}]`;
  });

const YEAR = '(?:[1][9]|[2][01])[0-9][0-9]';
const LENGTHS = [
  ['(?:[0]?[13578]|[1][02])', '(?:[0]?[1-9]|[12][0-9]|[3][01])'],
  ['(?:[0]?[469]|[1][1])', '(?:[0]?[1-9]|[12][0-9]|[3][0])'],
  ['[0]?[2]', '(?:[0]?[1-9]|[12][0-9])'],
];
const DAYS = LENGTHS.map(([month, days]) => `${month}[-/.\u6708]${days}`).join('|');
const DAY = `^\\s*${YEAR}[-/.\u5e74](?:${DAYS})\u65e5?\\s*$`;
const TIME = '^\\s*(?:[01]?[0-9]|[2][0-3])[:][0-5][0-9](?:[:][0][0])?\\s*$';
const PHONE = '^\\s*[+\uff0b]?[-0-9\\s\uff10-\uff19\uff0d\uff70\u2010-\u2015\u2212\u30fc]+$';
const EMAIL = '^\\s*[^\\s@\uff20"<>]+[@\uff20][^\\s@\uff20"<>]+[.\uff0e][^\\s@\uff20"<>]+\\s*$';

/** What the checks of text fields look like to an editor, by the code of the Problem that they raise. */
const FORMS = {
  'date-form': { pattern: withWide(DAY), examples: ['2027-03-28', '2027/3/28', '2027\u5e743\u670828\u65e5'] },
  'invalid-time': { pattern: withWide(TIME), examples: ['14:00', '9:00'] },
  'invalid-phone-number': { pattern: PHONE, examples: ['090-1234-5678'] },
  'invalid-email': { pattern: EMAIL },
};

export async function makeSchema() {
  const { z, caseSchema } = await loadCaseSchema();
  const { fields } = JSON.parse(await readFile(`${root}templates/words/interview.json`, 'utf8'));
  const schema = z.toJSONSchema(caseSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const code = zodSchema._zod.def.checks?.[0]?._zod.def.params?.code;
      Object.assign(jsonSchema, FORMS[code]);
    },
  });
  schema.title = 'kaiyaku case';
  schema.properties.carrier.enum = ['any', ...CARRIER_IDS];
  for (const [path, { en, zhHans, ja }] of Object.entries(fields)) {
    const place = path.split('.').reduce((node, key) => node.properties[key], schema);
    place.description = [en, zhHans, ja].join('\n');
  }
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Node 20 does not read TypeScript, so the schema is bundled in memory. */
async function loadCaseSchema() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * as z from 'zod/mini'; export { caseSchema } from './src/case/schema.ts';",
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

if (isCalled(import.meta.url)) {
  await writeIfChanged(`${root}data/schema/case.schema.json`, await makeSchema());
}

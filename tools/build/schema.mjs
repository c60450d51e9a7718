// In: the zod schema of the case. Out: data/schema/case.schema.json, which editors read: kept in the repository,
// for examples name it by path.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CARRIER_IDS } from '../../build/carrier-ids.js';
import { writeIfChanged } from './write-module.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the checks of text fields look like to an editor, by the code of the Problem that they raise. */
const FORMS = {
  'date-form': { format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$', examples: ['2027-03-28'] },
  'invalid-time': { pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', examples: ['14:00'] },
  'invalid-phone-number': { pattern: '^\\+?[\\d -]+$', examples: ['090-1234-5678'] },
  'invalid-email': { format: 'email' },
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeIfChanged(`${root}data/schema/case.schema.json`, await makeSchema());
}

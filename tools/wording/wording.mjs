// npm run wording. main.ts is bundled first, since Node 20 reads no TypeScript.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = `${root}build/tmp/wording.mjs`;
await build({
  entryPoints: [`${root}tools/wording/main.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
process.chdir(root);
await import(pathToFileURL(outfile).href);

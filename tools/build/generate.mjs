// Writes build/: data, words, templates and sheets as modules, so that nothing is parsed or compiled at run time.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';

const STEPS = ['carrier-ids', 'words', 'data', 'holidays', 'templates', 'sheets'];

process.chdir(new URL('../..', import.meta.url).pathname);
await mkdir('build', { recursive: true });
for (const step of STEPS) {
  const script = new URL(`./${step}.mjs`, import.meta.url);
  if (existsSync(script)) await import(script.href);
}

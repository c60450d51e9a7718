// Writes build/: data, words, templates and sheets as modules, so that nothing is parsed or compiled at run time.
// Each step is a script of its own that writes one module; none reads what another wrote.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const STEPS = ['carrier-ids', 'words', 'data', 'holidays', 'templates', 'sheets', 'qr-codes'];

const run = promisify(execFile);
const folder = fileURLToPath(new URL('.', import.meta.url));
const scripts = STEPS.map((step) => `${folder}${step}.mjs`).filter(existsSync);
await Promise.all(scripts.map((script) => run(process.execPath, [script], { cwd: `${folder}../..` })));

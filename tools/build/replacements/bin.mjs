#!/usr/bin/env node
// The bin, as CommonJS: Node starts that 8 ms sooner than a module. What most runs are, one case or a look at the
// help, goes by scripts whose compiled code is kept; everything else by modules.
import { existsSync } from 'node:fs';
import { hurry, keptCode, loadScript } from './load-script.mjs';
import { YOUNG_GENERATION_GROWTH } from './young-generation.mjs';

/** Options count too: up to here a run is short, and ends before optimized code pays for its making. */
const FEW_ARGUMENTS = 24;
const HELP = new Set([undefined, '-h', '--help', 'help', '-V', '--version']);

const argv = process.argv.slice(2);
const isHelp = HELP.has(argv[0]) || (argv.length === 2 && (argv[1] === '-h' || argv[1] === '--help'));
if (isHelp || (argv[0] === 'generate' && argv.length <= FEW_ARGUMENTS)) {
  const script = `${__dirname}/${isHelp ? 'help' : 'generate'}.script.js`;
  // A V8 that the package was not built with may not know its flags, and would say so on stderr.
  if (!isHelp && existsSync(keptCode(script))) hurry(['node:zlib'], YOUNG_GENERATION_GROWTH);
  const { start, leave } = loadScript(script, require).exports;
  // False of a command line that the script leaves to the modules.
  void start(argv).then((isDone) => (isDone === false ? import('./cli.mjs') : leave()));
} else void import('./cli.mjs');

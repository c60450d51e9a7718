#!/usr/bin/env node
// The bin, as CommonJS: Node starts that 8 ms sooner than a module. What most runs are, one case or a look at the
// help, goes by scripts whose compiled code is kept; everything else by modules.
import { pathToFileURL } from 'node:url';
import { loadScript } from './load-script.mjs';

/** Options count too: up to here a run is short, and ends before optimized code pays for its making. */
const FEW_ARGUMENTS = 24;
const HELP = new Set([undefined, '-h', '--help', 'help', '-V', '--version']);

const argv = process.argv.slice(2);
const isShort = HELP.has(argv[0]) || (argv[0] === 'generate' && argv.length <= FEW_ARGUMENTS);
if (isShort) {
  const { start, leave } = loadScript(pathToFileURL(`${__dirname}/start.script.js`).href, true).exports;
  void start(argv).then(leave);
} else void import('./cli.mjs');

#!/usr/bin/env node
import { runCli } from './main.ts';

// Output that nobody reads any more (`kaiyaku carriers | head`) is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2));

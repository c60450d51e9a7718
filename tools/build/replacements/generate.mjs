// Stands in for src/cli/commands/generate.ts in the command line: the same, as a script with compiled code.
import { loadScript } from './load-script.mjs';

/** Up to here a run is short: two documents each. */
const FEW_CASES = 4;

export function runGenerate(files, options) {
  const url = new URL('../generate.script.js', import.meta.url).href;
  return loadScript(url, files.length <= FEW_CASES).exports.runGenerate(files, options);
}

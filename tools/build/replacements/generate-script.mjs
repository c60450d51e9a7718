// Stands in for src/cli/commands/generate.ts in start.script.js: the same, as a script with compiled code.
import { loadScript } from './load-script.mjs';

export function runGenerate(files, options) {
  const url = new URL('generate.script.js', import.meta.url).href;
  return loadScript(url).exports.runGenerate(files, options);
}

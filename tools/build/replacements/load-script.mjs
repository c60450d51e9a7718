// Loads a script of the build with the code that V8 compiled from it when the package was built (docs/performance.md).
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Another version of V8 refuses the compiled code, without harm: it compiles anew.
 * A short run ends before optimized code pays for its making, a third of all its work: it does without.
 */
export function loadScript(url, isShortRun) {
  if (isShortRun) setFlagsFromString('--no-opt --no-incremental-marking --semi-space-growth-factor=8');
  const filename = fileURLToPath(url);
  const cache = `${filename}.cache`;
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(url), module, url);
  return { exports: module.exports, script, cache };
}

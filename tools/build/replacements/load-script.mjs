// Loads a script of the build with the code that V8 compiled from it when the package was built (docs/performance.md).
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * For a run that ends within a second. Optimized code, of either compiler (V8 has two since Node 22), takes a third of
 * all its work and pays for its making later;
 * marking the old generation frees nothing that is needed again; a collection while the last bytes are deflated frees
 * what the end of the process frees; counting who makes what outlives collections is for optimized code; and a young
 * generation that grows by a larger `growth` is collected less and takes more memory.
 * Node's own modules too have compiled code, which V8 refuses under other flags: `modules` are those loaded later.
 */
export function hurry(modules, growth) {
  // Threads for what is deflated meanwhile; Node makes four.
  process.env.UV_THREADPOOL_SIZE ??= '2';
  for (const name of modules) process.getBuiltinModule(name);
  // It loads Node's streams, which a look at the help has no use for.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString(
    '--no-opt --no-maglev --no-incremental-marking --no-minor-gc-task --no-allocation-site-pretenuring ' +
      `--semi-space-growth-factor=${growth}`,
  );
}

/** Where a script's compiled code is kept: each V8 has its own, and where its code is, its flags are known. */
export const keptCode = (filename) => `${filename}.${process.versions.v8}.cache`;

/**
 * The same V8 under other flags refuses the compiled code without harm and compiles anew. Of the
 * source V8 looks at no more than the length: the code is kept by the build that writes the script, and by nothing else.
 * `require` is that of a file in the folder of the script: to make one takes a millisecond.
 */
export function loadScript(filename, require) {
  const cache = keptCode(filename);
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, dirname(filename));
  return { exports: module.exports, script };
}

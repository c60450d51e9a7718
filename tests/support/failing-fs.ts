import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** While `work` runs the file system answers so. */
export function answering(name: 'openSync' | 'renameSync', code: string, work: () => void): void {
  const original = fs[name];
  const fail = (path: string) => {
    throw Object.assign(new Error(code), { code, syscall: name.replace('Sync', ''), path });
  };
  fs[name] = fail as never;
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    fs[name] = original as never;
    syncBuiltinESMExports();
  }
}

// Gets the Nodes from npm's registry: the binaries, of which the package `node` is a script that fetches one.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export function fetchNodes(versions, folder) {
  mkdirSync(folder);
  const machine = `node-${process.platform}-${process.arch}`;
  const wanted = versions.map((version) => `node-${version}@npm:${machine}@${version}`);
  const argv = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...wanted];
  for (let attempt = 1; attempt <= 3; attempt++) {
    if (spawnSync('npm', argv, { stdio: 'inherit' }).status === 0) break;
    console.error(`other Nodes could not be fetched (attempt ${attempt})`);
  }
  return versions.map((version) => {
    const node = join(folder, 'node_modules', `node-${version}`, 'bin', 'node');
    const told = String(spawnSync(node, ['--version']).stdout).trim();
    if (told !== `v${version}`) throw new Error(`Node ${version} was not fetched: ${node} says ${told}`);
    return { version, node };
  });
}

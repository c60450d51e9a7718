// Typst's binding looks at every font of the system as it starts, whatever it is given: how many there are decides how
// long it takes, so the report tells how many, and `--fonts FOLDER` adds a run on a machine that has those of the folder too.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { PEERS_WORK } from './set-up.mjs';

const FONT = /\.(?:ttf|otf|ttc|otc)$/iu;
/** Where fontconfig looks by default. */
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  `${homedir()}/.fonts`,
  `${homedir()}/.local/share/fonts`,
];

export function countFonts(folders = FOLDERS) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .filter((name) => FONT.test(name)).length;
}

/** The environment of somebody who has installed the fonts of `folder` for themself. */
export function withFonts(folder) {
  const home = `${PEERS_WORK}/home`;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/.local/share`, { recursive: true });
  symlinkSync(resolve(folder), `${home}/.local/share/fonts`);
  return { HOME: home };
}

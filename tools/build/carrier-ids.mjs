// In: the names of data/carriers/*.json. Out: build/carrier-ids.js, all that the case stage knows of carriers.
import { readdir } from 'node:fs/promises';
import { writeModule } from './write-module.mjs';

const files = await readdir(new URL('../../data/carriers/', import.meta.url));
const ids = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
await writeModule(
  'carrier-ids',
  `export const CARRIER_IDS = ${JSON.stringify(ids.sort())};\n`,
  'export declare const CARRIER_IDS: readonly string[];\n',
);

// In: data/carriers/*.json. Out: build/carrier-ids.js, all that the case stage knows of carriers, and
// build/carrier-names.js, their names in Chinese, Japanese and English, for who writes one of them instead.
import { readdir } from 'node:fs/promises';
import { readJson } from './read-json.mjs';
import { writeModule } from './write-module.mjs';

const folder = new URL('../../data/carriers/', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
const ids = files.map((file) => file.slice(0, -'.json'.length));
await writeModule(
  'carrier-ids',
  `export const CARRIER_IDS = ${JSON.stringify(ids)};\n`,
  'export declare const CARRIER_IDS: readonly string[];\n',
);

/** Some have two: one in brackets, or after a stroke. */
const namesOf = ({ names }) => Object.values(names).flatMap((name) => name.split(/\s*[()\uff08\uff09/]\s*/u));
const carriers = await Promise.all(files.map((file) => readJson(new URL(file, folder))));
const named = carriers.flatMap((carrier) => namesOf(carrier).map((name) => [name, carrier.id]));
await writeModule(
  'carrier-names',
  `export const carrierNames = ${JSON.stringify(Object.fromEntries(named.filter(([name]) => name !== '')))};\n`,
  ['/** The id of each. */', 'export declare const carrierNames: Readonly<Record<string, string>>;', ''].join(
    '\n',
  ),
);

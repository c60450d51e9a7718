import { readdirSync, readFileSync } from 'node:fs';
import YAML from 'yaml';

/** The case files of examples/, by name. */
export const EXAMPLES: readonly { name: string; input: Record<string, unknown> }[] = readdirSync('examples')
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({
    name: file.replace(/\.yaml$/u, ''),
    input: YAML.parse(readFileSync(`examples/${file}`, 'utf8')) as Record<string, unknown>,
  }));

export const DEFAULT_EXAMPLE: Record<string, unknown> = EXAMPLES.find(
  ({ name }) => name === 'leaving-japan',
)!.input;

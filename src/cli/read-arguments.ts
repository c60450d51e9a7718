/**
 * The arguments of a command as they are nearly always typed. Mistakes, help and rare ways of writing (`--out=dir`, `-odir`,
 * `--`) are commander's, which takes a fiftieth of a short run to load (read-arguments.test.ts).
 */
import type { OptionSpec } from './option-specs.ts';

export interface ReadArguments {
  operands: string[];
  options: Record<string, string | string[] | boolean>;
}

/** As commander hands them to a command that takes one operand or more; null where it has to look itself. */
export function readArguments(argv: readonly string[], specs: readonly OptionSpec[]): ReadArguments | null {
  const operands: string[] = [];
  const options: ReadArguments['options'] = {};
  for (const spec of specs) {
    if (spec.isRepeatable) options[keyOf(spec)] = [];
    else if (spec.fallback !== undefined) options[keyOf(spec)] = spec.fallback;
  }
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (!word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const spec = specs.find(({ long, short }) => word === long || word === short);
    if (spec === undefined) return null;
    const key = keyOf(spec);
    if (spec.value === undefined) options[key] = true;
    else {
      const value = argv[++i];
      if (value === undefined || value.startsWith('-')) return null;
      options[key] = spec.isRepeatable ? [...(options[key] as string[]), value] : value;
    }
  }
  return operands.length === 0 ? null : { operands, options };
}

const keyOf = ({ long }: OptionSpec): string => long.slice('--'.length);

/** Writes a case file that a person can go on with: every answer with its label as a comment. */
import { fieldLabels } from '#interview-words';

/** `answers` by dotted path, null where a question was left out; `schemaPath` for editors, where there is a file of it. */
export function writeCaseText(answers: ReadonlyMap<string, unknown>, schemaPath?: string): string {
  const lines = schemaPath === undefined ? [] : [`# yaml-language-server: $schema=${schemaPath}`];
  let open = '';
  // Keys of one mapping stand together, wherever their questions came.
  const paths = [...answers.keys()].sort((a, b) => order(a) - order(b));
  for (const path of paths) {
    const [first = '', second] = path.split('.');
    if (second !== undefined && open !== first) lines.push('', `${first}:`);
    else if (second === undefined && open !== '') lines.push('');
    open = second === undefined ? '' : first;
    const value = writeValue(answers.get(path));
    const label = fieldLabels[path];
    const parts = [
      second === undefined ? `${first}:` : `  ${second}:`,
      ...(value === '' ? [] : [value]),
      ...(label ? [`# ${label.zhHans} / ${label.ja}`] : []),
    ];
    lines.push(parts.join(' '));
  }
  return `${lines.join('\n')}\n`;
}

function order(path: string): number {
  const all = Object.keys(fieldLabels);
  const first = path.split('.')[0];
  return all.findIndex((label) => label.split('.')[0] === first) * 1000 + all.indexOf(path);
}

/** A YAML scalar or flow list. JSON strings are YAML strings; words that can't be read as anything else stay bare. */
function writeValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  const bare =
    /^(?:[a-z][a-z-]*[a-z]|[a-z]|\d{4}-\d\d-\d\d)$/u.test(value) && !/^(?:true|false|null)$/u.test(value);
  return bare ? value : JSON.stringify(value);
}

// JSON in a string is read several times faster than the same as code, and a run asks for few of the texts: each is
// parsed when it is asked for. In the modules the texts are strings; the scripts read them from a file beside them,
// so that neither their source nor the code that V8 keeps of it holds a third of a megabyte of wording.
import { fileURLToPath } from 'node:url';
import { literal, writeIfChanged, writeModule } from './write-module.mjs';

const PARSED = [
  'const parsed=(texts)=>{',
  '  const all={};',
  '  for(const name in texts){',
  '    let value;',
  '    Object.defineProperty(all,name,{enumerable:true,get:()=>value??=JSON.parse(textOf(texts[name]))});',
  '  }',
  '  return all;',
  '};',
];

/**
 * Writes build/<name>.js, and build/late-<name>.js with build/<name>.txt. `codeWith` is given a function from a record
 * of values to code for the object whose getters parse them.
 */
export async function writeParsedTexts(name, codeWith, types) {
  const asObject = (values, asCode) =>
    `parsed({${Object.entries(values)
      .map(([key, value]) => `${JSON.stringify(key)}:${asCode(value)}`)
      .join(',')}})`;
  const code = (head, asCode) =>
    `${[...head, ...PARSED, codeWith((values) => asObject(values, asCode))].join('\n')}\n`;

  await writeModule(name, code(['const textOf=(text)=>text;'], literal), types);

  const texts = [];
  let length = 0;
  const range = (value) => {
    const text = Buffer.from(JSON.stringify(value));
    texts.push(text);
    length += text.length;
    return `[${length - text.length},${length}]`;
  };
  const head = [
    "import { readFileSync } from 'node:fs';",
    'let bytes;',
    'const textOf=([start,end])=>{',
    `  bytes??=readFileSync(import.meta.dirname+'/${name}.txt');`,
    '  return bytes.utf8Slice(start,end);',
    '};',
  ];
  await writeModule(`late-${name}`, code(head, range), types);
  await writeIfChanged(
    fileURLToPath(new URL(`../../build/${name}.txt`, import.meta.url)),
    Buffer.concat(texts).toString(),
  );
}

// JSON in a string is read several times faster than the same as code, and a run asks for few of the texts: each is
// parsed when it is asked for. In the modules the texts are strings; the scripts read them from a file beside them,
// so that neither their source nor the code that V8 keeps of it holds a third of a megabyte of wording.
import { fileURLToPath } from 'node:url';
import { literal, writeIfChanged, writeModule } from './write-module.mjs';

// A getter for each would be a function and a step of the object's shape for each of some hundred texts. Without a
// prototype an object of many names is made in one go.
const PARSED = [
  'const parsed=(places,texts)=>{',
  '  const values=[];',
  '  const get=(_,name)=>{',
  '    const place=places[name];',
  '    return place===undefined?undefined:values[place]??=JSON.parse(textOf(texts,place));',
  '  };',
  '  return new Proxy(places,{get});',
  '};',
];

/**
 * Writes build/<name>.js, and build/late-<name>.js with build/<name>.txt. `codeWith` is given a function from a record
 * of values to code for the object that parses them.
 */
export async function writeParsedTexts(name, codeWith, types) {
  const code = (head, textsCode) => {
    const parsed = (values) => {
      const places = Object.keys(values).map((key, place) => `${JSON.stringify(key)}:${place}`);
      return `parsed({__proto__:null,${places.join(',')}},${textsCode(Object.values(values))})`;
    };
    return `${[...head, ...PARSED, codeWith(parsed)].join('\n')}\n`;
  };

  const asStrings = (values) => `[${values.map(literal).join(',')}]`;
  await writeModule(name, code(['const textOf=(texts,place)=>texts[place];'], asStrings), types);

  let texts = '';
  const asOffsets = (values) => {
    const offsets = [texts.length];
    for (const value of values) {
      texts += JSON.stringify(value);
      offsets.push(texts.length);
    }
    return JSON.stringify(offsets);
  };
  const late = code([], asOffsets);
  // Two bytes a character where one is not enough: they are read several times faster than UTF-8.
  const isLatin1 = Buffer.from(texts, 'latin1').toString('latin1') === texts;
  const slice = isLatin1
    ? 'latin1Slice(texts[place],texts[place+1])'
    : 'ucs2Slice(2*texts[place],2*texts[place+1])';
  const head = [
    "import { readFileSync } from 'node:fs';",
    'let bytes;',
    'const textOf=(texts,place)=>{',
    `  bytes??=readFileSync(import.meta.dirname+'/${name}.txt');`,
    `  return bytes.${slice};`,
    '};',
  ];
  await writeModule(`late-${name}`, `${head.join('\n')}\n${late}`, types);
  await writeIfChanged(
    fileURLToPath(new URL(`../../build/${name}.txt`, import.meta.url)),
    texts,
    isLatin1 ? 'latin1' : 'utf16le',
  );
}

import { readPageContent } from '../../support/describe-pdf.ts';
import { type Dict, PdfFile, Ref, Stream, textOf, type Value } from '../../support/read-pdf.ts';

/** All that a file says, in any form: raw bytes, streams unpacked, every string of every object, the text of the pages. */
export function everythingIn(bytes: Uint8Array): string {
  const file = new PdfFile(bytes);
  const words = [Buffer.from(bytes).toString('latin1')];
  for (const id of file.places.keys()) collect(file.get(new Ref(id)), words);
  return [...words, printedText(bytes)].join('\n');
}

/** The text of the pages. */
export function printedText(bytes: Uint8Array): string {
  const file = new PdfFile(bytes);
  return file.pages.map((page) => readPageContent(file, page).text).join('\n');
}

function collect(value: Value, words: string[]): void {
  if (typeof value === 'string') words.push(value, textOf(value));
  else if (Array.isArray(value)) for (const inner of value) collect(inner, words);
  else if (value instanceof Stream) {
    const content = Buffer.from(value.bytes);
    words.push(content.toString('latin1'), content.toString('utf8'), content.toString('utf16le'));
    collect(value.dict as Value, words);
  } else if (value instanceof Map) for (const inner of (value as Dict).values()) collect(inner, words);
}

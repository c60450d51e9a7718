/**
 * in: pdfkit's objects, those where the file begins, and how to deflate
 * out: the bytes of the file, with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8)
 * Refuses to decide what is in the objects; it only leaves out what nothing refers to.
 */
import { fileId } from './file-id.ts';
import { latin1Bytes } from './latin1.ts';
import { type Dictionary, isReference, type Reference, type Value } from './object-document.ts';
import { serialize } from './serialize.ts';
import type { PdfCodecs } from './types.ts';

/** Readers inflate an object stream as a whole, so a long document gets several. */
const objectsInStream = 8000;

interface StreamObject {
  id: number;
  dictionary: Dictionary;
  bytes: Uint8Array;
}

function markReachable(roots: Reference[]): Set<Reference> {
  const reached = new Set<Reference>();
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue;
    if (isReference(value)) {
      if (reached.has(value)) continue;
      reached.add(value);
      waiting.push(value.data);
    } else if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object') waiting.push(item);
    } else if (!(value instanceof String)) {
      const dictionary = value as Dictionary;
      for (const key in dictionary) if (typeof dictionary[key] === 'object') waiting.push(dictionary[key]);
    }
  }
  return reached;
}

export function joinBytes(chunks: Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function objectStream(id: number, objects: Reference[], toBytes: (text: string) => Uint8Array): StreamObject {
  let index = '';
  let bodies = '';
  for (const { id: objectId, data } of objects) {
    index += `${objectId} ${bodies.length} `;
    bodies += `${serialize(data as Value)}\n`;
  }
  const dictionary = { Type: 'ObjStm', N: objects.length, First: index.length };
  return { id, dictionary, bytes: toBytes(index + bodies) };
}

/** A line of the cross-reference table: [1, offset] in the file, or [2, stream, place in the stream]. */
type CrossReference = [kind: number, where: number, place: number];

const columns = 7;

/** With the PNG predictor Up (RFC 2083 §6.4), since neighbouring lines differ by a constant. */
function crossReferenceBytes(lines: CrossReference[]): Uint8Array {
  const bytes = new Uint8Array(lines.length * (columns + 1));
  let [kind, where, place] = [0, 0, 0];
  lines.forEach((line, row) => {
    const at = row * (columns + 1);
    bytes[at] = 2;
    bytes[at + 1] = line[0] - kind;
    for (let column = 0; column < 4; column++) {
      const shift = 24 - 8 * column;
      bytes[at + 2 + column] = (line[1] >>> shift) - (where >>> shift);
    }
    bytes[at + 6] = (line[2] >>> 8) - (place >>> 8);
    bytes[at + 7] = line[2] - place;
    [kind, where, place] = line;
  });
  return bytes;
}

/** The last four bytes of a zlib stream are the checksum of what was deflated (RFC 1950 §2.2). */
function checksum(zlibStream: Uint8Array): string {
  return String.fromCharCode(...zlibStream.subarray(-4));
}

export interface FileRoots {
  catalog: Reference;
  information: Reference;
}

export async function writeFile(
  objects: Reference[],
  roots: FileRoots,
  { deflate, latin1Bytes: toBytes }: Required<PdfCodecs>,
): Promise<Uint8Array> {
  const reached = markReachable([roots.catalog, roots.information]);
  const kept = objects.filter((object) => reached.has(object));
  kept.forEach((object, index) => {
    object.id = index + 1;
  });

  const packed = kept.filter(({ buffer }) => buffer.length === 0);
  const streams: StreamObject[] = kept
    .filter(({ buffer }) => buffer.length > 0)
    .map(({ id, data, buffer }) => ({ id, dictionary: data, bytes: joinBytes(buffer) }));
  // Object 0 heads the list of free objects (§7.5.4).
  const lines: CrossReference[] = Array.from({ length: kept.length + 1 }, () => [0, 0, 0xffff]);
  for (let start = 0; start < packed.length; start += objectsInStream) {
    const group = packed.slice(start, start + objectsInStream);
    const stream = objectStream(lines.length, group, toBytes);
    group.forEach(({ id }, place) => {
      lines[id] = [2, stream.id, place];
    });
    lines.push([0, 0, 0]);
    streams.push(stream);
  }

  const deflated = await Promise.all(
    streams.map(({ dictionary, bytes }) => (isPlain(dictionary) ? bytes : deflate(bytes))),
  );
  const chunks: Uint8Array[] = [];
  let length = 0;
  const write = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const writeStream = (id: number, dictionary: Dictionary, bytes: Uint8Array): void => {
    lines[id] = [1, length, 0];
    const filter = isPlain(dictionary) ? {} : { Filter: 'FlateDecode' };
    const head = serialize({ ...dictionary, ...filter, Length: bytes.length });
    write(latin1Bytes(`${id} 0 obj\n${head}\nstream\n`));
    write(bytes);
    write(latin1Bytes('\nendstream\nendobj\n'));
  };

  // Four bytes above 127 tell programs that move files that this one is binary (§7.5.2).
  write(latin1Bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
  streams.forEach(({ id, dictionary }, index) => {
    writeStream(id, dictionary, deflated[index]!);
  });
  const id = fileId(deflated.map(checksum));
  const start = length;
  lines.push([1, start, 0]);
  const dictionary: Dictionary = {
    Type: 'XRef',
    Size: lines.length,
    Root: roots.catalog,
    Info: roots.information,
    ID: [id, id],
    W: [1, 4, 2],
    DecodeParms: { Predictor: 12, Columns: columns },
  };
  writeStream(lines.length - 1, dictionary, await deflate(crossReferenceBytes(lines)));
  write(latin1Bytes(`startxref\n${start}\n%%EOF\n`));
  return joinBytes(chunks);
}

/** XMP stays readable for programs that know nothing of PDF (ISO 16684-1 §7.1). */
function isPlain(dictionary: Dictionary): boolean {
  return dictionary.Type === 'Metadata';
}

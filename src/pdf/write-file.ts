/**
 * in: pdfkit's objects, those where the file begins, and how to deflate
 * out: the bytes of the file, with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8)
 * Refuses to decide what is in the objects; it only leaves out what nothing refers to.
 */
import { CrossReferences } from './cross-references.ts';
import { fileId } from './file-id.ts';
import { latin1Bytes } from './latin1.ts';
import { type Dictionary, Reference, type WrittenObject } from './object-document.ts';
import { isDictionary, serialize } from './serialize.ts';
import type { PdfCodecs } from './types.ts';

/** Readers inflate an object stream as a whole, so a long document gets several. */
const objectsInStream = 8000;

type FileEntry = Reference | WrittenObject;

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
    if (value instanceof Reference) {
      if (reached.has(value)) continue;
      reached.add(value);
      waiting.push(value.data);
    } else if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object') waiting.push(item);
    } else if (isDictionary(value)) {
      for (const key in value) if (typeof value[key] === 'object') waiting.push(value[key]);
    }
  }
  return reached;
}

/** The objects that the file has, numbered: those that may share a stream, and the streams. */
function numberObjects(
  objects: FileEntry[],
  roots: Reference[],
): { packed: FileEntry[]; streams: Reference[] } {
  const reached = markReachable(roots);
  const packed: FileEntry[] = [];
  const streams: Reference[] = [];
  for (const object of objects) {
    if ('write' in object) packed.push(object);
    else if (!reached.has(object)) continue;
    else if (object.buffer.length > 0) streams.push(object);
    else packed.push(object);
    object.id = packed.length + streams.length;
  }
  return { packed, streams };
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

function objectStream(id: number, objects: FileEntry[], toBytes: (text: string) => Uint8Array): StreamObject {
  const places = new Array<number>(2 * objects.length);
  // One more, for the line end behind the last.
  const bodies = new Array<string>(objects.length + 1).fill('');
  let offset = 0;
  for (const [i, object] of objects.entries()) {
    const body = 'write' in object ? object.write() : serialize(object.data);
    places[2 * i] = object.id;
    places[2 * i + 1] = offset;
    bodies[i] = body;
    offset += body.length + 1;
  }
  const index = `${places.join(' ')} `;
  bodies[0] = index + bodies[0];
  const dictionary = { Type: 'ObjStm', N: objects.length, First: index.length };
  return { id, dictionary, bytes: toBytes(bodies.join('\n')) };
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
  objects: FileEntry[],
  { catalog, information }: FileRoots,
  { deflate, latin1Bytes: toBytes }: Required<PdfCodecs>,
): Promise<Uint8Array> {
  const numbered = numberObjects(objects, [catalog, information]);
  const { packed } = numbered;
  const streams: StreamObject[] = [];
  for (const { id, data, buffer } of numbered.streams) {
    streams.push({ id, dictionary: data, bytes: joinBytes(buffer) });
  }
  const firstFree = packed.length + streams.length + 1;
  const streamCount = Math.ceil(packed.length / objectsInStream);
  const table = new CrossReferences(firstFree + streamCount + 1);
  for (let i = 0; i < streamCount; i++) {
    const group = packed.slice(i * objectsInStream, (i + 1) * objectsInStream);
    const stream = objectStream(firstFree + i, group, toBytes);
    table.setPacked(stream.id, group);
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
    const filter = isPlain(dictionary) ? {} : { Filter: 'FlateDecode' };
    const head = serialize({ ...dictionary, ...filter, Length: bytes.length });
    write(latin1Bytes(`${id} 0 obj\n${head}\nstream\n`));
    write(bytes);
    write(latin1Bytes('\nendstream\nendobj\n'));
  };

  // Four bytes above 127 tell programs that move files that this one is binary (§7.5.2).
  write(latin1Bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
  for (const [index, { id, dictionary }] of streams.entries()) {
    table.setOffset(id, length);
    writeStream(id, dictionary, deflated[index]!);
  }
  const id = fileId(deflated.map(checksum));
  const start = length;
  table.setOffset(table.size - 1, start);
  const dictionary: Dictionary = {
    Type: 'XRef',
    Size: table.size,
    Root: catalog,
    Info: information,
    ID: [id, id],
    W: CrossReferences.widths,
    DecodeParms: { Predictor: 12, Columns: CrossReferences.columns },
  };
  writeStream(table.size - 1, dictionary, await deflate(table.bytes()));
  write(latin1Bytes(`startxref\n${start}\n%%EOF\n`));
  return joinBytes(chunks);
}

/** XMP stays readable for programs that know nothing of PDF (ISO 16684-1 §7.1). */
function isPlain(dictionary: Dictionary): boolean {
  return dictionary.Type === 'Metadata';
}

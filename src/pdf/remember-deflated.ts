import { zlibSync } from 'fflate';
import type { Deflate } from './types.ts';

/**
 * Bytes that come again as the same object, the program of a face that the document before had too, are deflated once.
 * Half of a document's deflating is that of its faces. What failed is asked for again the next time.
 */
export function rememberDeflated(deflate: Deflate = zlibSync): Deflate {
  const known = new WeakMap<Uint8Array, ReturnType<Deflate>>();
  return (bytes) => {
    const found = known.get(bytes);
    if (found) return found;
    const deflated = deflate(bytes);
    known.set(bytes, deflated);
    if ('then' in deflated) deflated.then(undefined, () => known.delete(bytes));
    return deflated;
  };
}

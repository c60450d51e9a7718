import { joinBytes } from '../src/pdf/write-file.ts';

/** A network that says nothing for so long has failed; a slow one goes on. */
const LONGEST_SILENCE_MS = 30_000;

/** A file of the page. */
export async function fetchBytes(path: string): Promise<Uint8Array> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), LONGEST_SILENCE_MS);
  };
  wait();
  try {
    const response = await fetch(path, { signal: silence.signal });
    if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
    const chunks: Uint8Array[] = [];
    const reader = response.body.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      chunks.push(value as Uint8Array);
      wait();
    }
    return joinBytes(chunks);
  } finally {
    clearTimeout(timer);
  }
}

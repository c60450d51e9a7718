/** Sets documents beside the page, which stays at hand meanwhile. */
import type { Edition } from '../src/case/types.ts';
import { createRenderer, type Rendered } from '../src/render.ts';
import { openFontParts } from './font-parts.ts';

export interface Order {
  input: unknown;
  edition: Edition;
}

/** `null` where it failed for a reason that is not in the answers. */
export type Delivery = Pick<Rendered, 'documents' | 'problems' | 'schedule'> | null;

async function fetchBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const fonts = openFontParts(fetchBytes);
const renderer = createRenderer(fonts.host);
/** Those of every document. */
const FACES = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'].map((face) => `fonts/${face}.ttf`);
const ahead = fonts.fetchAhead(FACES);

async function deliver({ input, edition }: Order): Promise<void> {
  try {
    await ahead;
    const made: Delivery = await fonts.withParts(() => renderer.render(input, { edition }));
    postMessage(made, { transfer: made.documents.map(({ bytes }) => bytes.buffer) });
  } catch (error) {
    // For who reports it; nothing of the answers stands in it.
    console.error(error);
    postMessage(null);
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => void deliver(data));

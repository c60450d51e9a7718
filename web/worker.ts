/** Sets documents beside the page, which stays at hand meanwhile. */
import type { Edition } from '../src/case/types.ts';
import { createRenderer, type Rendered } from '../src/render.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { openFontParts } from './font-parts.ts';

export interface Order {
  /** Given back with what was made. */
  number: number;
  input: unknown;
  edition: Edition;
}

export interface Delivery {
  number: number;
  /** Null where it failed for a reason that is not in the answers. */
  made: Rendered | null;
}

const fonts = openFontParts(fetchBytes);
const renderer = createRenderer(fonts.host);
/** Those of every document. */
const FACES = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'].map((face) => `fonts/${face}.ttf`);
/** What has come stays; the rest is asked for again with the next order. */
const fetchAhead = () => fonts.fetchAhead(FACES);
let ahead: Promise<void> | null = fetchAhead();
ahead.catch(() => undefined);

async function deliver({ number, input, edition }: Order): Promise<void> {
  const send = (made: Rendered | null, transfer: Transferable[]) =>
    postMessage({ number, made } satisfies Delivery, { transfer });
  try {
    ahead ??= fetchAhead();
    await ahead;
    const made = await fonts.withParts(() => renderer.render(input, { edition }));
    send(
      made,
      made.documents.map(({ bytes }) => bytes.buffer),
    );
  } catch (error) {
    // For who reports it; nothing of the answers stands in it.
    console.error(error);
    send(null, []);
    ahead = null;
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => void deliver(data));

/** The documents that were made, with what can be done with each. */
import type { Sentence } from '../src/problem.ts';
import type { RenderedDocument } from '../src/render.ts';
import { inBoth, make, say } from './elements.ts';
import { words } from './words.ts';

export interface Deliveries {
  /** `channel`: how the line is ended; only in a shop there is somebody to hand the memo to. */
  show(documents: readonly RenderedDocument[], channel: string | null): void;
  clear(): void;
}

const BYTES_OF_A_KILOBYTE = 1024;

export function openDeliveries(list: HTMLElement): Deliveries {
  let addresses: string[] = [];
  /** Addresses hold their bytes until they are given back. */
  const clear = (): void => {
    for (const address of addresses) URL.revokeObjectURL(address);
    addresses = [];
    list.replaceChildren();
  };
  return {
    clear,
    show(documents, channel) {
      clear();
      for (const document of documents) {
        const file = new File([document.bytes], document.name, { type: 'application/pdf' });
        const address = URL.createObjectURL(file);
        addresses.push(address);
        list.append(makeRow(document, titleOf(document, channel), file, address));
      }
    },
  };
}

const titleOf = ({ document }: RenderedDocument, channel: string | null): Sentence =>
  words(document === 'memo' && channel !== 'shop' ? 'record' : document);

function makeRow(made: RenderedDocument, sentence: Sentence, file: File, address: string): HTMLElement {
  const { document, name, pages, bytes } = made;
  const kilobytes = Math.ceil(bytes.length / BYTES_OF_A_KILOBYTE);
  const title = make('p', { class: 'made beside', id: `made-${document}` }, inBoth(sentence));
  const link = (id: string, more: Record<string, string>) =>
    make('a', { href: address, class: 'button', 'aria-describedby': title.id, ...more }, say(id));
  return make(
    'li',
    {},
    title,
    make('p', { class: 'note beside' }, say('size', { pages, kilobytes })),
    make(
      'p',
      { class: 'buttons' },
      link('view', { target: '_blank', rel: 'noopener' }),
      link('download', { download: name }),
      makeShareButton(file, sentence, title.id),
    ),
  );
}

/** Telephones hand a file to WeChat, LINE or the print service of a shop. */
function makeShareButton(file: File, { zhHans }: Sentence, describedBy: string): HTMLElement | null {
  const share = { files: [file], title: zhHans };
  if (!('canShare' in navigator) || !navigator.canShare(share)) return null;
  const button = make('button', { type: 'button', 'aria-describedby': describedBy }, say('share'));
  button.addEventListener('click', () => {
    navigator.share(share).catch((error: DOMException) => {
      // Whoever changes their mind has done nothing wrong; what fails otherwise can still be saved.
      if (error.name !== 'AbortError') button.remove();
    });
  });
  return button;
}

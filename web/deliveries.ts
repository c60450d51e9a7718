/** The documents that were made, with what can be done with each. */
import type { RenderedDocument } from '../src/render.ts';
import { make, say, words } from './elements.ts';

export interface Deliveries {
  show(documents: readonly RenderedDocument[]): void;
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
    show(documents) {
      clear();
      for (const document of documents) {
        const file = new File([document.bytes], document.name, { type: 'application/pdf' });
        const address = URL.createObjectURL(file);
        addresses.push(address);
        list.append(makeRow(document, file, address));
      }
    },
  };
}

function makeRow(
  { document, name, pages, bytes }: RenderedDocument,
  file: File,
  address: string,
): HTMLElement {
  const kilobytes = Math.ceil(bytes.length / BYTES_OF_A_KILOBYTE);
  const title = make('p', { class: 'made beside', id: `made-${document}` }, say(document));
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
      makeShareButton(file, title.id),
    ),
  );
}

/** Telephones hand a file to WeChat, LINE or the print service of a shop. */
function makeShareButton(file: File, describedBy: string): HTMLElement | null {
  const share = { files: [file], title: words('checklist').zhHans };
  if (!('canShare' in navigator) || !navigator.canShare(share)) return null;
  const button = make('button', { type: 'button', 'aria-describedby': describedBy }, say('share'));
  // Whoever changes their mind has done nothing wrong.
  button.addEventListener('click', () => void navigator.share(share).catch(() => undefined));
  return button;
}

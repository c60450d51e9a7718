import { setTimeout as wait } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import type { Host } from '../../src/host/types.ts';
import { createRenderer, type RenderOptions, render } from '../../src/render.ts';

const node = nodeHost();
const options: Omit<RenderOptions, 'host'> = {
  today: '2027-01-15',
  documents: ['memo', 'checklist'],
};

/** Every method needs its object. */
class ClassHost implements Host {
  readonly host = node;
  readFile(path: string) {
    return this.host.readFile(path);
  }
  readPart(path: string, offset: number, length: number) {
    return this.host.readPart!(path, offset, length);
  }
  today() {
    return this.host.today();
  }
  deflate(bytes: Uint8Array) {
    return this.host.deflate!(bytes);
  }
  latin1Bytes(text: string) {
    return this.host.latin1Bytes!(text);
  }
}

test('a host may be an object of a class', async () => {
  const found = await render({ carrier: 'au' }, { ...options, host: new ClassHost() });
  expect(found.documents).toHaveLength(2);
  expect(found.documents).toEqual((await render({ carrier: 'au' }, { ...options, host: node })).documents);
});

test('deflating that fails while the next document is set is told once, by the renderer', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const host: Host = {
    today: () => '2027-01-15',
    // The checklist needs a face more, which comes after the memo's bytes have failed.
    readFile: async (path) => {
      await wait(20);
      return node.readFile(path);
    },
    deflate: () => Promise.reject(new Error('no memory')),
  };
  await expect(render({ carrier: 'au' }, { ...options, host })).rejects.toThrow('no memory');
  await wait(20);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test('a renderer whose host failed to deflate makes the next document', async () => {
  let failures = 3;
  const deflate = async (bytes: Uint8Array) => {
    if (failures-- > 0) throw new Error('no memory');
    return deflateSync(bytes);
  };
  const renderer = createRenderer({ ...node, deflate });
  await expect(renderer.render({ carrier: 'au' }, options)).rejects.toThrow('no memory');
  expect((await renderer.render({ carrier: 'au' }, options)).documents).toHaveLength(2);
});

/** What the measurements of many cases take from the product: what a worker of `batch` takes. */
export { nodeHost } from '../../src/host/node.ts';
export { createRenderer } from '../../src/render.ts';

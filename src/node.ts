/** What the package offers in Node: the same as index.ts, with the package's own files and clock at hand. */
import { nodeHost } from './host/node.ts';
import { type RenderOptions, render } from './render.ts';

export * from './index.ts';
export { nodeHost };

/** As in index.ts; without `options.host` it reads the package's own fonts and takes today from the clock. */
export function generate(input: unknown, options: RenderOptions = {}): ReturnType<typeof render> {
  return render(input, { ...options, host: options.host ?? nodeHost() });
}

/** The worker that sets documents: one order at a time, of which an older one is never shown. */
import type { Edition } from '../src/case/types.ts';
import type { Rendered } from '../src/render.ts';
import type { Delivery, Order } from './worker.ts';

export interface Setter {
  /** Fetches what every document needs. */
  warm(): void;
  order(input: unknown, edition: Edition): void;
  /** What was ordered is no longer wanted; true where something was. */
  cancel(): boolean;
  readonly isBusy: boolean;
}

/** `receive` gets what was made, and null where it failed for a reason that is not in the answers. */
export function openSetter(receive: (made: Rendered | null) => void): Setter {
  let worker: Worker | null = null;
  let number = 0;
  let isBusy = false;

  function end(made: Rendered | null): void {
    isBusy = false;
    receive(made);
  }

  /** One that does not run is not asked again. */
  function fail(): void {
    worker?.terminate();
    worker = null;
    if (isBusy) end(null);
  }

  function start(): Worker {
    const started = new Worker('worker.js', { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Delivery>) => {
      if (!isBusy || data.number !== number) return;
      end(data.made);
    });
    started.addEventListener('error', fail);
    return started;
  }

  return {
    warm() {
      worker ??= start();
    },
    order(input, edition) {
      worker ??= start();
      isBusy = true;
      worker.postMessage({ number: ++number, input, edition } satisfies Order);
    },
    cancel() {
      const wasBusy = isBusy;
      isBusy = false;
      return wasBusy;
    },
    get isBusy() {
      return isBusy;
    },
  };
}

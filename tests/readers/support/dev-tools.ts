/** Chromium, steered through its pipe: no driver and no port. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Answer {
  id?: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the method gives.
  result?: any;
  error?: { message: string };
}

export class DevTools {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private session: string | undefined;
  private count = 0;
  private failure: Error | null = null;

  private constructor(profile: string, widthPx: number) {
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
    ];
    const own = [`--user-data-dir=${profile}`, `--window-size=${widthPx},1200`];
    this.child = spawn('chromium', [...flags, ...own], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.child.on('error', (error) => {
      this.failure = error;
    });
    let received = '';
    (this.child.stdio[4] as Readable).on('data', (chunk: Buffer) => {
      received += chunk;
      for (let end = received.indexOf('\0'); end >= 0; end = received.indexOf('\0')) {
        const answer: Answer = JSON.parse(received.slice(0, end));
        received = received.slice(end + 1);
        if (answer.id) this.waiting.get(answer.id)?.(answer);
      }
    });
  }

  /** A window of this width that shows the address. */
  static async open(url: string, profile: string, widthPx: number): Promise<DevTools> {
    const tools = new DevTools(profile, widthPx);
    const { targetId } = await tools.send('Target.createTarget', { url });
    const { sessionId } = await tools.send('Target.attachToTarget', { targetId, flatten: true });
    tools.session = sessionId;
    return tools;
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the method gives.
  send(method: string, params: object): Promise<any> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      if (this.failure) reject(this.failure);
      this.waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      );
      (this.child.stdio[3] as Writable).write(
        `${JSON.stringify({ id, method, params, sessionId: this.session })}\0`,
      );
    });
  }

  /** What stands in the window, as a PNG in base64. */
  async picture(): Promise<string> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return data;
  }

  /** Until the browser has written what it writes at its end. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
  }
}

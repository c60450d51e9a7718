/** Chromium's own PDF viewer, steered through its pipe: no driver and no port. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Answer {
  id?: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the method gives.
  result?: any;
  error?: { message: string };
}

const windowWidth = 900;
/** CSS pixels for a point at 100 %. */
const pixelsPerPoint = 96 / 72;
/** The viewer keeps this above a page when its tool bar is hidden. */
const gapAbovePage = 3;

export class Chromium {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private session: string | undefined;
  private count = 0;
  private failure: Error | null = null;
  private pageLeft = 0;

  private constructor(profile: string) {
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
    ];
    const own = [`--user-data-dir=${profile}`, `--window-size=${windowWidth},1200`];
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

  static async open(path: string, profile: string): Promise<Chromium> {
    const chromium = new Chromium(profile);
    const url = `${pathToFileURL(path)}#toolbar=0&navpanes=0&zoom=100`;
    const { targetId } = await chromium.send('Target.createTarget', { url });
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
    chromium.session = sessionId;
    await chromium.waitForPage();
    return chromium;
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the method gives.
  private send(method: string, params: object): Promise<any> {
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

  /** Until the picture stays the same for a while, and is not of one colour. */
  private async waitForPage(): Promise<void> {
    let last = '';
    let same = 0;
    for (let i = 0; i < 60; i++) {
      await sleep(500);
      const picture = await this.picture();
      // A picture of one colour deflates to a few thousand characters.
      same = picture === last && picture.length > 12_000 ? same + 1 : 0;
      if (same === 3) return;
      last = picture;
    }
    throw new Error('Chromium shows no page');
  }

  /** A rectangle of the first page, from its top left in points, as pixels of the window. */
  area(left: number, top: number, right: number, bottom: number, pageWidthPt: number): Area {
    this.pageLeft = Math.round((windowWidth - pageWidthPt * pixelsPerPoint) / 2);
    return {
      x: this.pageLeft + left * pixelsPerPoint,
      y: gapAbovePage + top * pixelsPerPoint,
      width: (right - left) * pixelsPerPoint,
      height: (bottom - top) * pixelsPerPoint,
    };
  }

  /** All of the window: a smaller picture would lay out the viewer anew, and what is clicked would move. */
  async picture(): Promise<string> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return data;
  }

  /** The picture as soon as it is as wanted; after ten seconds as it is. */
  async pictureWhen(isWanted: (picture: string) => boolean): Promise<string> {
    let picture = await this.picture();
    for (let i = 0; i < 40 && !isWanted(picture); i++) {
      await sleep(250);
      picture = await this.picture();
    }
    return picture;
  }

  /** Then clicks on the margin, so that no frame marks the box as the one in use. */
  async click({ x, y, width, height }: Area): Promise<void> {
    for (const [at, top] of [
      [x + width / 2, y + height / 2],
      [this.pageLeft + 10, gapAbovePage + 10],
    ]) {
      for (const type of ['mousePressed', 'mouseReleased']) {
        await this.send('Input.dispatchMouseEvent', { type, x: at, y: top, button: 'left', clickCount: 1 });
      }
      await sleep(500);
    }
  }

  close(): void {
    this.child.kill();
  }
}

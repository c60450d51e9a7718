/** Chromium's own PDF viewer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DevTools } from './dev-tools.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const windowWidth = 900;
/** CSS pixels for a point at 100 %. */
const pixelsPerPoint = 96 / 72;
/** The viewer keeps this above a page when its tool bar is hidden. */
const gapAbovePage = 3;

export class Chromium {
  private readonly tools: DevTools;
  private pageLeft = 0;

  private constructor(tools: DevTools) {
    this.tools = tools;
  }

  static async open(path: string, profile: string): Promise<Chromium> {
    const url = `${pathToFileURL(path)}#toolbar=0&navpanes=0&zoom=100`;
    const chromium = new Chromium(await DevTools.open(url, profile, windowWidth));
    await chromium.waitForPage();
    return chromium;
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
  picture(): Promise<string> {
    return this.tools.picture();
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
        await this.tools.send('Input.dispatchMouseEvent', {
          type,
          x: at,
          y: top,
          button: 'left',
          clickCount: 1,
        });
      }
      await sleep(500);
    }
  }

  close(): Promise<void> {
    return this.tools.close();
  }
}

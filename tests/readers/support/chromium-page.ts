/** The page in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DevTools } from './dev-tools.ts';
import { Site } from './site.ts';
import { takeDownload, WebPage } from './web-page.ts';

export class ChromiumPage extends WebPage {
  private readonly tools: DevTools;

  private constructor(site: Site, tools: DevTools) {
    super(site);
    this.tools = tools;
  }

  static async open(folder: string, profile: string, widthPx: number): Promise<ChromiumPage> {
    const site = await Site.open(folder);
    const page = new ChromiumPage(site, await DevTools.open(site.address, profile, widthPx));
    await page.until('document.querySelector("#carrier") !== null');
    return page;
  }

  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.tools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }

  /** With the mouse, where the element stands as it is pressed: what moves away meanwhile is not hit. */
  async click(selector: string): Promise<void> {
    const [x, y] = await this.evaluate<[number, number]>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`);
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.tools.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
  }

  /** Key by key into the field that has the focus. */
  async type(text: string): Promise<void> {
    for (const key of text) {
      for (const type of ['keyDown', 'keyUp']) {
        await this.tools.send('Input.dispatchKeyEvent', {
          type,
          key,
          ...(type === 'keyDown' ? { text: key } : {}),
        });
      }
    }
  }

  async download(selector: string): Promise<{ name: string; bytes: Buffer }> {
    const downloadPath = mkdtempSync(join(tmpdir(), 'kaiyaku-download-'));
    await this.tools.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath });
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    const file = await takeDownload(downloadPath);
    rmSync(downloadPath, { recursive: true });
    return file;
  }

  async choose(selector: string, path: string): Promise<void> {
    const { root } = await this.tools.send('DOM.getDocument', {});
    const { nodeId } = await this.tools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.tools.send('DOM.setFileInputFiles', { files: [resolve(path)], nodeId });
  }

  send: DevTools['send'] = (method, params) => this.tools.send(method, params);

  async close(): Promise<void> {
    await this.tools.close();
    this.site.close();
  }
}

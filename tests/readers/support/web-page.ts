/** The built web page in Chromium, given out by a server of files that tells what it was asked for. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DevTools } from './dev-tools.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

export class WebPage {
  /** Method and path of each request, in their order. */
  readonly asked: string[];
  /** What the server does not give meanwhile. */
  refused: RegExp | null = null;
  private readonly tools: DevTools;
  private readonly server: Server;

  private constructor(tools: DevTools, server: Server, asked: string[]) {
    this.tools = tools;
    this.server = server;
    this.asked = asked;
  }

  static async open(folder: string, profile: string, widthPx: number): Promise<WebPage> {
    const asked: string[] = [];
    let page: WebPage | null = null;
    const server = createServer((request, response) => {
      const path = request.url === '/' ? '/index.html' : (request.url ?? '');
      asked.push(`${request.method} ${path}`);
      if (page?.refused?.test(path)) {
        response.writeHead(503).end();
        return;
      }
      readFile(join(folder, path)).then(
        (bytes) =>
          response
            .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
            .end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const tools = await DevTools.open(`http://127.0.0.1:${port}/`, profile, widthPx);
    page = new WebPage(tools, server, asked);
    await page.until('document.querySelector("#carrier") !== null');
    return page;
  }

  /** The value of an expression in the page; a promise is waited for. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.tools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }

  async until(condition: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if (await this.evaluate<boolean>(condition).catch(() => false)) return;
      await sleep(250);
    }
    throw new Error(`the page does not come to ${condition}`);
  }

  /** As a person answers: choices by a click, all else by its value, and the page is told. */
  async answer(path: string, value: string): Promise<void> {
    await this.evaluate(`(() => {
      const choice = document.querySelector(${JSON.stringify(`[name="${path}"][value="${value}"]`)});
      if (choice) return choice.click();
      const input = document.getElementById(${JSON.stringify(path.replaceAll('.', '-'))});
      input.value = ${JSON.stringify(value)};
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
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

  /** What a click on a button or a link saves, by the name of its file. */
  async download(selector: string): Promise<{ name: string; bytes: Buffer }> {
    const downloadPath = mkdtempSync(join(tmpdir(), 'kaiyaku-download-'));
    await this.tools.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath });
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    for (let i = 0; i < 120; i++) {
      const [name] = readdirSync(downloadPath).filter((file) => !file.endsWith('.crdownload'));
      if (name !== undefined) {
        const bytes = readFileSync(join(downloadPath, name));
        rmSync(downloadPath, { recursive: true });
        return { name, bytes };
      }
      await sleep(250);
    }
    throw new Error(`${selector} saves nothing`);
  }

  /** As a person chooses a file of their own. */
  async choose(selector: string, path: string): Promise<void> {
    const { root } = await this.tools.send('DOM.getDocument', {});
    const { nodeId } = await this.tools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.tools.send('DOM.setFileInputFiles', { files: [resolve(path)], nodeId });
  }

  send: DevTools['send'] = (method, params) => this.tools.send(method, params);

  async close(): Promise<void> {
    await this.tools.close();
    this.server.close();
  }
}

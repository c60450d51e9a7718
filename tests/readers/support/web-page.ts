/** The built web page in a browser, whichever it is. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Site } from './site.ts';

export abstract class WebPage {
  protected readonly site: Site;

  protected constructor(site: Site) {
    this.site = site;
  }

  /** Method and path of each request, in their order. */
  get asked(): readonly string[] {
    return this.site.asked;
  }

  /** What the server does not give meanwhile. */
  set refused(paths: RegExp | null) {
    this.site.refused = paths;
  }

  /** The value of an expression in the page; a promise is waited for. */
  abstract evaluate<Value>(expression: string): Promise<Value>;

  /** As a person chooses a file of their own. */
  abstract choose(selector: string, path: string): Promise<void>;

  /** What a click on a button or a link saves, by the name of its file. */
  abstract download(selector: string): Promise<{ name: string; bytes: Buffer }>;

  abstract close(): Promise<void>;

  async until(condition: string): Promise<void> {
    for (let i = 0; i < 150; i++) {
      if (await this.evaluate<boolean>(condition).catch(() => false)) return;
      await sleep(100);
    }
    throw new Error(`the page does not come to ${condition}`);
  }

  textOf(selector: string): Promise<string> {
    return this.evaluate<string>(`document.querySelector(${JSON.stringify(selector)}).textContent`);
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

  /** The button that makes the documents, until it may be pressed again. */
  async make(): Promise<void> {
    await this.evaluate('document.getElementById("make").click()');
    await this.until('document.getElementById("make").getAttribute("aria-disabled") === "false"');
  }

  async openFile(path: string): Promise<void> {
    await this.evaluate('document.getElementById("status").textContent = ""');
    await this.choose('#load', path);
    await this.until('document.getElementById("status").textContent !== ""');
  }
}

/** What browsers call a file that is still coming. */
const COMING = /\.(?:crdownload|part|wkdownload)$/u;

/** Takes the file that is saved into an empty folder. */
export async function takeDownload(folder: string): Promise<{ name: string; bytes: Buffer }> {
  let sizeBefore = 0;
  for (let i = 0; i < 300; i++) {
    const names = readdirSync(folder);
    const [name] = names;
    if (name !== undefined && !names.some((other) => COMING.test(other))) {
      const bytes = readFileSync(join(folder, name));
      // Firefox sets up the name before the bytes come, and WebKit writes them where they stay.
      if (bytes.length > 0 && bytes.length === sizeBefore) {
        rmSync(join(folder, name));
        return { name, bytes };
      }
      sizeBefore = bytes.length;
    }
    await sleep(100);
  }
  throw new Error('nothing is saved');
}

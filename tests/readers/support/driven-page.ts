/** The page in a browser that WebDriver steers. */
import { resolve } from 'node:path';
import { Site } from './site.ts';
import type { OpenDriver, WebDriver } from './web-driver.ts';
import { takeDownload, WebPage } from './web-page.ts';

/** The key under which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export class DrivenPage extends WebPage {
  private readonly driver: WebDriver;

  private constructor(site: Site, driver: WebDriver) {
    super(site);
    this.driver = driver;
  }

  /** `profile` is a folder of the browser's own. */
  static async open(folder: string, profile: string, openDriver: OpenDriver): Promise<DrivenPage> {
    const site = await Site.open(folder);
    return new DrivenPage(site, await openDriver({ folder: profile, proxyPort: site.port }));
  }

  /** Also by the name under which the page is not given out safely. */
  async show(isSecure: boolean): Promise<void> {
    await this.driver.send('go', { url: isSecure ? this.site.address : this.site.insecureAddress });
    await this.until('document.querySelector("#carrier") !== null');
  }

  async evaluate<Value>(expression: string): Promise<Value> {
    return this.driver.send('run', { script: `return (${expression});`, args: [] });
  }

  private async find(selector: string): Promise<string> {
    const found = await this.driver.send('find', { using: 'css selector', value: selector });
    return found[ELEMENT];
  }

  /** As a person does, with a pointer at what is seen. */
  async click(selector: string): Promise<void> {
    await this.driver.send('click', { id: await this.find(selector) });
  }

  async type(selector: string, text: string): Promise<void> {
    await this.driver.send('type', { id: await this.find(selector), text });
  }

  /** Key by key, into the field that has the focus: a day by its parts. */
  async press(keys: string): Promise<void> {
    const actions = [...keys].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.send('act', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  choose(selector: string, path: string): Promise<void> {
    return this.type(selector, resolve(path));
  }

  async download(selector: string): Promise<{ name: string; bytes: Buffer }> {
    await this.click(selector);
    return takeDownload(this.driver.downloads);
  }

  async close(): Promise<void> {
    await this.driver.close();
    this.site.close();
  }
}

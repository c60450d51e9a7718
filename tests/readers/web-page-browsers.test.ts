/** The page in browsers that are not Chromium: the whole way, from empty to the sheets. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCaseText } from '../../src/case/read-case-text.ts';
import { japanToday } from '../../src/host/japan-today.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { render } from '../../src/render.ts';
import { buildWeb } from '../../tools/web/build-web.mjs';
import { DrivenPage } from './support/driven-page.ts';
import { readWith } from './support/run.ts';
import { openFirefox, openWebKit } from './support/web-driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-browsers-'));
const site = join(folder, 'site');

beforeAll(() => buildWeb(site));
// A browser that ends still writes for a moment.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));

/** Made here of the same answers, for the same day: packed by the same code, so the same bytes. */
async function renderHere(text: Buffer) {
  const fonts = readdirSync('fonts').map((name) => [
    `fonts/${name}`,
    new Uint8Array(readFileSync(`fonts/${name}`)),
  ]);
  const host = memoryHost(Object.fromEntries(fonts), japanToday());
  const { documents } = await render(readCaseText(text, 'kept.yaml', []).value, { host });
  return documents;
}

// One is shown the page by http, where browsers have neither hashes nor random ids; to the other this machine is safe.
describe.each([
  { name: 'Firefox', openDriver: openFirefox, isSecure: false },
  { name: 'WebKit', openDriver: openWebKit, isSecure: true },
])('$name', ({ name: browser, openDriver, isSecure }) => {
  let page: DrivenPage;
  let kept: { name: string; bytes: Buffer };

  beforeAll(async () => {
    const profile = join(folder, browser);
    mkdirSync(profile);
    page = await DrivenPage.open(site, profile, openDriver);
    await page.show(isSecure);
  });
  afterAll(() => page.close());

  const downloadMade = (document: string) => page.download(`#made-${document} ~ .buttons a[download]`);

  async function readMade(document: string): Promise<string> {
    const path = join(folder, `${browser}-${document}.pdf`);
    writeFileSync(path, (await downloadMade(document)).bytes);
    return readWith('pdftotext', [path, '-']);
  }

  test('questions are answered by hand, and a mistake is told at its field', async () => {
    expect(await page.evaluate('isSecureContext')).toBe(isSecure);
    await page.answer('carrier', 'ntt-docomo');
    await page.click('label.choice:has([name="reason"][value="leaving-japan"])');
    await page.answer('departure', '2027-03-28');
    await page.type('#line-number', '090-1234-5678');
    await page.type('#holder-nameRoman', 'WANG XIAOMING');
    await page.type('#holder-nameKanji', '王暁明');
    await page.type('#contactAfter-email', 'abc');
    await page.click('#make');
    expect(await page.textOf('#contactAfter-email-mistakes')).toMatch(/abc/u);
    expect(await page.evaluate('document.activeElement.id')).toBe('contactAfter-email');
    await page.type('#contactAfter-email', '@example.com');
    expect(await page.evaluate('document.querySelectorAll("#day-rows tr").length')).toBeGreaterThan(8);
  });

  test('the kept answers give the same sheets here, byte for byte', async () => {
    await page.make();
    kept = await page.download('#keep');
    expect(kept.name).toBe('kaiyaku-ntt-docomo.yaml');
    const documents = await renderHere(kept.bytes);
    expect(documents.map(({ document }) => document)).toEqual(['checklist', 'memo']);
    for (const { document, name, bytes } of documents) {
      const made = await downloadMade(document);
      expect(made.name).toBe(name);
      expect(made.bytes.equals(bytes)).toBe(true);
    }
    expect(await readMade('memo')).toContain('WANG XIAOMING');
  });

  test('the days become a calendar', async () => {
    const { name, bytes } = await page.download('#calendar');
    expect(name).toBe('kaiyaku-ntt-docomo.ics');
    expect(bytes.toString()).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR\s*$/u);
  });

  test('an answer of the clerk changes the days, and takes back what was made', async () => {
    await page.click('summary');
    await page.answer('answers.lineEnds', '2027-03-31');
    expect(await page.textOf('#status')).toMatch(/改过/u);
    expect(await page.textOf('#deliveries')).toBe('');
  });

  test.each(['share', 'blank'])('a %s copy says nothing of the person', async (edition) => {
    await page.click(`label.choice:has([value="${edition}"])`);
    await page.make();
    const text = (await readMade('checklist')) + (await readMade('memo'));
    expect(text).toContain('NTT');
    expect(text).not.toMatch(/WANG|王|5678|@example/u);
  });

  const isPartOfDay = 'document.getElementById("departure").validity.badInput';

  test('a click clears all, also from a field that has a mistake, and a day of which a part is typed', async () => {
    await page.evaluate('document.getElementById("departure").value = ""');
    await page.evaluate('document.getElementById("departure").focus()');
    await page.press('03');
    expect(await page.evaluate(isPartOfDay)).toBe(true);
    await page.click('#clear');
    await page.until('document.getElementById("carrier").value === ""');
    expect(await page.evaluate(isPartOfDay)).toBe(false);
  });

  test('the kept file brings it back', async () => {
    const path = join(folder, `${browser}.yaml`);
    writeFileSync(path, kept.bytes);
    await page.openFile(path);
    expect(await page.evaluate('document.getElementById("holder-nameRoman").value')).toBe('WANG XIAOMING');
    expect(await page.evaluate('document.getElementById("departure").value')).toBe('2027-03-28');
  });

  test('every button is reached at its middle and near its edges', async () => {
    const missed = `[...document.querySelectorAll("button, label.button")]
      .filter((button) => button.checkVisibility?.() ?? button.offsetParent !== null)
      .flatMap((button) => {
        button.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return [left + 3, (left + right) / 2, right - 3]
          .filter((x) => !button.contains(document.elementFromPoint(x, (top + bottom) / 2)))
          .map((x) => x + " " + button.textContent);
      })`;
    expect(await page.evaluate(missed)).toEqual([]);
  });

  // No window is as narrow as a telephone; nothing on the page asks how wide the window is.
  test.each([320, 390])('%i pixels are wide enough', async (widthPx) => {
    await page.evaluate('document.querySelector("details").toggleAttribute("open", true)');
    await page.evaluate(`document.documentElement.style.width = "${widthPx}px"`);
    const tooWide = `[...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > ${widthPx})
      .map(({ outerHTML }) => outerHTML)`;
    expect(await page.evaluate(tooWide)).toEqual([]);
  });

  test('no gaps are made between digits and Han: WebKit draws what comes after them over each other', async () => {
    expect(await page.evaluate('getComputedStyle(document.body).textAutospace')).toBe('no-autospace');
  });

  test('nothing but files of the page was ever asked for, and nothing is kept', async () => {
    const files = /^GET \/(?:index\.html|page\.css|[\w-]+\.js|fonts\/[\w-]+\.(?:ttf\.\d+|json))$/u;
    expect(page.asked.filter((line) => !files.test(line))).toEqual([]);
    expect(page.asked.length).toBeGreaterThan(8);
    const stored = 'JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])';
    expect(await page.evaluate(stored)).toBe('["",{},{}]');
  });
});

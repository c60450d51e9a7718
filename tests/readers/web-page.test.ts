/** The page in a browser: what is answered there becomes the same sheets, and goes nowhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildWeb } from '../../tools/web/build-web.mjs';
import { ChromiumPage } from './support/chromium-page.ts';
import { readWith } from './support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-page-'));
const site = join(folder, 'site');
const EXAMPLE = 'examples/leaving-japan.yaml';
let page: ChromiumPage;

beforeAll(() => buildWeb(site));
// A browser that ends still writes for a moment.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));

const WINDOW_PX = 900;
let opened = 0;
const open = () => ChromiumPage.open(site, join(folder, `profile-${++opened}`), WINDOW_PX);

const textOf = (selector: string) => page.textOf(selector);
const make = () => page.make();
const openFile = (path: string) => page.openFile(path);

const isMade = 'document.getElementById("deliveries").childElementCount > 0';

/** Whatever the page asks, the answer is this. */
const answerQuestions = (answer: boolean) => page.evaluate(`window.confirm = () => ${answer}`);

/** The text of a document that was made, as poppler reads it. */
async function readMade(document: string): Promise<string> {
  const { name, bytes } = await page.download(`#made-${document} ~ .buttons a[download]`);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readWith('pdftotext', [path, '-']);
}

describe('answers of a file', () => {
  beforeAll(async () => {
    page = await open();
    await openFile(EXAMPLE);
  });
  afterAll(() => page.close());

  test('days and what to heed stand on the page', async () => {
    expect(await page.evaluate('document.querySelectorAll("#day-rows tr").length')).toBeGreaterThan(8);
    expect(await textOf('#notices')).toMatch(/\p{Script=Han}.*\p{Script=Hiragana}/su);
  });

  test('kept answers come back as they were', async () => {
    const { name, bytes } = await page.download('#keep');
    expect(name).toBe('kaiyaku-ntt-docomo.yaml');
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const dump = (file: string) =>
      JSON.parse(
        execFileSync('node', ['dist/cli.js', 'generate', file, '--dump', 'case'], {
          stdio: 'pipe',
        }).toString(),
      );
    const { print, line, answers, ...own } = dump(path);
    const { print: _, line: given, ...wanted } = dump(EXAMPLE);
    expect(own).toEqual(wanted);
    expect(answers).toEqual({});
    expect(line).toEqual({ showNumber: 'last-four', ...given });
    expect(print).toMatchObject({ paper: 'A4', large: false });
  });

  test('a calendar of the days, without the person', async () => {
    const { name, bytes } = await page.download('#calendar');
    expect(name).toBe('kaiyaku-ntt-docomo.ics');
    const text = bytes.toString();
    expect(text).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR\s*$/u);
    expect(text).not.toMatch(/WANG|5678/u);
  });

  test('a change takes back what was made before', async () => {
    await make();
    expect(await page.evaluate(isMade)).toBe(true);
    await page.answer('departure', '2027-04-02');
    expect(await page.evaluate(isMade)).toBe(false);
    expect(await textOf('#status')).toMatch(/\p{Script=Han}/u);
  });

  test('a copy for friends says nothing of the person', async () => {
    await page.answer('print.edition', 'share');
    await make();
    const text = (await readMade('checklist')) + (await readMade('memo'));
    expect(text).toContain('NTT');
    expect(text).not.toMatch(/WANG|王|5678|高田馬場/u);
  });

  test('nothing but files of the page was ever asked for, and nothing is kept', async () => {
    const files = /^GET \/(?:index\.html|page\.css|[\w-]+\.js|fonts\/[\w-]+\.(?:ttf\.\d+|json))$/u;
    expect(page.asked.filter((line) => !files.test(line))).toEqual([]);
    expect(page.asked.length).toBeGreaterThan(8);
    const kept = 'JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])';
    expect(await page.evaluate(kept)).toBe('["",{},{}]');
  });
});

describe('each example', () => {
  beforeAll(async () => {
    page = await open();
    await answerQuestions(true);
  });
  afterAll(() => page.close());

  const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));

  test.each(examples)('%s gives the sheets of the command line', async (name) => {
    await openFile(join('examples', name));
    await make();
    expect(await page.evaluate(isMade)).toBe(true);
    const out = join(folder, 'cli');
    execFileSync('node', ['dist/cli.js', 'generate', join('examples', name), '--out', out], {
      stdio: 'ignore',
    });
    const made = await page.evaluate<string[]>(
      '[...document.querySelectorAll(".made")].map(({ id }) => id.slice(5))',
    );
    expect(made.length).toBeGreaterThanOrEqual(2);
    for (const document of made) {
      const path = join(out, `${name.replace('.yaml', '')}-${document}.pdf`);
      expect(await readMade(document)).toBe(readWith('pdftotext', [path, '-']));
    }
  });
});

describe('answers by hand', () => {
  beforeEach(async () => {
    page = await open();
    return () => page.close();
  });

  test('without a carrier nothing is asked, and the button says what is missing', async () => {
    await make();
    expect(await textOf('#status')).toMatch(/运营商/u);
    expect(await page.evaluate('document.activeElement.id')).toBe('carrier');
    expect(await page.evaluate('document.querySelectorAll(".field:not([hidden])").length')).toBe(1);
  });

  test('what follows from an answer comes with it', async () => {
    const isShown = (id: string) =>
      page.evaluate<boolean>(`!document.getElementById("${id}").parentElement.hidden`);
    await page.answer('carrier', 'softbank');
    expect(await isShown('departure')).toBe(false);
    await page.answer('reason', 'leaving-japan');
    expect(await isShown('departure')).toBe(true);
    expect(await isShown('visit-shop')).toBe(false);
    await page.answer('visit.channel', 'shop');
    expect(await isShown('visit-shop')).toBe(true);
    expect(await textOf('.known')).toMatch(/\p{Script=Han}/u);
  });

  test('a mistake is told at its field, and the field comes up', async () => {
    await page.answer('carrier', 'au');
    await page.answer('contactAfter.email', 'abc');
    expect(await textOf('#contactAfter-email-mistakes')).toMatch(/abc/u);
    await make();
    expect(await page.evaluate('document.activeElement.id')).toBe('contactAfter-email');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
    await page.answer('contactAfter.email', 'a@example.com');
    expect(await textOf('#contactAfter-email-mistakes')).toBe('');
  });

  test('a click that leaves a field is a click', async () => {
    await page.answer('carrier', 'au');
    await page.answer('contactAfter.email', 'abc');
    await page.evaluate('document.getElementById("contactAfter-email").select()');
    await page.type('a@example.com');
    await page.click('#make');
    await page.until(isMade);
    // Leaving the field afterwards says nothing new.
    await page.evaluate('document.activeElement.blur()');
    expect(await page.evaluate(isMade)).toBe(true);
  });

  test('nothing is fetched for who only looks', async () => {
    await page.evaluate('document.getElementById("carrier").focus(); document.activeElement.blur()');
    expect(page.asked.filter((line) => /fonts|worker/u.test(line))).toEqual([]);
  });

  test('a part of a day is told when its field is left, and not before', async () => {
    await page.answer('carrier', 'au');
    await page.answer('reason', 'leaving-japan');
    await page.evaluate('document.getElementById("departure").focus()');
    await page.type('0328');
    expect(await textOf('#departure-mistakes')).toBe('');
    await page.evaluate('document.getElementById("carrier").focus()');
    expect(await textOf('#departure-mistakes')).toMatch(/没有填完整/u);
    await make();
    expect(await page.evaluate(isMade)).toBe(false);
    await page.evaluate(
      'document.getElementById("departure").focus(); document.getElementById("departure").value = ""',
    );
    await page.evaluate('document.getElementById("carrier").focus()');
    expect(await textOf('#departure-mistakes')).toBe('');
  });

  test('what is typed while it is made, in a field that is not left, is not passed over', async () => {
    await page.answer('carrier', 'au');
    await page.evaluate('document.getElementById("holder-nameRoman").focus()');
    await page.type('WANG XIAOMIN');
    await page.evaluate('document.getElementById("make").click()');
    await page.type('G');
    await page.until('document.getElementById("make").getAttribute("aria-disabled") === "false"');
    expect(await page.evaluate(isMade)).toBe(false);
    expect(await textOf('#status')).toMatch(/改过/u);
    await make();
    expect(await readMade('memo')).toContain('XIAOMING');
  });

  test('days of another carrier go, and a calendar of a mistake is told', async () => {
    await page.answer('carrier', 'au');
    await page.answer('contactAfter.email', 'abc');
    expect(await page.evaluate('document.getElementById("days").hidden')).toBe(false);
    await page.evaluate('document.getElementById("calendar").click()');
    expect(await textOf('#status')).toMatch(/1 处/u);
    await page.answer('carrier', 'povo2');
    expect(await page.evaluate('document.getElementById("days").hidden')).toBe(true);
  });

  test('without a carrier nothing is kept', async () => {
    await page.evaluate('document.getElementById("keep").click()');
    expect(await textOf('#status')).toMatch(/运营商/u);
  });

  test('a file does not say for whom the sheets are', async () => {
    await answerQuestions(true);
    await page.answer('carrier', 'au');
    await page.answer('print.edition', 'share');
    await openFile(EXAMPLE);
    await make();
    expect(await readMade('memo')).not.toMatch(/WANG|5678/u);
  });

  test('a mistake in what is folded unfolds it', async () => {
    await page.answer('carrier', 'au');
    await page.answer('answers.cancellationFeeYen', '一万');
    await page.evaluate('document.querySelector("details").open = false');
    await make();
    expect(await page.evaluate('document.activeElement.id')).toBe('answers-cancellationFeeYen');
  });

  test('clearing takes away what is being made, and the way back finds nothing', async () => {
    await answerQuestions(true);
    await page.answer('carrier', 'au');
    await page.answer('holder.nameRoman', 'WANG XIAOMING');
    await page.evaluate('document.getElementById("make").click(); document.getElementById("clear").click()');
    await page.answer('carrier', 'au');
    await make();
    expect(await readMade('checklist')).not.toContain('WANG');
    await page.answer('holder.nameRoman', 'WANG XIAOMING');
    await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))');
    expect(await page.evaluate('document.getElementById("holder-nameRoman").value')).toBe('');
    expect(await page.evaluate(isMade)).toBe(false);
  });

  test('a card number is told, and not kept', async () => {
    await page.answer('carrier', 'au');
    await page.answer('holder.nameRoman', '4111 1111 1111 1111');
    expect(await textOf('#holder-nameRoman-mistakes')).not.toBe('');
    await page.answer('line.number', '4111 1111 1111 1111');
    await page.answer('answers.lastDebitYen', '4111111111111111');
    expect((await page.download('#keep')).bytes.toString()).not.toContain('4111');
    expect(await textOf('#status')).toMatch(/没有保存/u);
  });

  test('a file of something else is refused, and what was typed stays where it is asked for', async () => {
    await page.answer('carrier', 'au');
    for (const path of ['examples/table.csv', 'package.json', 'LICENSE']) {
      await openFile(path);
      expect(await textOf('#status')).toMatch(/不是从这里保存/u);
    }
    await answerQuestions(false);
    await page.choose('#load', EXAMPLE);
    await page.until('document.getElementById("load").files.length === 0');
    expect(await page.evaluate('document.getElementById("carrier").value')).toBe('au');
  });

  test('where nobody is handed the memo it is a record', async () => {
    await page.answer('carrier', 'povo2');
    await make();
    expect(await textOf('#made-memo')).toMatch(/记录单/u);
    await page.answer('carrier', 'ntt-docomo');
    await page.answer('visit.channel', 'shop');
    await make();
    expect(await textOf('#made-memo')).toMatch(/确认单/u);
  });

  test('what is changed while it is being made is not shown as it was', async () => {
    await page.answer('carrier', 'au');
    await page.answer('contactAfter.email', 'early@example.com');
    await page.evaluate('document.getElementById("make").click()');
    await page.answer('contactAfter.email', 'later@example.com');
    expect(await textOf('#status')).toMatch(/改过/u);
    await make();
    await page.until('document.getElementById("deliveries").childElementCount === 2');
    const text = await readMade('checklist');
    expect(text).toContain('later@');
    expect(text).not.toContain('early@');
  });

  test('a rare character fetches the part of the font that has it', async () => {
    await page.answer('carrier', 'au');
    await page.answer('holder.nameKanji', '王\u{9FA0}龘');
    await make();
    expect(page.asked.some((line) => /extended|ttf\.[1-9]/u.test(line))).toBe(true);
    expect(await readMade('memo')).toContain('龘');
  });

  test('a font that does not come is told, and asked for again', async () => {
    page.refused = /fonts/u;
    await page.answer('carrier', 'au');
    await make();
    expect(await page.evaluate('document.getElementById("deliveries").childElementCount')).toBe(0);
    expect(await textOf('#status')).toMatch(/网络/u);
    page.refused = null;
    await make();
    expect(await page.evaluate('document.getElementById("deliveries").childElementCount')).toBe(2);
  });
});

test.each([320, 390, 900])('%i pixels are wide enough', async (width) => {
  page = await open();
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 800,
    deviceScaleFactor: 1,
    mobile: true,
  });
  await openFile('examples/softbank-family-hikari.yaml');
  await page.evaluate('document.querySelector("details").open = true');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  await page.close();
});

test('each control has a name, and each target is large enough for a thumb', async () => {
  page = await open();
  await openFile(EXAMPLE);
  await page.evaluate('document.querySelector("details").open = true');
  const { nodes } = await page.send('Accessibility.getFullAXTree', {});
  const roles = ['button', 'checkbox', 'radio', 'textbox', 'combobox', 'link', 'Date', 'InputTime'];
  const controls = nodes.filter(({ role, ignored }: Node) => !ignored && roles.includes(role?.value ?? ''));
  expect(controls.length).toBeGreaterThan(60);
  expect(controls.filter(({ name }: Node) => !name?.value)).toEqual([]);
  const heights = await page.evaluate<number[]>(
    '[...document.querySelectorAll("select, .choice, .button, button, input:not([type=radio], [type=checkbox], [type=file])")].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height)',
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await page.close();
});

interface Node {
  ignored?: boolean;
  role?: { value: string };
  name?: { value: string };
}

import { deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { PagedDocument } from '../../../src/page/types.ts';
import { paintPdf } from '../../../src/pdf/paint-pdf.ts';
import type { PdfFonts } from '../../../src/pdf/types.ts';
import { describeOutline, describeStructure, readPageContent } from '../../support/describe-pdf.ts';
import { allFaces, loadFonts, metadata, PageBuilder, samplerDocument } from '../../support/pages.ts';
import { PdfFile, Ref, textOf } from '../../support/read-pdf.ts';

let fonts: PdfFonts;
beforeAll(async () => {
  ({ fonts } = await loadFonts(allFaces));
});

async function paint(document: PagedDocument): Promise<PdfFile> {
  return new PdfFile(await paintPdf(document, fonts, metadata, { deflate: (bytes) => deflateSync(bytes) }));
}

test('the structure of the sampler, with its texts', async () => {
  const file = await paint(samplerDocument());
  await expect(`${describeStructure(file)}\n\n${describeOutline(file)}\n`).toMatchFileSnapshot(
    '../../golden/pdf/sampler-structure.txt',
  );
});

test('the operators of the sampler', async () => {
  const file = await paint(samplerDocument());
  const pages = file.pages.map((page) => readPageContent(file, page).lines.join('\n'));
  await expect(`${pages.join('\n\f\n')}\n`).toMatchFileSnapshot('../../golden/pdf/sampler-operators.txt');
});

test('every text comes out as it went in, and all of it is marked', async () => {
  const document = samplerDocument();
  const file = await paint(document);
  document.pages.forEach((page, index) => {
    const content = readPageContent(file, file.pages[index]!);
    const texts = page.items.map((item) => (item.kind === 'text' ? item.text : ''));
    expect(content.text).toBe(texts.join(''));
    expect(content.unmarked).toBe('');
  });
});

test('characters that share an outline stay two characters', async () => {
  const builder = new PageBuilder('t', 'zh-Hans');
  builder.text(builder.node('P', null), '一⼀力⼒日⽇');
  const file = await paint(builder.document);
  expect(readPageContent(file, file.pages[0]!).text).toBe('一⼀力⼒日⽇');
});

test('what a text leaves to line breaking is not drawn', async () => {
  const builder = new PageBuilder('t', 'ja');
  builder.text(builder.node('P', null), 'あ\u200bい\u2060うえ');
  const file = await paint(builder.document);
  expect(readPageContent(file, file.pages[0]!).text).toBe('あいうえ');
});

test('a form is a field with two looks, and says so to readers without sight', async () => {
  const file = await paint(samplerDocument(true));
  const form = file.dict(file.catalog.get('AcroForm'));
  expect([...form.keys()]).toEqual(['Fields']);
  const fields = file.array(form.get('Fields')).map((field) => file.dict(field));
  expect(fields.map((field) => textOf(field.get('T')))).toEqual(['item-1', 'item-2']);
  expect(textOf(fields[0]!.get('TU'))).toBe('直接去店里：海角与骨。 / 店に直接行く（海・角・与・骨）。');
  for (const field of fields) {
    expect(field.get('F')).toBe(4);
    const looks = file.dict(file.dict(field.get('AP')).get('N'));
    expect([...looks.keys()].sort()).toEqual(['Off', 'Yes']);
    expect(looks.has((field.get('AS') as { name: string }).name)).toBe(true);
    for (const look of looks.values()) expect(Buffer.from(file.stream(look).bytes).toString()).toMatch(/ S$/);
  }
  await expect(`${describeStructure(file)}\n`).toMatchFileSnapshot('../../golden/pdf/fillable-structure.txt');
});

test('two check boxes of one name are our fault', async () => {
  const builder = new PageBuilder('t', 'ja');
  const form = builder.node('Form', null);
  const box = { name: 'a', tip: 'b', checked: false };
  builder.checkBox(form, box);
  builder.checkBox(form, box);
  await expect(paint(builder.document)).rejects.toThrow('two check boxes');
});

test('the parent tree leads from each page and annotation to its elements', async () => {
  const file = await paint(samplerDocument(true));
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  const numbers = file.array(file.dict(root.get('ParentTree')).get('Nums'));
  const parents = new Map<number, unknown>();
  for (let i = 0; i < numbers.length; i += 2) parents.set(numbers[i] as number, numbers[i + 1]);
  expect(root.get('ParentTreeNextKey')).toBe(parents.size);
  for (const page of file.pages) {
    const dict = file.dict(page);
    const { marked } = readPageContent(file, page);
    const elements = parents.get(dict.get('StructParents') as number) as unknown[];
    for (const mcid of marked.keys()) expect(elements[mcid]).toBeDefined();
    for (const annotation of file.array(dict.get('Annots'))) {
      const element = file.dict(parents.get(file.dict(annotation).get('StructParent') as number) as never);
      expect(['Form', 'Link']).toContain((element.get('S') as { name: string }).name);
    }
  }
});

test('an element that runs over two pages names both', async () => {
  const builder = new PageBuilder('t', 'zh-Hans');
  const paragraph = builder.node('P', null);
  builder.text(paragraph, '上半');
  builder.addPage();
  builder.text(paragraph, '下半');
  expect(describeStructure(await paint(builder.document))).toBe('P\n  "上半"\n  "下半"');
});

test('an empty row keeps its cells, in their places', async () => {
  const builder = new PageBuilder('t', 'zh-Hans');
  const body = builder.node('TBody', builder.node('Table', null));
  const [empty, full] = [builder.node('TR', body), builder.node('TR', body)];
  builder.node('TD', empty);
  builder.node('TD', full);
  builder.text(builder.node('TD', full), '二');
  expect(describeStructure(await paint(builder.document))).toBe(
    'Table\n  TBody\n    TR\n      TD\n    TR\n      TD\n      TD\n        "二"',
  );
});

test('the head of several rows says of how many', async () => {
  const builder = new PageBuilder('t', 'ja');
  const row = builder.node('TR', builder.node('TBody', builder.node('Table', null)));
  builder.text(builder.node('TH', row, { scope: 'Row', rowSpan: 2 }), 'あ');
  expect(describeStructure(await paint(builder.document))).toContain('TH A={O Table, Scope Row, RowSpan 2}');
});

test('what is drawn out of order is told in its order where that is asked', async () => {
  const builder = new PageBuilder('t', 'zh-Hans');
  const list = builder.node('L', null, { ordered: true });
  const [early, late] = [builder.node('LI', list), builder.node('LI', list)];
  builder.text(builder.node('LBody', late), '二');
  builder.text(builder.node('LBody', early), '一');
  expect(describeStructure(await paint(builder.document)).match(/[一二]/g)).toEqual(['一', '二']);
});

test('a link of two lines is one annotation that says where both are', async () => {
  const builder = new PageBuilder('t', 'ja');
  const link = builder.node('Link', builder.node('P', null));
  builder.text(link, 'a.jp/b');
  const areas = [
    { xPt: 100, yPt: 50, widthPt: 40, heightPt: 16 },
    { xPt: 20, yPt: 66, widthPt: 30, heightPt: 16 },
  ];
  const { items, heightPt } = builder.document.pages[0]!;
  items.push({ kind: 'link', areas, href: 'https://a.jp/b', contents: 'a.jp/b', lang: 'ja', struct: link });
  const file = await paint(builder.document);
  const annotations = file.array(file.dict(file.pages[0]!).get('Annots')).map((found) => file.dict(found));
  expect(annotations).toHaveLength(1);
  const numbers = (key: string) => (annotations[0]!.get(key) as number[]).map((value) => Math.round(value));
  const [top, middle, bottom] = [50, 66, 82].map((y) => Math.round(heightPt - y));
  expect(numbers('Rect')).toEqual([20, bottom, 140, top]);
  expect(numbers('QuadPoints')).toEqual(
    [
      [100, top, 140, top, 100, middle, 140, middle],
      [20, middle, 50, middle, 20, bottom, 50, bottom],
    ].flat(),
  );
});

test('nothing in the file is out of reach, and no object is empty of use', async () => {
  const file = await paint(samplerDocument(true));
  const reached = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof Ref) {
      if (reached.has(value.id)) return;
      reached.add(value.id);
      walk(file.get(value));
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value instanceof Map) [...value.values()].forEach(walk);
    else if ('dict' in value) walk(value.dict);
  };
  walk(file.trailer);
  const holders = [...file.places].filter(([id]) => !reached.has(id)).map(([id]) => id);
  const kinds = holders.map((id) => (file.dict(new Ref(id)).get('Type') as { name: string }).name);
  expect([...new Set(kinds)].sort()).toEqual(['ObjStm', 'XRef']);
});

/** Pages made by hand, for the tests of the painter: what the page stage would give. */
import { readFileSync } from 'node:fs';
import { openFonts } from '../../src/font/open-fonts.ts';
import type { FaceId, FontLibrary } from '../../src/font/types.ts';
import type {
  CheckBoxItem,
  LinkItem,
  Page,
  PagedDocument,
  PageItem,
  PathItem,
} from '../../src/page/types.ts';
import type { PdfFonts, PdfMetadata } from '../../src/pdf/types.ts';
import type { StructNode } from '../../src/style/types.ts';

export const metadata: PdfMetadata = { createdOn: '2027-01-15' };

export async function loadFonts(faces: FaceId[]): Promise<{ fonts: PdfFonts; library: FontLibrary }> {
  const readFile = (path: string) => new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
  const library = openFonts({ readFile, today: () => '2027-01-15' });
  await library.load(faces);
  return { library, fonts: { fontObject: (face) => library.font(face) } };
}

export const allFaces: FaceId[] = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'];

function faceOf(lang: string, bold: boolean): FaceId {
  return `${lang.startsWith('ja') ? 'jp' : 'sc'}-${bold ? 'bold' : 'regular'}`;
}

/** Writes a document from the top of the page down, one call a line. */
export class PageBuilder {
  readonly document: PagedDocument;
  private y = 60;

  constructor(title: string, lang: string) {
    this.document = { title, lang, pages: [], structure: [], outline: [] };
    this.addPage();
  }

  addPage(): void {
    this.document.pages.push({ widthPt: 595.28, heightPt: 841.89, items: [] });
    this.y = 60;
  }

  get page(): Page {
    return this.document.pages.at(-1)!;
  }

  node(type: string, parent: number | null, more: Partial<StructNode> = {}): number {
    const lang = more.lang ?? (parent === null ? this.document.lang : this.document.structure[parent]!.lang);
    return this.document.structure.push({ type, parent, ...more, lang }) - 1;
  }

  private add(item: PageItem): void {
    this.page.items.push(item);
  }

  text(struct: number | null, text: string, more: TextOptions = {}): void {
    const node = struct === null ? undefined : this.document.structure[struct];
    const lang = more.lang ?? node?.lang ?? this.document.lang;
    const sizePt = more.sizePt ?? 10.5;
    if (!more.sameLine) this.y += sizePt * 1.5;
    const face = more.face ?? faceOf(lang, more.bold ?? false);
    const adjustEm = more.adjustEm ?? null;
    this.add({
      kind: 'text',
      xPt: more.xPt ?? 48,
      yPt: more.yPt ?? this.y,
      text,
      face,
      sizePt,
      lang,
      adjustEm,
      struct,
    });
  }

  rule(struct: number | null = null): void {
    this.y += 6;
    this.path({
      operators: [
        ['m', 48, this.y],
        ['l', 547, this.y],
      ],
      stroke: { widthPt: 0.5 },
      struct,
    });
  }

  path(path: Omit<PathItem, 'kind'>): void {
    this.add({ kind: 'path', ...path });
  }

  box(struct: number | null, xPt: number, yPt: number, sizePt: number): void {
    this.path({ operators: [['re', xPt, yPt, sizePt, sizePt]], stroke: { widthPt: 0.8 }, struct });
  }

  link(struct: number, link: Pick<LinkItem, 'href' | 'contents'>): void {
    const lang = this.document.structure[struct]!.lang;
    const areas = [{ xPt: 48, yPt: this.y - 10, widthPt: 120, heightPt: 12 }];
    this.add({ kind: 'link', areas, lang, struct, ...link });
  }

  checkBox(struct: number, box: Pick<CheckBoxItem, 'name' | 'tip' | 'checked'>): void {
    const lang = this.document.structure[struct]!.lang;
    this.add({ kind: 'check-box', xPt: 48, yPt: this.y + 4, sizePt: 9, lang, struct, ...box });
  }

  get baseline(): number {
    return this.y;
  }

  bookmark(title: string, level: 1 | 2 | 3, lang = this.document.lang): void {
    this.document.outline.push({
      title,
      lang,
      level,
      pageIndex: this.document.pages.length - 1,
      yPt: this.y,
    });
  }
}

export interface TextOptions {
  lang?: string;
  face?: FaceId;
  bold?: boolean;
  sizePt?: number;
  xPt?: number;
  yPt?: number;
  sameLine?: boolean;
  adjustEm?: number[];
}

/** Two pages with everything that a document can hold. */
export function samplerDocument(fillable = false): PagedDocument {
  const builder = new PageBuilder('日本手机解约核对清单 <A&B>', 'zh-Hans');
  const root = builder.node('Document', null);
  const h1 = builder.node('H1', root);
  builder.text(h1, '解约核对清单', { bold: true, sizePt: 20 });
  builder.bookmark('解约核对清单', 1);
  const h1ja = builder.node('Span', h1, { lang: 'ja' });
  builder.text(h1ja, '解約チェックリスト', { bold: true, sizePt: 14 });
  builder.rule();
  const h2 = builder.node('H2', root);
  builder.text(h2, '一、动手之前', { bold: true, sizePt: 13 });
  builder.bookmark('一、动手之前', 2);
  builder.bookmark('始める前に', 3, 'ja');

  const list = builder.node('L', root, { listNumbering: 'None' });
  for (const [index, zh, ja] of [
    [1, '直接去店里：海角与骨。', '店に直接行く（海・角・与・骨）。'],
    [2, '一⼀力⼒：部首与文字', '神と\u{FA19}と福'],
  ] as const) {
    const item = builder.node('LI', list);
    const label = builder.node('Lbl', item);
    if (fillable) {
      const form = builder.node('Form', label, { alt: `未勾选的方框 ${index}` });
      builder.checkBox(form, {
        name: `item-${index}`,
        tip: `${zh} / ${ja}`,
        checked: index === 2,
      });
    } else {
      const figure = builder.node('Figure', label, { alt: '方框' });
      builder.box(figure, 48, builder.baseline + 4, 9);
    }
    const body = builder.node('LBody', item);
    const first = builder.node('P', body);
    builder.text(first, zh, { xPt: 66, adjustEm: Array.from(zh, (_, i) => (i === 4 ? -0.5 : 0)) });
    const second = builder.node('P', body, { lang: 'ja' });
    builder.text(second, ja, { xPt: 66, sizePt: 9.5 });
  }

  const mixed = builder.node('P', root);
  builder.text(mixed, '在日语里叫做 ');
  builder.text(mixed, '携帯電話', { lang: 'ja', sameLine: true, xPt: 48 + 6 * 10.5 + 2.4 });
  builder.text(mixed, '，写作 Keitai。', { sameLine: true, xPt: 48 + 10 * 10.5 + 2.4 });
  const linked = builder.node('P', root);
  const link = builder.node('Link', linked);
  builder.text(link, 'www.example.com/解约');
  builder.link(link, { href: 'https://www.example.com/?a=(1)', contents: '示例网站' });

  const ruby = builder.node('Ruby', builder.node('P', root, { lang: 'ja' }));
  const base = builder.node('RB', ruby);
  const reading = builder.node('RT', ruby);
  builder.text(base, '違約金', { sizePt: 10.5 });
  builder.text(reading, 'いやくきん', { sizePt: 5.25, sameLine: true, yPt: builder.baseline - 10 });

  builder.addPage();
  const table = builder.node('Table', root);
  const head = builder.node('THead', table);
  const headRow = builder.node('TR', head);
  for (const [column, title] of ['项目', '金额'].entries()) {
    const cell = builder.node('TH', headRow, { scope: 'Column' });
    builder.text(cell, title, { bold: true, xPt: 48 + column * 150, sameLine: column > 0 });
  }
  const tableBody = builder.node('TBody', table);
  for (const name of ['违约金', '分期余额']) {
    const row = builder.node('TR', tableBody);
    builder.text(builder.node('TH', row, { scope: 'Row' }), name);
    builder.node('TD', row);
  }
  const wide = builder.node('TD', builder.node('TR', tableBody), { colSpan: 2 });
  builder.text(wide, '合计：1,234日元');
  builder.text(builder.node('P', root), '注：以当日结果为准。', { sizePt: 9 });
  const figure = builder.node('Figure', root, { alt: 'タイムライン', lang: 'ja' });
  builder.path({
    operators: [['re', 48, 300, 200, 12]],
    fill: 0.9,
    stroke: { widthPt: 0.5 },
    struct: figure,
  });
  builder.path({
    operators: [
      ['m', 60, 306],
      ['l', 70, 300],
      ['l', 90, 306],
    ],
    fill: 0,
    struct: figure,
  });
  builder.text(null, '解约核对清单　1/2', { sizePt: 9, yPt: 800 });
  builder.path({
    operators: [
      ['m', 48, 790],
      ['l', 547, 790],
    ],
    stroke: { widthPt: 0.5, dashPt: [2, 2] },
    struct: null,
  });
  return builder.document;
}

import type { SamplePage } from './samples.ts';

const pageLine = /^page \d+ ([\d.]+) × ([\d.]+)$/;
/** A figure of very many rectangles is a QR code. */
const codeLine = /^ {2}.* … \d{3,} operators .* Figure#\d+$/;
const textLine =
  /^ {2}(-?[\d.]+),(-?[\d.]+) ([a-z]+-[a-z]+) ([\d.]+) \[([\w-]+)\] (artifact|\w+)\S* ("(?:[^"\\]|\\.)*")/;

/** `--dump pages` of one document. */
export function readPagesDump(dump: string): SamplePage[] {
  const pages: SamplePage[] = [];
  for (const line of dump.split('\n')) {
    const page = pageLine.exec(line);
    if (page) pages.push({ widthPt: Number(page[1]), heightPt: Number(page[2]), texts: [], codeCount: 0 });
    if (codeLine.test(line)) pages.at(-1)!.codeCount++;
    const text = textLine.exec(line);
    if (!text) continue;
    const [, x, y, face, size, lang, role, json] = text;
    pages.at(-1)!.texts.push({
      xPt: Number(x),
      yPt: Number(y),
      sizePt: Number(size),
      face: face!,
      lang: lang!,
      role: role!,
      text: JSON.parse(json!),
    });
  }
  return pages;
}

/** Whether check boxes for the screen stand on the pages. */
export function hasFields(dump: string): boolean {
  return /^ {2}\S+ field /m.test(dump);
}

/** The paragraphs that have readings, without them; what is written by hand parts them. A head that goes on may stay out. */
export function readPhrases(html: string): string[] {
  const paragraphs = [...html.matchAll(/<p\b([^>]*)>((?:(?!<\/p>).)*<rt>.*?)<\/p>/gs)]
    .filter(([, attributes = '']) => !attributes.includes('continued'))
    .map(([, , inside]) => inside!);
  const parts = paragraphs.flatMap((inside) =>
    inside.replace(/<rt>.*?<\/rt>/gs, '').split(/<(?:fill-in|check-box|br)\b[^>]*>/),
  );
  return parts.map((part) => part.replace(/<[^>]*>/g, '')).filter((part) => !part.includes('&'));
}

/** What the QR codes of a filled template say. */
export function readCodes(html: string): string[] {
  return [...html.matchAll(/<qr-code\b[^>]*?\bhref="([^"]*)"/g)].map(([, href]) =>
    href!
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '='),
  );
}

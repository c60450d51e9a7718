import type { PathItem, TextItem } from '../page/types.ts';
import type { EmbeddedFace } from './embed-fonts.ts';
import { characterKey, unitsOfKey, widened, widerBy } from './glyph-keys.ts';
import { type GlyphTable, SEE_KEY } from './glyph-table.ts';

/** Of hundredths, with the space behind: ' ', '.01 ' … '.1 ' … '.99 '. */
const fractions: string[] = [];
for (let tenths = 0; tenths < 10; tenths++) {
  fractions.push(tenths === 0 ? ' ' : `.${tenths} `);
  for (let last = 1; last < 10; last++) fractions.push(`.${tenths}${last} `);
}

/**
 * A number of hundredths of a point, which are finer than any printer, and a space: integers are written in half the
 * time of floats.
 */
function decimal(hundredths: number): string {
  const size = hundredths < 0 ? -hundredths : hundredths;
  const fraction = size % 100;
  const text = fractions[fraction];
  // Neither infinity nor what is no number leaves one of the hundred.
  if (text === undefined) throw new Error(`not a number for a page: ${hundredths / 100}`);
  const whole = (size - fraction) / 100;
  return hundredths < 0 ? `-${whole}${text}` : `${whole}${text}`;
}

/**
 * The operators of one page (ISO 32000-1 §8, §9). It remembers what the last ones set, and leaves out what
 * would set it again; a text object stays open until a path comes, and a TJ until the line or the face changes.
 */
export class ContentStream {
  private out = '';
  private readonly heightPt: number;
  private inText = false;
  /** The array of the TJ that is being written, with its last string open; '' outside. */
  private array = '';
  private hasGaps = false;
  private face: EmbeddedFace | null = null;
  private sizePt = 0;
  /** In hundredths of a point, as they are written. */
  private lineX = 0;
  private lineY = 0;
  private penX = 0;
  private fill = 0;
  /** In hundredths of a point. */
  private lineWidth = 100;
  private dash = '[]';

  constructor(heightPt: number) {
    this.heightPt = heightPt;
  }

  /** Everything, one character a byte. */
  end(): string {
    if (this.inText) this.endText();
    return this.out;
  }

  /** Marked content lies inside one text object, or holds whole ones when it has paths too (§14.6.1). */
  beginMarked(tag: string, properties: string, hasPath: boolean): void {
    if (!this.inText) {
      if (!hasPath) this.beginText();
    } else if (hasPath) this.endText();
    else if (this.array !== '') this.flushArray();
    this.out += properties === '' ? `/${tag} BMC\n` : `/${tag}<<${properties}>>BDC\n`;
  }

  endMarked(hasPath: boolean): void {
    if (hasPath && this.inText) this.endText();
    if (this.array !== '') this.flushArray();
    this.out += 'EMC\n';
  }

  text(item: TextItem, face: EmbeddedFace): void {
    if (!this.inText) this.beginText();
    const { xPt, sizePt, adjustEm } = item;
    const y = Math.round(100 * (this.heightPt - item.yPt));
    const sameFont = face === this.face && sizePt === this.sizePt;
    let ahead = xPt - this.penX;
    const gapEm = ahead / sizePt;
    const sameLine = y === this.lineY && gapEm > -1 && gapEm < 2;
    if (this.array !== '' && !(sameLine && sameFont)) this.flushArray();
    if (!sameFont) {
      this.out += `/${face.name} ${decimal(Math.round(100 * sizePt))}Tf `;
      this.face = face;
      this.sizePt = sizePt;
    }
    if (!sameLine) {
      this.moveTo(Math.round(100 * xPt), y);
      ahead = xPt - this.penX;
    }
    // A difference below the rounding of positions is none.
    if (ahead < 0.006 && ahead > -0.006) ahead = 0;
    if (adjustEm === null) this.showPlain(item, face.glyphs, ahead);
    else this.showAdjusted(item, adjustEm, face.glyphs, ahead);
  }

  private beginText(): void {
    if (this.fill !== 0) this.setFill(0);
    this.out += 'BT\n';
    this.inText = true;
    this.lineX = 0;
    this.lineY = 0;
    this.penX = Number.NEGATIVE_INFINITY;
  }

  private endText(): void {
    if (this.array !== '') this.flushArray();
    this.out += 'ET\n';
    this.inText = false;
  }

  private moveTo(x: number, y: number): void {
    this.out += `${decimal(x - this.lineX)}${decimal(y - this.lineY)}Td\n`;
    this.lineX = x;
    this.lineY = y;
    this.penX = x / 100;
  }

  /** Nothing is added between the glyphs: a gap can only come before the first. */
  private showPlain({ text, sizePt }: TextItem, glyphs: GlyphTable, ahead: number): void {
    const { codeOfUnit, texts, widths } = glyphs;
    const unit = sizePt / 1000;
    const { length } = text;
    let width = Math.round(ahead / unit);
    let codes = '';
    if (width !== 0) codes = this.openString(width);
    else if (this.array === '') codes = '(';
    for (let i = 0; i < length; i++) {
      let code = codeOfUnit[text.charCodeAt(i)]!;
      if (code === SEE_KEY) {
        const key = characterKey(text, i);
        code = glyphs.find(key);
        i += unitsOfKey(key) - 1;
      }
      // All characters of the text have been offered to the font: one without a code is invisible.
      if (code === 0) continue;
      codes += texts[code];
      width += widths[code]!;
    }
    this.array += codes;
    this.penX += width * unit;
  }

  /** TJ makes up for `ahead`, how far a glyph stands ahead of the pen, which is counted in thousandths of an em. */
  private showAdjusted(
    { text, sizePt }: TextItem,
    adjustEm: readonly number[],
    glyphs: GlyphTable,
    firstAhead: number,
  ): void {
    const { codeOfUnit, texts, widths } = glyphs;
    const unit = sizePt / 1000;
    const { length } = text;
    // Below this no gap comes out of rounding; a bit less than half, for the last bits of the division.
    const least = 0.499 * unit;
    let ahead = firstAhead;
    let moved = 0;
    let codes = '';
    for (let i = 0, index = 0; i < length; i++, index++) {
      let key = text.charCodeAt(i);
      let code = codeOfUnit[key]!;
      if (code === SEE_KEY) {
        key = characterKey(text, i);
        code = glyphs.find(key);
        i += unitsOfKey(key) - 1;
      }
      const adjust = adjustEm[index] ?? 0;
      if (code === 0) {
        ahead += adjust * sizePt;
        continue;
      }
      const gap = ahead > least || ahead < -least ? Math.round(ahead / unit) : 0;
      if (gap !== 0) {
        this.array += codes;
        codes = this.openString(gap);
        moved += gap;
        ahead -= gap * unit;
      } else if (codes === '' && this.array === '') codes = '(';
      if (adjust === 0) {
        codes += texts[code];
        moved += widths[code]!;
        continue;
      }
      const wider = widerBy(adjust);
      const shown = wider === 0 ? code : glyphs.find(widened(key, wider), code);
      codes += texts[shown];
      moved += widths[shown]!;
      ahead += adjust * sizePt - (widths[shown]! - widths[code]!) * unit;
    }
    this.array += codes;
    this.penX += moved * unit;
  }

  /** What moves the pen in the TJ that is being written, by thousandths of an em, and opens the string behind. */
  private openString(gap: number): string {
    if (!Number.isFinite(gap)) throw new Error(`not a gap for a page: ${gap}`);
    this.hasGaps = true;
    return this.array === '' ? ` ${-gap}(` : `) ${-gap}(`;
  }

  private flushArray(): void {
    this.out += this.hasGaps ? `[${this.array})]TJ\n` : `${this.array})Tj\n`;
    this.array = '';
    this.hasGaps = false;
  }

  path(item: PathItem): void {
    if (this.inText) this.endText();
    const { fill, stroke } = item;
    if (fill !== undefined && fill !== this.fill) this.setFill(fill);
    if (stroke) this.setStroke(stroke);
    for (const operator of item.operators) this.writeOperator(operator);
    this.out += fill === undefined ? 'S\n' : stroke ? 'B\n' : 'f\n';
  }

  private writeOperator(operator: PathItem['operators'][number]): void {
    switch (operator[0]) {
      case 'm':
      case 'l':
        this.out += `${this.point(operator[1], operator[2])}${operator[0]}\n`;
        break;
      case 're': {
        const [, x, y, w, h] = operator;
        this.out += `${this.point(x, y + h)}${decimal(Math.round(100 * w))}${decimal(Math.round(100 * h))}re\n`;
      }
    }
  }

  private point(x: number, y: number): string {
    return decimal(Math.round(100 * x)) + decimal(Math.round(100 * (this.heightPt - y)));
  }

  private setFill(gray: number): void {
    this.out += `${decimal(Math.round(100 * gray))}g\n`;
    this.fill = gray;
  }

  private setStroke(stroke: NonNullable<PathItem['stroke']>): void {
    const width = Math.round(100 * stroke.widthPt);
    const dash = stroke.dashPt
      ? `[${stroke.dashPt
          .map((pt) => decimal(Math.round(100 * pt)))
          .join('')
          .trimEnd()}]`
      : '[]';
    if (width !== this.lineWidth) this.out += `${decimal(width)}w\n`;
    if (dash !== this.dash) this.out += `${dash}0 d\n`;
    this.lineWidth = width;
    this.dash = dash;
  }
}

import type { CheckBoxItem } from '../page/types.ts';
import { latin1Bytes } from './latin1.ts';
import { type Dictionary, type ObjectDocument, type Reference, textString } from './object-document.ts';
import { formatNumber } from './serialize.ts';

/** Share of the size. */
const lineWidth = 0.08;

/** Paths, not glyphs: no font, the same in every reader. */
function appearance(sizePt: number, checked: boolean): string {
  const at = (share: number): string => formatNumber(share * sizePt);
  const inset = lineWidth / 2;
  const box = `${at(lineWidth)} w ${at(inset)} ${at(inset)} ${at(1 - lineWidth)} ${at(1 - lineWidth)} re S`;
  if (!checked) return box;
  return `${box} ${at(lineWidth * 1.5)} w ${at(0.2)} ${at(0.5)} m ${at(0.42)} ${at(0.25)} l ${at(0.82)} ${at(0.78)} l S`;
}

/**
 * Check boxes for the screen (ISO 32000-1 §12.7.4.2.3). Both looks are streams of their own, so no reader has
 * to make one (PDF/A-2 §6.4.1 forbids NeedAppearances); boxes of one size share them.
 */
export class CheckBoxPainter {
  readonly fields: Reference[] = [];
  private readonly objects: ObjectDocument;
  private readonly appearances = new Map<number, Dictionary>();
  private readonly names = new Set<string>();

  constructor(objects: ObjectDocument) {
    this.objects = objects;
  }

  paint(item: CheckBoxItem, heightPt: number, page: Reference): Reference {
    if (this.names.has(item.name)) throw new Error(`two check boxes have the name ${item.name}`);
    this.names.add(item.name);
    const state = item.checked ? 'Yes' : 'Off';
    const top = heightPt - item.yPt;
    const field = this.objects.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      Rect: [item.xPt, top - item.sizePt, item.xPt + item.sizePt, top],
      P: page,
      F: 4,
      FT: 'Btn',
      T: textString(item.name),
      TU: textString(item.tip),
      Contents: textString(item.tip),
      V: state,
      AS: state,
      AP: { N: this.appearancesOf(item.sizePt) },
    });
    this.fields.push(field);
    return field;
  }

  private appearancesOf(sizePt: number): Dictionary {
    let states = this.appearances.get(sizePt);
    if (!states) {
      states = { Yes: this.form(sizePt, true), Off: this.form(sizePt, false) };
      this.appearances.set(sizePt, states);
    }
    return states;
  }

  private form(sizePt: number, checked: boolean): Reference {
    const form = this.objects.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, sizePt, sizePt],
      Resources: {},
    });
    form.end(latin1Bytes(appearance(sizePt, checked)));
    return form;
  }
}

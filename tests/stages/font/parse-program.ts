/** A second reader of TrueType files, which shares no code with src/font: it checks what that writes. */
export interface Program {
  tags: string[];
  numGlyphs: number;
  indexToLocFormat: number;
  locaLength: number;
  metricCount: number;
  glyph(index: number): Buffer;
  metric(index: number): { advance: number; bearing: number };
  codePoints(): Map<number, number>;
  /** Sum of the whole file as uint32, which `head.checkSumAdjustment` makes 0xB1B0AFBA. */
  fileSum: number;
  table(tag: string): Buffer;
}

export function parseProgram(bytes: Uint8Array): Program {
  const file = Buffer.from(bytes);
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = file.readUInt32BE(at + 8);
    if (start + file.readUInt32BE(at + 12) > file.length) throw new Error('table runs over the end');
    tables.set(file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)));
  }
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`no ${tag}`);
    return found;
  };
  const loca = table('loca');
  const short = table('head').readInt16BE(50) === 0;
  const offset = (i: number): number => (short ? loca.readUInt16BE(i * 2) * 2 : loca.readUInt32BE(i * 4));
  const metricCount = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  let fileSum = 0;
  for (let at = 0; at < file.length; at += 4) fileSum = (fileSum + file.readUInt32BE(at)) % 2 ** 32;
  return {
    tags: [...tables.keys()],
    numGlyphs: table('maxp').readUInt16BE(4),
    indexToLocFormat: table('head').readInt16BE(50),
    locaLength: loca.length,
    metricCount,
    fileSum,
    table,
    glyph: (i) => table('glyf').subarray(offset(i), offset(i + 1)),
    metric: (i) =>
      i < metricCount
        ? { advance: hmtx.readUInt16BE(i * 4), bearing: hmtx.readInt16BE(i * 4 + 2) }
        : {
            advance: hmtx.readUInt16BE((metricCount - 1) * 4),
            bearing: hmtx.readInt16BE(metricCount * 4 + (i - metricCount) * 2),
          },
    codePoints() {
      const cmap = table('cmap');
      const map = new Map<number, number>();
      for (let i = 0; i < cmap.readUInt16BE(2); i++) {
        const at = cmap.readUInt32BE(4 + i * 8 + 4);
        if (cmap.readUInt16BE(at) !== 12) continue;
        for (let g = 0; g < cmap.readUInt32BE(at + 12); g++) {
          const group = at + 16 + g * 12;
          const first = cmap.readUInt32BE(group);
          for (let c = first; c <= cmap.readUInt32BE(group + 4); c++) {
            map.set(c, cmap.readUInt32BE(group + 8) + c - first);
          }
        }
        return map;
      }
      throw new Error('no cmap of format 12');
    },
  };
}

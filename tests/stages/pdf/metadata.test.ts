import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { srgbProfile } from '../../../src/pdf/srgb-profile.ts';
import { buildXmp } from '../../../src/pdf/xmp.ts';

const facts = {
  titles: [
    { lang: 'zh-Hans', text: '解约 <清单> & “表”\u0007' },
    { lang: 'ja', text: '解約チェックリスト' },
  ],
  createdAt: '2027-01-15T00:00:00+09:00',
  creator: 'kaiyaku',
  producer: 'pdfkit',
};

test('the metadata packet escapes what people write', async () => {
  await expect(`${buildXmp(facts).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    '../../golden/pdf/metadata.xml',
  );
});

test('the metadata packet has every tag closed, in order', () => {
  const open: string[] = [];
  for (const [, slash, name, , empty] of buildXmp(facts).matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(parseFragment(buildXmp(facts)).childNodes.length).toBeGreaterThan(0);
});

test('the colour profile is a whole ICC profile of a display', () => {
  const bytes = Buffer.from(srgbProfile());
  expect(bytes.length).toBeLessThan(500);
  expect(bytes.readUInt32BE(0)).toBe(bytes.length);
  expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
  const tags = new Map<string, Buffer>();
  for (let i = 0; i < bytes.readUInt32BE(128); i++) {
    const entry = 132 + 12 * i;
    const start = bytes.readUInt32BE(entry + 4);
    expect(start % 4).toBe(0);
    tags.set(
      bytes.toString('latin1', entry, entry + 4),
      bytes.subarray(start, start + bytes.readUInt32BE(entry + 8)),
    );
  }
  expect([...tags.keys()].sort().join(' ')).toBe('bTRC bXYZ chad cprt desc gTRC gXYZ rTRC rXYZ wtpt');
  // The primaries add up to the white of the profile, D50.
  const value = (tag: string, index: number): number => tags.get(tag)!.readInt32BE(8 + 4 * index) / 65536;
  for (let index = 0; index < 3; index++) {
    const sum = value('rXYZ', index) + value('gXYZ', index) + value('bXYZ', index);
    expect(sum).toBeCloseTo(value('wtpt', index), 3);
  }
});

test('what XML refuses is left out: controls and lone surrogates', () => {
  const titles = [{ lang: 'ja', text: 'a\u0007b\ud800c\ufffed𠮷' }];
  const xmp = buildXmp({ ...facts, titles });
  expect(xmp).toContain('abcd𠮷');
});

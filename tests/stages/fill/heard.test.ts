/** What the documents say to who hears them, beside what is printed. */
import { expect, test } from 'vitest';
import { htmlOf, LEAVER } from './fill-case.ts';

const html = htmlOf('checklist', LEAVER);
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found]) => found!);

test('bars of the time line say their days, in both languages', () => {
  const bars = all(/<time-bar\b[^>]*>(.*?)<\/time-bar>/gsu);
  expect(bars.length).toBeGreaterThan(2);
  for (const bar of bars) {
    expect(bar).toMatch(/alt="[^"]+：\d+月\d+日至\d+月\d+日"/u);
    expect(bar).toMatch(/lang="ja"><span alt="[^"]+：\d+月\d+日から\d+月\d+日まで"/u);
  }
});

test('marks of confidence say what they are, and so does the dash', () => {
  expect(new Set(all(/class="level" alt="([^"]*)"/gu))).toEqual(
    new Set(['可信度高', '可信度中', '可信度低']),
  );
  expect(html).toContain('<span alt="没有信息来源">—</span>');
});

test('a QR code says where it leads, in words', () => {
  expect(all(/<qr-code\b[^>]* alt="([^"]*)"/gu)[0]).toBe('二维码：解约（官方）');
});

test('each box of a step has the name of its step', () => {
  const names = all(/<check-item\b[^>]* name="([^"]*)"/gu);
  expect(names).toContain('decide-number');
  expect(new Set(names).size).toBe(names.length);
});

test('the document has one title; the steps are a part beside the others, their phases below', () => {
  const headings = all(/<(h\d)\b/gu);
  expect(headings.filter((level) => level === 'h1')).toHaveLength(1);
  expect(html).toMatch(/<h2 class="page-title"[^>]*>办理步骤/u);
  expect(html).toMatch(/<h3 class="phase-head"/u);
  expect(html).toMatch(/<h2 class="part-head"/u);
});

test('phrases, replies and sources are lists', () => {
  const memo = htmlOf('memo', LEAVER);
  expect(memo.match(/<li class="phrase">/gu)).toHaveLength(14);
  expect(memo.match(/<ul class="replies">\s*(?:<li class="reply">.*?<\/li>\s*)+<\/ul>/su)).not.toBeNull();
  expect(html).toMatch(/<ul class="sources">\s*<li class="source">/u);
});

test('the questions of the memo are a list, and so are its closing rows', () => {
  const memo = htmlOf('memo', LEAVER);
  const lists = [...memo.matchAll(/<ul class="(?:questions|closing)">(.*?)<\/ul>/gsu)].map(
    ([, list]) => list!,
  );
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists) expect(list.match(/<li class="(?:row|close)\b/gu)?.length).toBeGreaterThan(2);
  expect(memo).not.toMatch(/<section class="(?:row|close)\b/u);
});

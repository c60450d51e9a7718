import { expect, test } from 'vitest';
import { citedNodes, sourced } from './data-files.ts';

test.each(sourced)('%s: every cited source is listed once', (_name, body, sources) => {
  const ids = sources.map((source) => source.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, node] of citedNodes(body)) {
    const cited = [...(node.source as string[]), ...((node.conflictSource as string[] | undefined) ?? [])];
    expect(ids, path).toEqual(expect.arrayContaining(cited));
  }
});

test.each(sourced)('%s: every listed source is cited', (_name, body, sources) => {
  const cited = new Set(
    citedNodes(body).flatMap(([, node]) => [
      ...(node.source as string[]),
      ...((node.conflictSource as string[] | undefined) ?? []),
    ]),
  );
  expect(sources.map((source) => source.id).filter((id) => !cited.has(id))).toEqual([]);
});

test.each(sourced)('%s: addresses are well formed', (_name, _body, sources) => {
  for (const { url, planning } of sources) {
    // The project's own assumption has no page.
    if (planning) expect(url).toBe('');
    else expect(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), url).toBe(true);
  }
});

test.each(sourced)('%s: the basis is the one of the cited sources', (_name, body, sources) => {
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const [path, node] of citedNodes(body)) {
    const published = (node.source as string[])
      .map((id) => byId.get(id)!)
      .filter((source) => !source.planning);
    const official = published.filter((source) => source.official).length;
    let basis = 'official+secondary';
    if (published.length === 0) basis = 'none';
    else if (official === published.length) basis = 'official';
    else if (official === 0) basis = 'secondary';
    expect(node.basis, path).toBe(basis);
  }
});

test.each(sourced)(
  '%s: what nobody published is of low confidence and stands in the schedule only',
  (_name, body) => {
    for (const [path, node] of citedNodes(body)) {
      if (node.basis !== 'none') continue;
      expect(path).toMatch(/^schedule\./);
      expect(node.confidence, path).toBe('low');
    }
  },
);

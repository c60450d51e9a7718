/** Every carrier, reason, channel, departure and edition fills: no Problem of the markup, no empty part. */
import { expect, test } from 'vitest';
import { templates } from '#templates';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import { carrierIds, viewOf } from './fill-case.ts';

const CHANNELS = ['shop', 'web', 'phone', 'undecided'] as const;
const REASONS = ['leaving-japan', 'switching', 'unused', 'other'] as const;
const EDITIONS = ['personal', 'share', 'blank'] as const;
/** Known, unknown, past. */
const DEPARTURES = ['2027-03-28', null, '2027-01-10'];

test.each([...carrierIds, 'any'])('%s', (carrier) => {
  const found: string[] = [];
  for (const channel of CHANNELS)
    for (const reason of REASONS)
      for (const edition of EDITIONS) {
        for (const departure of DEPARTURES) {
          if (departure !== null && (reason !== 'leaving-japan' || edition === 'blank')) continue;
          if (carrier === 'any' && edition !== 'blank') continue;
          const input = { carrier, reason, visit: { channel }, ...(departure ? { departure } : {}) };
          const view = viewOf(input, { edition });
          const { checklist } = view;
          const { html } = fillTemplate('checklist', view, templates);
          const problems = [
            ...parseDocument(html).problems.map(({ code, path }) => `${code} ${path}`),
            ...checklist.phases.filter(({ steps }) => steps.length === 0).map(({ id }) => `no step in ${id}`),
            ...(checklist.timeline || checklist.stages.length > 1 ? [] : ['no time line']),
            ...(checklist.bring.length > 2 ? [] : ['nothing to bring']),
            ...(checklist.urgent.length > 0 ? [] : ['no urgent date']),
            ...(checklist.costs.length > 2 && checklist.faq.length > 4 ? [] : ['no costs or questions']),
            ...(html.match(/undefined|NaN|\[object|<(p|td|th|h\d)( [^>]*)?>\s*<\//gu) ?? []),
          ];
          if (problems.length > 0)
            found.push(`${channel} ${reason} ${edition} ${departure}: ${problems.join(', ')}`);
        }
      }
  expect(found).toEqual([]);
});

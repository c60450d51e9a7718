import { nearestCarrier } from '../../case/nearest-carrier.ts';
import { getCarrier, listCarriers } from '../../facts/carriers.ts';
import type { Fact, Facts } from '../../facts/types.ts';
import { finish, inFile } from '../report.ts';
import { padEnd } from '../text-width.ts';

export async function runCarriers(id: string | undefined, options: { json?: boolean }): Promise<number> {
  const json = options.json === true;
  if (id === undefined) {
    const carriers = listCarriers();
    const rows = carriers.map(
      ({ id: name, names }) => `${padEnd(name, 20)}${padEnd(names.zhHans, 28)}${names.ja}`,
    );
    return finish([], json, { carriers }, rows.join('\n'));
  }
  const facts = getCarrier(id);
  if (facts) return finish([], json, { carriers: [facts] }, describeFacts(facts));
  const near = nearestCarrier(id);
  const problem = {
    severity: 'error' as const,
    code: 'unknown-carrier',
    path: 'carrier',
    values: { found: id.slice(0, 60) },
    ...(near === null ? {} : { hint: near }),
  };
  return finish(inFile(undefined, [problem]), json, { carriers: [] }, '');
}

function describeFacts({ carrier, facts, unknown, asOf }: Facts): string {
  const { names, id, officialSite } = carrier;
  const head = `${names.en} (${id})\n${names.zhHans} / ${names.ja}\n${officialSite ?? ''}\nas of ${asOf}\n`;
  const known = Object.values(facts).map(describeFact).join('\n');
  return `${head}\n${known}\nunknown: ${unknown.join(', ') || '-'}\n`;
}

function describeFact({ path, zhHans, ja, confidence, basis, sources, checkedOn, conflict }: Fact): string {
  const lines = [
    `${path}  [${confidence}, ${basis}, ${checkedOn}]`,
    `  ${zhHans}`,
    `  ${ja}`,
    ...(conflict === undefined ? [] : [`  ! ${conflict}`]),
    ...sources.filter(({ url }) => url !== '').map(({ url }) => `  ${url}`),
  ];
  return `${lines.join('\n')}\n`;
}

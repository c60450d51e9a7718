/** Carriers by what people type of their names. */
import { nearestCarrier } from '../case/nearest-carrier.ts';
import { narrow } from '../case/typed-text.ts';
import { listCarriers } from '../facts/carriers.ts';

interface FoundCarrier {
  id: string;
  /** The id and its names, as a list shows them. */
  name: string;
}

/** Those that hold the text, before them the one that is called so; where none holds it, the one that was meant. */
export function findCarriers(term: string): FoundCarrier[] {
  const wanted = narrow(term).toLowerCase();
  const all = listCarriers().map(({ id, names }) => ({ id, name: `${id}  ${names.zhHans} / ${names.ja}` }));
  if (wanted === '') return all;
  const meant = nearestCarrier(wanted);
  const found = all.filter(({ name }) => narrow(name).toLowerCase().includes(wanted));
  if (found.length === 0) return all.filter(({ id }) => id === meant);
  return found.sort((a, b) => Number(b.id === meant) - Number(a.id === meant));
}

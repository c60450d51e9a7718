import type { Case, Channel, NumberPlan } from '../case/types.ts';
import type { ChannelState, ScheduleFacts } from '../facts/types.ts';

export type UsableChannel = Exclude<Channel, 'undecided'>;

/** The carrier of a sheet for whoever it may be. */
const ANY_CARRIER = 'any';

const CHANNELS: readonly UsableChannel[] = ['shop', 'web', 'phone'];
const FROM_ABROAD: readonly UsableChannel[] = ['web', 'phone'];

/** What the carrier offers for what becomes of the number. */
function channelState(
  channel: UsableChannel,
  facts: ScheduleFacts,
  numberPlan: NumberPlan,
): Exclude<ChannelState, 'port-out-only'> {
  const state = facts.channels[channel];
  if (state === 'port-out-only') return numberPlan === 'port-out' ? 'yes' : 'no';
  return state;
}

/** Nobody says where this carrier is cancelled. */
function hasNoChannel({ channels }: ScheduleFacts): boolean {
  return CHANNELS.every((channel) => channels[channel] === 'unknown');
}

/** The channel that the case asks for; null where it asks for none, or for one that the carrier does not offer. */
export function channelAskedFor(customer: Case, facts: ScheduleFacts, carrier: string): UsableChannel | null {
  const asked = customer.visit?.channel ?? 'undecided';
  if (asked === 'undecided') return null;
  if (carrier === ANY_CARRIER) return asked;
  // One has to call and ask.
  if (hasNoChannel(facts)) return asked === 'phone' ? 'phone' : null;
  const numberPlan = customer.line?.numberPlan ?? 'cancel';
  const state = channelState(asked, facts, numberPlan);
  if (state === 'no') return null;
  const offersOther = CHANNELS.some((channel) => channelState(channel, facts, numberPlan) === 'yes');
  return state === 'unknown' && offersOther ? null : asked;
}

/**
 * The channel that the plan and the sheets are made for: the one asked for unless the carrier lacks it, else the first
 * that it has, or has by some of what is known; null where nobody says how. Who has left goes to no shop: the web first.
 */
export function chooseChannel(
  customer: Case,
  facts: ScheduleFacts,
  carrier: string,
  hasLeft: boolean,
): UsableChannel | null {
  const asked = channelAskedFor(customer, facts, carrier);
  if (asked && !hasLeft) return asked;
  const askedFromAbroad = asked === 'shop' ? null : asked;
  // A sheet of any carrier is for a shop until its reader says otherwise.
  if (carrier === ANY_CARRIER) return askedFromAbroad ?? 'shop';
  const numberPlan = customer.line?.numberPlan ?? 'cancel';
  const usable = hasLeft ? FROM_ABROAD : CHANNELS;
  const find = (wanted: ChannelState) =>
    usable.find((channel) => channelState(channel, facts, numberPlan) === wanted);
  return find('yes') ?? askedFromAbroad ?? find('unclear') ?? null;
}

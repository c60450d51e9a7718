// In: the facts of a carrier by path. Out: `ScheduleFacts`, the values that dates are computed with.
// Refuses to decide dates: it hands on what the data says, with the ids of the facts behind it.

import type { ChannelState, Fact, LastMonth, LineEnds, Planned, ScheduleFacts } from './types.ts';

type FactsByPath = Record<string, Fact>;

function planned<T>(facts: FactsByPath, name: string): Planned<T> | undefined {
  const fact = facts[`schedule.${name}`];
  if (!fact) return undefined;
  const derivedFrom = (fact.extra.derivedFrom as string[] | undefined) ?? [];
  return {
    // `plan` holds what a single value can't: a list, a window.
    value: (fact.extra.plan ?? fact.value) as T,
    facts: [fact.id, ...derivedFrom.flatMap((path) => facts[path]?.id ?? [])],
    confidence: fact.confidence,
    assumed: fact.basis === 'none',
  };
}

function needed<T>(facts: FactsByPath, name: string): Planned<T> {
  const value = planned<T>(facts, name);
  if (!value) throw new Error(`schedule.${name} is missing in the data`);
  return value;
}

function channelState(fact: Fact | undefined): ChannelState {
  if (!fact) return 'unknown';
  if (fact.value === true) return 'yes';
  if (fact.value === false) return 'no';
  return fact.value === 'mnp-only' ? 'port-out-only' : 'unclear';
}

/** What not every carrier has. */
const OPTIONAL = [
  'debit',
  'deadline',
  'webCutOff',
  'webHours',
  'countsFrom',
  'shortTermFee',
  'minimumTerm',
  'fullIfEarly',
  'bookingOpensDays',
  'noticeDays',
  'contactDaysBeforeDeparture',
  'parkedDays',
  'simBackBy',
] as const;

export function planFacts(facts: FactsByPath): ScheduleFacts {
  const app = facts['channels.app'];
  const web = app?.value === true ? 'yes' : channelState(facts['channels.web']);
  const paths = ['channels.shop', 'channels.web', 'channels.app', 'channels.phone'];
  const plan: ScheduleFacts = {
    lineEnds: needed<LineEnds>(facts, 'lineEnds'),
    lastMonth: needed<LastMonth>(facts, 'lastMonth'),
    closingDays: needed(facts, 'closingDays'),
    channels: {
      shop: channelState(facts['channels.shop']),
      web,
      phone: channelState(facts['channels.phone']),
    },
    parking: channelState(facts.pauseOption),
    channelFacts: paths.flatMap((path) => facts[path]?.id ?? []),
  };
  for (const name of OPTIONAL) {
    const value = planned<never>(facts, name);
    if (value) plan[name] = value;
  }
  return plan;
}

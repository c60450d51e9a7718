/**
 * Conditions of the tables: a list of which all must hold. `shop` a flag · `!portOut` not · `shop|phone` either ·
 * `schedule:book-shop` the plan has that step · `fact:email` the carrier's data has it · `fact:email=lost` with that
 * value · `account:wechat` the account is named (all of them where none is named) · `warning:code` the plan warns.
 */
import { findFact } from './fact-view.ts';
import type { FillInputs, FlagName, Flags } from './types.ts';

export function conditionsHold(conditions: readonly string[], inputs: FillInputs, flags: Flags): boolean {
  for (const condition of conditions) {
    const holds = condition.includes('|')
      ? condition.split('|').some((term) => termHolds(term, inputs, flags))
      : termHolds(condition, inputs, flags);
    if (!holds) return false;
  }
  return true;
}

function termHolds(term: string, inputs: FillInputs, flags: Flags): boolean {
  if (term.startsWith('!')) return !termHolds(term.slice(1), inputs, flags);
  const colon = term.indexOf(':');
  if (colon < 0) return flagHolds(term, flags);
  const rest = term.slice(colon + 1);
  switch (term.slice(0, colon)) {
    case 'schedule':
      return inputs.schedule.steps.some((step) => step.id === rest);
    case 'warning':
      return inputs.schedule.warnings.some((warning) => warning.code === rest);
    case 'account':
      return hasAccount(inputs, rest);
    case 'fact': {
      const [name = '', value] = rest.split('=');
      const fact = findFact(inputs.facts, name);
      if (fact !== undefined) return value === undefined || String(fact.value) === value;
      // Entries of a list are known by their value: `cautions=cloud-data`.
      return value !== undefined && findFact(inputs.facts, rest) !== undefined;
    }
    default:
      throw new Error(`unknown condition: ${term}`);
  }
}

/** Who names no account is told of all of them. */
function hasAccount({ case: customer }: FillInputs, names: string): boolean {
  const accounts = customer.accounts;
  return accounts === undefined || names.split(',').some((name) => accounts.includes(name));
}

function flagHolds(name: string, flags: Flags): boolean {
  const holds: unknown = flags[name as FlagName];
  if (typeof holds !== 'boolean') throw new Error(`unknown flag: ${name}`);
  return holds;
}

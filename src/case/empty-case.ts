/**
 * The case that a copy for others is made from. It is built from what may be kept, never by taking things away,
 * so an answer that is added to the schema later stays out until somebody lets it in here.
 */
import type { Case, Edition } from './types.ts';

/** `share` keeps the carrier and the kind of case; `blank` keeps the carrier and the kind of sheet. */
export function emptyCase(customer: Case, edition: Edition): Case {
  if (edition === 'personal') return customer;
  const { carrier, line, handset, holder, visit, payment, accounts, print } = customer;
  // The day goes, that there is one stays: without it a copy would no longer be about leaving Japan.
  const reason = customer.reason ?? (customer.departure === undefined ? undefined : 'leaving-japan');
  const kept: Case = { carrier, ...(reason ? { reason } : {}), ...(print ? { print } : {}) };
  if (visit?.channel) kept.visit = { channel: visit.channel };
  if (edition === 'blank') {
    // Its sheets hold what somebody who leaves needs; who stays passes over it.
    kept.reason = 'leaving-japan';
    if (line?.numberPlan) kept.line = { numberPlan: line.numberPlan };
    return kept;
  }
  if (line) {
    const { closingDay, sim, numberPlan, familyLines, homeInternet, pinKnown } = line;
    kept.line = {
      ...(closingDay ? { closingDay } : {}),
      ...(sim ? { sim } : {}),
      ...(numberPlan ? { numberPlan } : {}),
      ...(familyLines === undefined ? {} : { familyLines }),
      ...(homeInternet ? { homeInternet } : {}),
      ...(pinKnown === undefined ? {} : { pinKnown }),
    };
  }
  if (handset) kept.handset = handset;
  if (holder?.visitor) kept.holder = { visitor: holder.visitor };
  if (payment?.method) kept.payment = { method: payment.method };
  if (accounts) kept.accounts = accounts;
  return kept;
}

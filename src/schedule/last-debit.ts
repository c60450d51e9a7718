import type { Day, PaymentMethod } from '../case/types.ts';
import type { DebitDay, DebitWindow, ScheduleFacts } from '../facts/types.ts';
import { nextBankDay } from './bank-days.ts';
import { type Closing, closingOnOrAfter } from './closing-period.ts';
import { inMonth } from './day.ts';

export interface LastDebit {
  from: Day;
  to: Day;
  /** Moved to the next bank business day: it stands on the list of holidays. */
  moved: boolean;
}

function dayAfterClosing(closingDay: Day, { months, day }: DebitDay, moved: boolean): Day {
  const debit = inMonth(closingDay, months, day);
  return moved ? nextBankDay(debit) : debit;
}

function windowFor(
  debit: NonNullable<ScheduleFacts['debit']>['value'],
  method: PaymentMethod | undefined,
  closing: Closing,
): DebitWindow {
  if (method === 'credit-card' || method === 'slip') return debit.other;
  const own = 'monthDay' in closing ? closing.monthDay : 'any';
  return (
    debit.bankAccount.find((window) => window.closing === own || window.closing === 'any') ?? debit.other
  );
}

/** First and last day on which the bill of the period that holds `latestCancellation` may be debited. */
export function lastDebit(
  latestCancellation: Day,
  closing: Closing,
  debit: NonNullable<ScheduleFacts['debit']>['value'],
  method: PaymentMethod | undefined,
): LastDebit {
  const closingDay = closingOnOrAfter(latestCancellation, closing);
  const { first, last, moved } = windowFor(debit, method, closing);
  return {
    from: dayAfterClosing(closingDay, first, moved),
    to: dayAfterClosing(closingDay, last, moved),
    moved,
  };
}

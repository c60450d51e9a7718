/** What every document may print: the case's answers as values, what holds, and how old the facts are. */
import type { DocumentName } from '../case/types.ts';
import { bookedVisit } from './booked-visit.ts';
import { readFlags } from './flags.ts';
import { daysBetween } from './format-date.ts';
import { viewHolder } from './holder-view.ts';
import type { CommonView, FillInputs } from './types.ts';

export function buildCommonView(document: DocumentName, inputs: FillInputs): CommonView {
  const { case: customer, facts, today, edition } = inputs;
  const { holder, line, print } = customer;
  const visit = bookedVisit(inputs);
  const digits = line?.number?.replace(/\D/gu, '') ?? '';
  const ruby = print?.ruby ?? 'furigana';
  return {
    document,
    edition,
    is: readFlags(inputs, daysBetween(facts.asOf, today)),
    today,
    factsAsOf: facts.asOf,
    carrier: {
      id: facts.carrier.id,
      zh: facts.carrier.names.zhHans,
      ja: facts.carrier.names.ja,
      en: facts.carrier.names.en,
      site: facts.carrier.officialSite,
    },
    holder: viewHolder(holder),
    line: {
      number: line?.showNumber === 'full' ? (line.number ?? null) : null,
      lastFour: digits.length >= 4 ? digits.slice(-4) : null,
      contractStart: line?.contractStart ?? null,
    },
    departure: customer.departure ?? null,
    visit: {
      channel: inputs.schedule.plan.channel,
      date: visit?.date ?? null,
      time: visit?.time ?? null,
      shop: visit?.shop ?? null,
    },
    bankAccountCloses: customer.payment?.bankAccountCloses ?? null,
    returnBy: customer.answers?.returnBy ?? null,
    email: customer.contactAfter?.email ?? null,
    print: {
      paper: print?.paper ?? 'A4',
      large: print?.large ?? false,
      fillable: print?.fillable ?? false,
      furigana: ruby === 'furigana' || ruby === 'both',
      pinyin: ruby === 'pinyin' || ruby === 'both',
    },
  };
}

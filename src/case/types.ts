/** Stage 1, case: what the customer answered, checked. A day is 'YYYY-MM-DD' in Japan everywhere outside schedule/ and calendar/. */

export type Day = string;

export type Reason = 'leaving-japan' | 'switching' | 'unused' | 'other';
export type Channel = 'shop' | 'web' | 'phone' | 'undecided';
export type ClosingDay = 10 | 20 | 'end' | 'unknown';
export type NumberPlan = 'cancel' | 'port-out' | 'park';
export type PaymentMethod = 'bank-account' | 'credit-card' | 'slip' | 'unknown';
export type Visitor = 'self' | 'family' | 'proxy' | 'with-interpreter';
export type Paper = 'A4' | 'B5' | 'A3' | 'Letter';
export type RubyChoice = 'none' | 'furigana' | 'pinyin' | 'both';
export type Edition = 'personal' | 'share' | 'blank';
export type DocumentName = 'checklist' | 'memo' | 'letter';

/** A key that was not answered is absent: it prints as a line to fill in by hand. */
export interface Case {
  carrier: string;
  reason?: Reason;
  departure?: Day;
  line?: {
    number?: string;
    showNumber?: 'last-four' | 'full';
    contractStart?: Day;
    closingDay?: ClosingDay;
    sim?: 'physical' | 'esim';
    numberPlan?: NumberPlan;
    familyLines?: boolean;
    homeInternet?: 'none' | 'same-carrier' | 'other';
    pinKnown?: boolean;
  };
  handset?: {
    instalments?: 'none' | 'remaining' | 'unknown';
    returnProgramme?: boolean;
    boughtBefore202110?: boolean;
  };
  holder?: {
    nameRoman?: string;
    nameKanji?: string;
    nameKana?: string;
    visitor?: Visitor;
    residenceUntil?: Day;
  };
  visit?: { channel?: Channel; date?: Day; time?: string; shop?: string };
  payment?: { method?: PaymentMethod; bankAccountCloses?: Day };
  papers?: string[];
  print?: { paper?: Paper; large?: boolean; ruby?: RubyChoice; fillable?: boolean };
  accounts?: string[];
  contactAfter?: { email?: string };
  /** What the clerk wrote on the memo; plans made after the visit start from it. */
  answers?: Answers;
}

export interface Answers {
  lineEnds?: Day;
  cancellationFeeYen?: number;
  lastDebit?: Day;
  lastDebitYen?: number;
  lastDebitIsEstimate?: boolean;
  receiptNumber?: string;
  completedAt?: string;
  instalmentsUntil?: Day;
  instalmentsYen?: number;
  accountOpenUntil?: Day;
  overseasContact?: string;
  returnBy?: Day;
  mnpCode?: string;
  mnpCodeExpires?: Day;
}

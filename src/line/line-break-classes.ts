/**
 * Line_Break classes of UAX #14 17.0 after LB1; QUi and QUf are quotation marks of category Pi and Pf,
 * XP and XA unassigned pictographs that are else ID and AL, DC is the dotted circle. Constants of a file that imports nothing:
 * only for such does the build put the number where the name stands.
 */
export const AL = 0;
export const CM = 1;
export const BA = 2;
export const LF = 3;
export const BK = 4;
export const CR = 5;
export const SP = 6;
export const EX = 7;
export const QU = 8;
export const PR = 9;
export const PO = 10;
export const OP = 11;
export const CP = 12;
export const IS = 13;
export const HY = 14;
export const SY = 15;
export const NU = 16;
export const CL = 17;
export const NL = 18;
export const GL = 19;
export const AI = 20;
export const QUi = 21;
export const BB = 22;
export const QUf = 23;
export const HH = 24;
export const HL = 25;
export const JL = 26;
export const JV = 27;
export const JT = 28;
export const NS = 29;
export const AK = 30;
export const VI = 31;
export const AS = 32;
export const ID = 33;
export const VF = 34;
export const ZW = 35;
export const ZWJ = 36;
export const B2 = 37;
export const IN = 38;
export const WJ = 39;
export const DC = 40;
export const EB = 41;
export const CJ = 42;
export const H2 = 43;
export const H3 = 44;
export const CB = 45;
export const AP = 46;
export const XP = 47;
export const RI = 48;
export const EM = 49;
export const XA = 50;

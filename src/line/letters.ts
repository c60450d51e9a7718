/** From the first kana to the last unified ideograph of the BMP: no digit, and no mark that forms know. */
export const FIRST_LETTER = 0x3041;
export const LAST_LETTER = 0x9fff;

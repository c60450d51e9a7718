/** Both documents leave 40 MB behind them: with a factor of 2 that is fourteen collections, with this one seven. */
export const YOUNG_GENERATION_GROWTH = 8;

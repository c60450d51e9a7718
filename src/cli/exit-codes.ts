/** Done; warnings included. */
export const EXIT_DONE = 0;
/** Our mistake. */
export const EXIT_OURS = 1;
/** The input has Problems of severity `error`. */
export const EXIT_INPUT = 2;
/** Stopped from outside, as shells tell it. */
export const EXIT_STOPPED = 130;

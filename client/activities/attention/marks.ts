import type { Pronoun } from '#shared/activities/attention/pronouns';

/** The end of a query: a mark for each pronoun where all of them are in one picture. */
export type QueryMark = 'disc' | 'triangle' | 'square';

/** Around (0, 0), in the drawing's units. */
export const marks: Readonly<Record<QueryMark, string>> = {
  disc: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z',
  triangle: 'M0 -9L8.5 6H-8.5Z',
  square: 'M-6.5 -6.5H6.5V6.5H-6.5Z',
};

export const markOf: Readonly<Record<Pronoun, QueryMark>> = { her: 'disc', him: 'triangle', them: 'square' };

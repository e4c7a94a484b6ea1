import { plainDigits } from '#shared/digits';

/** A room's code has this many digits; it is entered at the last one. */
export const DIGITS = 6;

/** The digits of what was typed or pasted, in whatever script: "Codice: 482 913" and "٤٨٢٩١٣" are 482913. */
export const digitsOf = (typed: string): string => plainDigits(typed).replace(/\D/g, '').slice(0, DIGITS);

export const isWhole = (code: string): boolean => code.length === DIGITS;

/** A configuration has no more options than these. */
const LETTERS = 'ABCDEF';

/** The letter by which a class speaks of an option: that of its place in the configuration, which is the projector's order. */
export const letterOf = (place: number): string => LETTERS.charAt(place);

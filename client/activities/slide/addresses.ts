/** An address as one says it: without its scheme, and without the stroke at its end. */
export const spoken = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Whose page it is, in the fewest letters. */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');

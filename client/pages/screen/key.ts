/** The projector's key, in the fragment so that it never reaches a log; null if the address lacks it. */
export const keyOf = (hash: string): string | null => /^#key=([A-Za-z0-9_-]{22,64})$/.exec(hash)?.[1] ?? null;

/** An address as it has to be typed: with its http://, because browsers try https first where nothing is said. */
export const asTyped = (address: string): string => address.replace(/\/$/, '');

/** A code as people read it aloud: two groups of three. */
export const grouped = (code: string): string => `${code.slice(0, 3)}\u2009${code.slice(3)}`;

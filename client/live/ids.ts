const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random characters of base64url, six bits each, from the browser's generator (which plain http has too). */
function characters(count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
}

/** A secret of 192 bits: a seat's token, a ticket. */
export const newSecret = (): string => characters(32);

/** The id of a command, 132 bits: two phones never make the same one. */
export const newCommandId = (): string => characters(22);

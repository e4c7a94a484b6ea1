/** A code that a room could have, drawn by lot: a rehearsal begins at the server to which its code leads. */
export function anyCode(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(100_000 + (drawn % 900_000));
}

/**
 * The secret in `#ticket=...`, which moves a seat to this phone. It is taken out of the address, so that a reload or
 * a shared link does not spend it again.
 */
export function ticketOf(from: Location): string | null {
  const ticket = /^#ticket=([A-Za-z0-9_-]{22,64})$/.exec(from.hash)?.[1] ?? null;
  if (ticket !== null) history.replaceState(null, '', from.pathname);
  return ticket;
}

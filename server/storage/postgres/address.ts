/** Whether DATABASE_URL means a PostgreSQL. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/**
 * Whether it has a host and the name of a database there. A `/`, `?` or `#` in a password that is not written as %2F, %3F
 * or %23 makes another address of it, which could be said aloud.
 */
export function isAddress(text: string): boolean {
  if (!isPostgres(text) || !URL.canParse(text)) return false;
  const { host, pathname, hash } = new URL(text);
  return host !== '' && hash === '' && /^\/[^/@]+$/.test(pathname);
}

/** Whether all that it asks for is about TLS: anything else would take the place of what our connections ask for. */
export const asksForTlsAlone = (address: string): boolean =>
  [...new URL(address).searchParams.keys()].every((name) => name.startsWith('ssl'));

/** What may be said of an address: where it leads, without its user and password. */
export function whereOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${url.host}${url.pathname}` : 'DATABASE_URL';
}

/** What the system or the database said: of a host with several addresses, what the first one said. */
export function reasonFrom(error: unknown): string {
  if (error instanceof AggregateError) return reasonFrom(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

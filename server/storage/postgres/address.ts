/** Whether DATABASE_URL means a PostgreSQL. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/** The folder of a socket on this computer, where no host stands in front of the database's name; null: there is none. */
function socketIn({ host, searchParams }: URL): string | null {
  const folder = host === '' ? searchParams.get('host') : null;
  return folder?.startsWith('/') ? folder : null;
}

/**
 * Whether it has a host, or the folder of a socket, and the name of a database there. A `/`, `?` or `#` in a password that
 * is not written as %2F, %3F or %23 makes another address of it, which could be said aloud.
 */
export function isAddress(text: string): boolean {
  if (!isPostgres(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.host !== '' || socketIn(url) !== null) && url.hash === '' && /^\/[^/@]+$/.test(url.pathname);
}

/** What may stand behind the `?` of an address without a host. */
const OF_SOCKET = ['host', 'port', 'user'];

/**
 * Whether all that it asks for behind its `?` is about TLS, or says which socket: anything else would take the place of
 * what our connections ask for.
 */
export function asksForNoMore(address: string): boolean {
  const url = new URL(address);
  const also = socketIn(url) === null ? [] : OF_SOCKET;
  return [...url.searchParams.keys()].every((name) => name.startsWith('ssl') || also.includes(name));
}

/** What may be said of an address: where it leads, without its user and password. */
export function whereOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${socketIn(url) ?? decodeURIComponent(url.host)}${url.pathname}` : 'DATABASE_URL';
}

/** What the system or the database said: of a host with several addresses, what the first one said. */
export function reasonFrom(error: unknown): string {
  if (error instanceof AggregateError) return reasonFrom(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

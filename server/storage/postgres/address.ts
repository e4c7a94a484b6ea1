/** Whether DATABASE_URL means a PostgreSQL. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

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

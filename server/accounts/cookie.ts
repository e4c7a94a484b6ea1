import type { CookieSerializeOptions } from '@fastify/cookie';

/** How long a browser stays signed in, in seconds: 30 days. */
export const LASTS = 30 * 24 * 60 * 60;

/** Browsers take the prefix only over https, and then only from this very host. */
const OVER_HTTPS = '__Host-trainoff';
const OVER_HTTP = 'trainoff';

/** The cookie's name; `secure` over https. */
export const cookieName = (secure: boolean): string => (secure ? OVER_HTTPS : OVER_HTTP);

/** Out of reach of scripts and of other pages' requests. */
export const cookieFlags = (secure: boolean): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
});

/** The token among a request's cookies; behind a proxy both spellings may come, and the safer one counts. */
export function tokenIn(cookies: Readonly<Record<string, string | undefined>>): string | null {
  return cookies[OVER_HTTPS] ?? cookies[OVER_HTTP] ?? null;
}

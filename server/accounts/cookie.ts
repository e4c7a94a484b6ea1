import type { CookieSerializeOptions } from '@fastify/cookie';

/** How long a browser stays signed in, in seconds: 30 days. */
export const LASTS = 30 * 24 * 60 * 60;

/** What a request brings along, by name. */
export type CookiesOf = Readonly<Record<string, string | undefined>>;

/** Whether a browser takes a cookie of that name over https alone. */
export const isSecure = (name: string): boolean => name.startsWith(HOST);

/** Browsers take the prefix only over https, and then only from this very host. */
const HOST = '__Host-';
const BASE = 'trainoff';

/** Out of reach of scripts and of other pages' requests. */
export const cookieFlags = (secure: boolean): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
});

/** A cookie in both spellings; behind a proxy both may come, and the safer one counts. */
class Named {
  constructor(private readonly name: string) {}

  spelt(secure: boolean): string {
    return secure ? HOST + this.name : this.name;
  }

  in(cookies: CookiesOf): string | null {
    return cookies[this.spelt(true)] ?? cookies[this.spelt(false)] ?? null;
  }

  /** The names under which it has come. */
  come(cookies: CookiesOf): string[] {
    return [this.spelt(true), this.spelt(false)].filter((name) => cookies[name] !== undefined);
  }
}

/** A sign-in's token as a browser brought it. `old`: under the name from before names told installations apart. */
export interface Brought {
  readonly token: string;
  readonly old: boolean;
}

/** The names of an installation's cookies. */
export class Cookies {
  readonly signIn: Named;
  /** The mark of a browser that signed in before. */
  readonly device: Named;
  /** The mark of a browser in which somebody plays. */
  readonly phone: Named;
  /** What the sign-in's was called up to version 0.1. */
  readonly old = new Named(BASE);

  constructor(installation: string) {
    this.signIn = new Named(`${BASE}-${installation}`);
    this.device = new Named(`${BASE}-device-${installation}`);
    this.phone = new Named(`${BASE}-phone-${installation}`);
  }

  /** Every sign-in that a browser brings, also one that another of them hides, by the cookie's name. */
  all(cookies: CookiesOf): ReadonlyMap<string, string> {
    const names = [...this.signIn.come(cookies), ...this.old.come(cookies)];
    return new Map(names.map((name) => [name, cookies[name] ?? '']));
  }

  /** The old name counts where there is no new one, so that an upgrade signs nobody out. */
  brought(cookies: CookiesOf): Brought | null {
    const token = this.signIn.in(cookies);
    if (token !== null) return { token, old: false };
    const before = this.old.in(cookies);
    return before === null ? null : { token: before, old: true };
  }
}

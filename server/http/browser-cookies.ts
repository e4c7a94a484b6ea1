import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../accounts/browsers';
import { cookieFlags, isSecure, LASTS, type Cookies, type CookiesOf } from '../accounts/cookie';
import { MARK_LASTS } from '../accounts/device-marks';
import { PHONE_MARK_LASTS, type PhoneMarks } from '../accounts/phone-marks';

/** The cookies that an answer gives to the browser that asked. */
export class BrowserCookies {
  /** Over https by our own certificate, or as a trusted proxy says. */
  readonly #secure: boolean;
  readonly #came: CookiesOf;

  constructor(
    private readonly names: Cookies,
    request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {
    this.#secure = request.protocol === 'https';
    this.#came = request.cookies;
  }

  /** It is signed in. */
  admit({ token, mark, ended }: Admission): void {
    this.#signIn(token, ended);
    this.mark(mark);
  }

  /** It is known from now on. */
  mark(mark: string): void {
    this.#set(this.names.device.spelt(this.#secure), mark, MARK_LASTS);
  }

  /** Somebody may play in it: it has a mark from now on, unless it has one. */
  phone(marks: PhoneMarks): void {
    if (marks.read(this.names.phone.in(this.#came)) === null)
      this.#set(this.names.phone.spelt(this.#secure), marks.issue(), PHONE_MARK_LASTS);
  }

  /** It goes on being signed in, under the name that tells installations apart. */
  rename(): void {
    const brought = this.names.brought(this.#came);
    if (brought?.old) this.#signIn(brought.token, [brought.token]);
  }

  /** It is known, but signed in no more. `ended`: the tokens that were this server's. */
  signOut(ended: readonly string[]): void {
    this.#clear(ended, null);
  }

  #signIn(token: string, ended: readonly string[]): void {
    const name = this.names.signIn.spelt(this.#secure);
    this.#set(name, token, LASTS);
    this.#clear(ended, name);
  }

  /** Under the old name only what this server has given: that of another one on this host is that server's. */
  #clear(ended: readonly string[], except: string | null): void {
    const own = new Set(this.names.signIn.come(this.#came));
    for (const [name, token] of this.names.all(this.#came))
      if (name !== except && (own.has(name) || ended.includes(token)))
        this.reply.clearCookie(name, cookieFlags(isSecure(name)));
  }

  #set(name: string, value: string, maxAge: number): void {
    this.reply.setCookie(name, value, { ...cookieFlags(this.#secure), maxAge });
  }
}

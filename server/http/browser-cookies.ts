import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../accounts/browsers';
import { cookieFlags, LASTS, type Brought, type Cookies } from '../accounts/cookie';
import { MARK_LASTS } from '../accounts/device-marks';

/** The cookies that an answer gives to the browser that asked. */
export class BrowserCookies {
  /** Over https by our own certificate, or as a trusted proxy says. */
  readonly #secure: boolean;
  readonly #brought: Brought | null;

  constructor(
    private readonly names: Cookies,
    request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {
    this.#secure = request.protocol === 'https';
    this.#brought = names.brought(request.cookies);
  }

  /** It is signed in. */
  admit({ token, mark, replaces }: Admission): void {
    this.#set(this.names.signIn.spelt(this.#secure), token, LASTS);
    this.mark(mark);
    if (replaces) this.#dropOld();
  }

  /** It is known from now on. */
  mark(mark: string): void {
    this.#set(this.names.device.spelt(this.#secure), mark, MARK_LASTS);
  }

  /** It goes on being signed in, under the name that tells installations apart. */
  rename(): void {
    if (!this.#brought?.old) return;
    this.#set(this.names.signIn.spelt(this.#secure), this.#brought.token, LASTS);
    this.#dropOld();
  }

  /** It is known, but signed in no more. `was`: it was signed in here. */
  signOut(was: boolean): void {
    this.#clear(this.names.signIn.spelt(this.#secure));
    if (was) this.#dropOld();
  }

  /** Only the one of this installation: that of another server on this host is that server's. */
  #dropOld(): void {
    if (this.#brought?.old) this.#clear(this.names.old.spelt(this.#secure));
  }

  #set(name: string, value: string, maxAge: number): void {
    this.reply.setCookie(name, value, { ...cookieFlags(this.#secure), maxAge });
  }

  #clear(name: string): void {
    this.reply.clearCookie(name, cookieFlags(this.#secure));
  }
}

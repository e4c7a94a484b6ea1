import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Addresses } from '#shared/api';
import { err, ok, type Result } from '#shared/result';
import type { News, Told } from '../storage/news';
import type { Storage } from '../storage/prisma/open';
import { lanAddresses } from './lan';

/** Where picks are kept, one a teacher. */
const PICKS = 'address/';

/** All interfaces, however they are spelt. */
const EVERYWHERE = new Set(['::', '0.0.0.0']);

const isLoopback = (hostname: string) =>
  /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname);

export interface Listening {
  readonly host: string | null;
  readonly publicUrl: string | null;
  readonly https: boolean;
  /** Known once the server listens. */
  readonly port: () => number;
  /** The teacher whose session it is. */
  readonly hostOf: (session: string) => string | null;
}

/** By which addresses phones can reach this server, and which of them a session's QR says. */
export class AddressBook {
  readonly #listening: Listening;
  readonly #settings: Storage['settings'];
  readonly #news: News | null;
  #picks: ReadonlyMap<string, string>;
  #onBug: (error: unknown) => void = () => undefined;
  /** The origin by which a session's desk was opened last, if phones can open it too. */
  readonly #opened = new Map<string, string>();

  private constructor(
    listening: Listening,
    settings: Storage['settings'],
    news: News | null,
    picks: ReadonlyMap<string, string>,
  ) {
    this.#listening = listening;
    this.#settings = settings;
    this.#news = news;
    this.#picks = picks;
  }

  /** `news`: by which other servers hear of a pick; null: there are none. */
  static async open(
    listening: Listening,
    { settings }: Storage,
    news: News | null = null,
  ): Promise<AddressBook> {
    return new AddressBook(listening, settings, news, await settings.under(PICKS));
  }

  /** Follows what teachers pick at other servers; `changed` hears of whom, null: of anybody. */
  follow(changed: (teacher: string | null) => void, onBug: (error: unknown) => void): void {
    this.#onBug = onBug;
    const again = async (teacher: string | null) => {
      this.#picks = await this.#settings.under(PICKS);
      changed(teacher);
    };
    const told = (news: Told) => {
      if (news.what === 'address') void again(news.teacher).catch(onBug);
    };
    this.#news?.hear({ told, missed: () => void again(null).catch(onBug) });
  }

  /** What a browser on this very computer opens. */
  get local(): string {
    return this.#at('localhost');
  }

  /** The addresses that do not depend on who asks, the likeliest first. */
  get own(): string[] {
    const { publicUrl, host } = this.#listening;
    if (publicUrl !== null) return [publicUrl];
    if (host !== null && !EVERYWHERE.has(host)) return [this.#at(isIPv6(host) ? `[${host}]` : host)];
    const found = lanAddresses(networkInterfaces()).map((address) => this.#at(address));
    return found.length > 0 ? found : [this.local];
  }

  /** Remembers the host by which a desk was opened. */
  open(session: string, host: string, protocol: string): void {
    const origin = this.#reachable(`${protocol}://${host}`);
    if (origin !== null) this.#opened.set(session, origin);
  }

  /** The address that a session's QR says; `host` is that of a connection, if there is one, `teacher` whose session it is. */
  for(session: string, host?: string, teacher = this.#listening.hostOf(session)): string {
    const offered = this.#offered(session, host);
    const pick = this.#picks.get(teacher ?? '');
    return pick !== undefined && offered.includes(pick) ? pick : (offered[0] ?? this.local);
  }

  list(session: string, teacher: string): Pick<Addresses, 'addresses' | 'picked'> {
    return { addresses: this.#offered(session), picked: this.for(session, undefined, teacher) };
  }

  /** Keeps a teacher's choice for this session and the ones after it; only what was offered can be picked. */
  async pick(session: string, teacher: string, address: string): Promise<Result<null, 'bad-packet'>> {
    const origin = URL.canParse(address) ? new URL(address).origin : '';
    if (!this.#offered(session).includes(origin)) return err('bad-packet');
    await this.#settings.set(PICKS + teacher, origin);
    this.#picks = new Map([...this.#picks, [teacher, origin]]);
    // It is kept: servers that were not told read it with the next pick that they hear of.
    await this.#news?.tell({ what: 'address', teacher }).catch(this.#onBug);
    return ok(null);
  }

  #offered(session: string, host?: string): string[] {
    if (this.#listening.publicUrl !== null) return this.own;
    const asked = host === undefined ? null : this.#reachable(this.#at(host, ''));
    const opened = this.#opened.get(session) ?? asked;
    return [...new Set(opened === null ? this.own : [opened, ...this.own])];
  }

  #at(hostname: string, port = `:${this.#listening.port()}`): string {
    const url = `${this.#listening.https ? 'https' : 'http'}://${hostname}${port}`;
    return URL.canParse(url) ? new URL(url).origin : url;
  }

  #reachable(url: string): string | null {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    return parsed && !isLoopback(parsed.hostname) ? parsed.origin : null;
  }
}

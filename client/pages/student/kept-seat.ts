import type { CommandPacket } from '#shared/protocol';
import type { OwnPlace } from '#shared/session/views';
import type { Text } from '#shared/text';
import type { Shelf } from '../../live/courier';
import { newSecret } from '../../live/ids';
import type { Kept } from '../../live/kept';

/** How one did, for looking back at once the session is over. */
export interface KeptResult {
  readonly title: Text;
  readonly name: string;
  /** A phone that kept it before shares were told has none. */
  readonly place: (Omit<OwnPlace, 'share'> & Partial<Pick<OwnPlace, 'share'>>) | null;
  readonly counted: number;
}

const PREFIX = 'trainoff.play.';
/** Codes are used again some day; nothing of an old lesson may turn up in a new one. */
const STALE_AFTER = 7 * 24 * 60 * 60 * 1_000;

/** What this phone keeps of one room: the seat's secret, answers under way, drafts, the result. */
export class KeptSeat {
  constructor(
    private readonly code: string,
    private readonly store: Kept,
    private readonly wall: () => number = () => Date.now(),
  ) {
    const since = Number(this.#read('since') ?? 0);
    if (this.wall() - since > STALE_AFTER) this.forget();
    if (this.#read('since') === null) this.#write('since', String(this.wall()));
  }

  /** The secret that is this seat; made at the first call. */
  token(): string {
    return this.#read('token') ?? this.#fresh();
  }

  /**
   * A new secret, for a seat that moves here; the old one comes back if the move is refused. What the old seat had
   * still to send, or had set, must not count for the new one.
   */
  changeToken(): void {
    this.shelf.save([]);
    this.#forget(`${this.#key('draft')}.`);
    const before = this.#read('token');
    if (before !== null) this.#write('token-before', before);
    this.#fresh();
  }

  restoreToken(): boolean {
    const before = this.#read('token-before');
    if (before === null) return false;
    this.#write('token', before);
    this.#erase('token-before');
    return true;
  }

  draft(step: number): unknown {
    return this.#json(`draft.${step}`);
  }

  keepDraft(step: number, draft: unknown): void {
    this.#write(`draft.${step}`, JSON.stringify(draft));
  }

  result(): KeptResult | null {
    return (this.#json('result') as KeptResult | undefined) ?? null;
  }

  keepResult(result: KeptResult): void {
    this.#write('result', JSON.stringify(result));
  }

  /** Somebody sits here: worth an offer to come back. */
  keepSeated(): void {
    this.#write('seated', 'yes');
  }

  /** The outbox of this room. */
  readonly shelf: Shelf = {
    load: () => (this.#json('outbox') as CommandPacket<unknown>[] | undefined) ?? [],
    save: (packets) => this.#write('outbox', JSON.stringify(packets)),
  };

  /** Everything of this room, the seat included. */
  forget(): void {
    this.#forget(this.#key(''));
  }

  #forget(prefix: string): void {
    for (const key of this.store.keys()) if (key.startsWith(prefix)) this.store.forget(key);
  }

  #fresh(): string {
    const token = newSecret();
    this.#write('token', token);
    return token;
  }

  #json(name: string): unknown {
    const text = this.#read(name);
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  readonly #key = (name: string) => `${PREFIX}${this.code}.${name}`;
  readonly #read = (name: string) => this.store.read(this.#key(name));
  readonly #write = (name: string, value: string) => this.store.write(this.#key(name), value);
  readonly #erase = (name: string) => this.store.forget(this.#key(name));
}

/** The room that this phone sat down in last, within a day. */
export function lastRoom(store: Kept, wall = Date.now()): string | null {
  const rooms = store
    .keys()
    .filter((key) => key.startsWith(PREFIX) && key.endsWith('.since'))
    .map((key) => ({ code: key.slice(PREFIX.length, -'.since'.length), since: Number(store.read(key)) }))
    .filter(({ code, since }) => wall - since < STALE_AFTER / 7 && hasSeat(store, code))
    .sort((a, b) => b.since - a.since);
  return rooms[0]?.code ?? null;
}

const hasSeat = (store: Kept, code: string) => store.read(`${PREFIX}${code}.seated`) !== null;

import type { Journal } from '../../journal';
import type { SessionLog } from '../../storage/log/port';
import type { Clock } from '../clock';
import type { Rooms } from '../rooms';
import type { Shut, Standing } from '../standing';
import { GAP } from '../waking-clock';
import { sendAllAway } from './drained';
import { Heads } from './heads';

/** Others have the sessions by then, ms: so long without an answer of the log, and this server stands back. */
export const AWAY = 3_000;

/** How often it is looked whether somebody else has written to a session that is here, ms. */
const LOOK = 1_000;

/** When a log that was away is asked again, ms. */
const ASK_AGAIN = 500;

export interface OneOfManyPorts {
  readonly log: Pick<SessionLog, 'heads' | 'probe'>;
  /** For how long the log has answered nothing, ms. */
  readonly silent: () => number;
  readonly rooms: Pick<Rooms, 'held' | 'byCode' | 'letGo'>;
  readonly clock: Clock;
  /** How long it may take to send all rooms away at the end, ms. */
  readonly drainWithin: number;
  readonly journal: Journal;
  readonly onBug: (error: unknown) => void;
}

/**
 * A server among others with the same log. Nobody tells it which sessions are its own: it has those that people come for,
 * and stands back from one as soon as the log shows that somebody else writes there, or from all of them once it cannot
 * know that any more (docs/decisions/0067).
 */
export class OneOfMany implements Standing {
  readonly #heads: Heads;
  readonly #listeners: ((shut: Shut | null) => void)[] = [];
  #shut: Shut | null = null;
  #seen: number;
  #comparing = false;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly ports: OneOfManyPorts) {
    this.#heads = new Heads(ports.log);
    this.#seen = ports.clock.now();
    this.#watch();
  }

  get shut(): Shut | null {
    this.#notice();
    return this.#shut;
  }

  readonly onShut = (listener: (shut: Shut | null) => void): void => void this.#listeners.push(listener);

  readonly catchUp = async (code: string): Promise<void> => {
    const id = this.ports.rooms.byCode(code)?.id;
    if (id !== undefined && this.ports.rooms.held().some((held) => held.id === id))
      await Promise.all(this.#compared(await this.#inTime(this.#heads.of([id])), [id]));
  };

  readonly drain = async (): Promise<void> => {
    this.#set('server-stopping');
    await sendAllAway(this.ports);
  };

  readonly close = (): void => {
    this.#closed = true;
    this.#cancel();
  };

  #watch(): void {
    this.#cancel = this.ports.clock.after(LOOK, () => {
      this.#look();
      if (!this.#closed) this.#watch();
    });
  }

  #look(): void {
    this.#notice();
    if (this.#shut === 'server-moved') return;
    if (this.ports.silent() >= AWAY) this.#standBack('log');
    else if (!this.#comparing) void this.#compare();
  }

  /** A process that has not run for a while cannot know what has become of its sessions. */
  #notice(): void {
    const now = this.ports.clock.now();
    const gap = now - this.#seen;
    this.#seen = now;
    if (gap > GAP) this.#standBack('gap');
  }

  /** Never rejects: a log that does not answer is noticed by its silence. */
  async #compare(): Promise<void> {
    this.#comparing = true;
    const ids = this.ports.rooms.held().map(({ id }) => id);
    // An answer that came before its time may have been about one session alone.
    const asked = this.ports.silent() >= LOOK ? this.ports.log.probe() : null;
    try {
      void this.#compared(await this.#heads.of(ids), ids);
    } catch {
      // It is asked again at the next look.
    }
    await asked;
    this.#comparing = false;
  }

  /** Stands back from each of these sessions to which others have written, or which somebody has erased. */
  #compared(heads: ReadonlyMap<string, number>, ids: readonly string[]): Promise<void>[] {
    const { rooms, journal } = this.ports;
    const asked = new Set(ids);
    // What was appended here while the log was asked counts.
    const behind = rooms.held().filter(({ id, seq }) => asked.has(id) && (heads.get(id) ?? Infinity) > seq);
    return behind.map(({ id }) => {
      journal({ event: 'room-moved', session: id });
      return rooms.letGo(id);
    });
  }

  #standBack(why: 'log' | 'gap'): void {
    if (this.#shut !== null) return;
    const { clock, journal, rooms } = this.ports;
    const since = clock.now();
    journal({ event: 'stood-back', why, rooms: rooms.held().length });
    this.#set('server-moved');
    // Not from here: whoever asks whether the doors are shut is in the middle of something.
    clock.after(0, () => void this.#comeBack(since).catch(this.ports.onBug));
  }

  async #comeBack(since: number): Promise<void> {
    const { rooms, clock, journal } = this.ports;
    await Promise.all(rooms.held().map(({ id }) => rooms.letGo(id)));
    while (!this.#closed && !(await this.#answers()))
      await new Promise<void>((resolve) => clock.after(ASK_AGAIN, resolve));
    if (this.#closed || this.#shut !== 'server-moved') return;
    this.#set(null);
    journal({ event: 'standing-again', ms: Math.round(clock.now() - since) });
  }

  /** Whether the log takes and tells something. */
  async #answers(): Promise<boolean> {
    const { log } = this.ports;
    const told = this.#heads.of([]).then(
      () => true,
      () => false,
    );
    return (await log.probe()) && (await told);
  }

  #set(shut: Shut | null): void {
    this.#shut = shut;
    for (const listener of this.#listeners) listener(shut);
  }

  #inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const cancel = this.ports.clock.after(AWAY, () => reject(new Error('the log does not answer')));
      void answer.then(resolve, reject).finally(cancel);
    });
  }
}

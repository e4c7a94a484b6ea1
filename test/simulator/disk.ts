import { EVENT_VERSION, type LoggedEvent, type SessionEvent } from '#shared/session/events';
import { memoryLog } from '../../server/storage/log/memory';
import type { Appended, Entry, SessionLog } from '../../server/storage/log/port';
import type { Chance } from './chance';
import { SESSION, type World } from './world';

type Outcome = Awaited<ReturnType<SessionLog['append']>>;

interface Pending {
  readonly commit: () => Promise<Outcome>;
}

const failed: Outcome = { outcome: 'failed' satisfies Appended, at: null };

/**
 * A disk that is slow, sometimes fails, sometimes writes and cannot say so, and goes on being there when the server
 * is not. What it holds is the truth of a simulation.
 */
export class Disk {
  readonly events: LoggedEvent[] = [];
  readonly #kept = memoryLog();
  readonly #chance: Chance;
  #pending = new Set<Pending>();

  constructor(private readonly world: World) {
    this.#chance = world.chance('disk');
  }

  get seq(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  holds(command: string): boolean {
    return this.events.some((record) => record.command === command);
  }

  names(session: string): Promise<ReadonlyMap<string, string>> {
    return this.#kept.names(session);
  }

  /** Writes at once: how a simulation begins. */
  async write(entries: readonly Entry[]): Promise<Outcome> {
    const outcome = await this.#kept.append(entries);
    if (outcome.outcome === 'durable') this.events.push(...entries.flatMap(({ events }) => events));
    return outcome;
  }

  /** Another server that believes it owns the session was faster: the next append of this one is a conflict. */
  async elsewhere(command: string, event: SessionEvent): Promise<void> {
    const record = {
      seq: this.seq + 1,
      at: this.events.at(-1)?.at ?? 0,
      version: EVENT_VERSION,
      command,
      event,
    };
    await this.write([{ session: SESSION, events: [record], claim: null, release: null }]);
  }

  /** The log as one server process sees it; `alive` says whether that process still runs. */
  openedBy(alive: () => boolean): SessionLog {
    const later = <T>(from: number, to: number, work: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        this.world.timeline.after(this.#chance.between(from, to), () => {
          if (alive()) work().then(resolve, reject);
        });
      });
    const read = <T>(work: () => Promise<T>) => {
      const broken = this.world.fault(this.#chance, 0.1);
      return later(1, 30, () => (broken ? Promise.reject(new Error('unreadable')) : work()));
    };
    return {
      append: (entries) => this.#append(entries, later),
      read: (session, after) => read(() => this.#kept.read(session, after)),
      names: (session) => read(() => this.#kept.names(session)),
      running: () => read(() => this.#kept.running()),
      find: (key) => read(() => this.#kept.find(key)),
      heads: (sessions) => read(() => this.#kept.heads(sessions)),
      erase: (session, what, seat) => this.#kept.erase(session, what, seat),
      probe: () => this.#kept.probe(),
      close: () => Promise.resolve(),
    };
  }

  /** The process dies: of what it was writing, some is on the disk and some is not. */
  async crash(): Promise<void> {
    const pending = [...this.#pending];
    this.#pending = new Set();
    for (const { commit } of pending) if (this.#chance.happens(0.5)) await commit();
  }

  #append(
    entries: readonly Entry[],
    later: (from: number, to: number, work: () => Promise<Outcome>) => Promise<Outcome>,
  ): Promise<Outcome> {
    const slow = this.world.fault(this.#chance, 0.15);
    const broken = this.world.fault(this.#chance, 0.08);
    const mute = this.world.fault(this.#chance, 0.02);
    const pending: Pending = { commit: () => (broken ? Promise.resolve(failed) : this.write(entries)) };
    this.#pending.add(pending);
    return later(0.3, slow ? 2_000 : 12, async () => {
      this.#pending.delete(pending);
      const outcome = await pending.commit();
      return mute ? failed : outcome;
    });
  }
}

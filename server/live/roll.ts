import type { Sessions } from '../storage/prisma/sessions';
import type { Settings } from '../storage/prisma/settings';
import type { Clock } from './clock';
import type { PutAside } from './put-aside';
import type { Rooms } from './rooms';

/** How often it is written down how many students a session has, ms. */
const WRITE_EVERY = 10_000;

/** Under what it stands that a session cannot be read, by its id. */
const ASIDE = 'aside/';

export interface RollPorts {
  readonly rooms: Pick<Rooms, 'held' | 'get'>;
  readonly sessions: Pick<Sessions, 'seated'>;
  readonly settings: Pick<Settings, 'remove'>;
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
}

/**
 * What the list of sessions says of those that run here, for who asks another server: written now and then, and only what
 * has changed.
 */
export class Roll {
  /** Students as they were written last. */
  #written = new Map<string, number>();
  #writing: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly ports: RollPorts) {
    this.#later();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#writing;
  }

  #later(): void {
    const { clock, onBug } = this.ports;
    this.#cancel = clock.after(WRITE_EVERY, () => {
      this.#writing = this.#write()
        .catch(onBug)
        .then(() => {
          if (!this.#closed) this.#later();
        });
    });
  }

  async #write(): Promise<void> {
    const { rooms, sessions, settings } = this.ports;
    const before = this.#written;
    this.#written = new Map();
    for (const { id } of rooms.held()) {
      const now = await rooms.get(id)?.facts();
      if (!now) continue;
      // Who has it has read it.
      if (!before.has(id)) await settings.remove(ASIDE + id);
      if (before.get(id) !== now.students) await sessions.seated(id, now.students);
      this.#written.set(id, now.students);
    }
  }
}

/** Writes down for all servers that one of them cannot read a session. */
export const tellAside =
  ({ set }: Pick<Settings, 'set'>) =>
  ({ session, why }: PutAside): Promise<void> =>
    set(ASIDE + session, why);

/** It is gone, or can be read again. */
export const untellAside =
  ({ remove }: Pick<Settings, 'remove'>) =>
  (session: string): Promise<void> =>
    remove(ASIDE + session);

/** Those that some server cannot read. */
export async function toldAside({ under }: Pick<Settings, 'under'>): Promise<ReadonlySet<string>> {
  return new Set((await under(ASIDE)).keys());
}

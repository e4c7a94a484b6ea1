import type { Clock } from '../clock';
import type { LiveSocket } from './person';
import { sendAway } from './wire';

/** How often it is looked whether a sign-in still holds, ms: it may expire, or be ended by another server. */
const LOOK = 1_000;

export interface DesksPorts {
  readonly clock: Clock;
  /** The teacher whose sign-in that is; null: it is over. */
  readonly holderOf: (signIn: string) => Promise<string | null>;
  readonly onBug: (error: unknown) => void;
}

/** The desks that are open, by the sign-in that opened each: they end with it. */
export class Desks {
  readonly #open = new Map<string, Set<LiveSocket>>();
  /** A desk may be on its way in while its sign-in ends. */
  readonly #over = new Set<string>();
  #cancel: (() => void) | null = null;
  #closed = false;

  constructor(private readonly ports: DesksPorts) {}

  /** One more; false if its sign-in is over, and then it was sent away. */
  enter(signIn: string, socket: LiveSocket): boolean {
    if (this.#over.has(signIn)) {
      sendAway(socket, 'signed-out');
      return false;
    }
    this.#open.set(signIn, (this.#open.get(signIn) ?? new Set()).add(socket));
    this.#watch();
    return true;
  }

  leave(signIn: string, socket: LiveSocket): void {
    const open = this.#open.get(signIn);
    open?.delete(socket);
    if (open?.size === 0) this.#open.delete(signIn);
  }

  /** Tells the desks of these sign-ins that they are over, and closes them. */
  end(signIns: readonly string[]): void {
    for (const signIn of signIns) {
      this.#over.add(signIn);
      for (const socket of [...(this.#open.get(signIn) ?? [])]) sendAway(socket, 'signed-out');
    }
  }

  /** Looks no more: the server stops. */
  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  #watch(): void {
    this.#cancel ??= this.ports.clock.after(LOOK, () => {
      void this.#look()
        .catch(this.ports.onBug)
        .then(() => {
          this.#cancel = null;
          if (this.#open.size > 0 && !this.#closed) this.#watch();
        });
    });
  }

  async #look(): Promise<void> {
    for (const signIn of [...this.#open.keys()])
      if ((await this.ports.holderOf(signIn)) === null) this.end([signIn]);
  }
}

import type { Clock } from '../clock';
import { Quiet } from './quiet';
import { Afterglow } from './afterglow';

interface Ports {
  readonly clock: Pick<Clock, 'after'>;
  /** Nobody has been there for long. */
  readonly letGo: (session: string) => void;
  /** It has ended, and nobody looks at it any more. */
  readonly forget: (session: string) => void;
}

/** How long sessions stay on this server: those in which nobody is, and those that have ended. */
export class Stays {
  readonly #quiet: Quiet;
  readonly #afterglow: Afterglow;

  constructor({ clock, letGo, forget }: Ports) {
    this.#quiet = new Quiet(clock, letGo);
    this.#afterglow = new Afterglow(clock, forget);
  }

  /** Somebody has come for it, or has gone: without any connection it stays for a while from now on. */
  count({ id, connections }: { readonly id: string; readonly connections: number }): void {
    if (connections > 0) this.#quiet.end(id);
    else this.#quiet.begin(id);
  }

  ended(session: string): void {
    this.#afterglow.begin(session);
  }

  /** Its end was taken back. */
  takenUp(session: string): void {
    this.#afterglow.end(session);
  }

  /** It is not here any more. */
  gone(session: string): void {
    this.#afterglow.end(session);
    this.#quiet.end(session);
  }

  /** Lets go of none any more. */
  stop(): void {
    this.#quiet.stop();
  }
}

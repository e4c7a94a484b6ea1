import type { Clock } from '../clock';
import type { Outrun } from '../outrun';
import { LogAway } from './away';

/** How often it is told of, ms: whoever is refused calls again at once. */
const TOLD_EVERY = 60_000;

/** The loads that came to nothing, since another server went on writing to the session. */
export class Outruns {
  #told = -Infinity;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly onOutrun: (session: string) => void,
  ) {}

  /** What whoever has come for it is told: another server has it. */
  met(cause: Outrun): LogAway {
    const now = this.clock.now();
    if (now - this.#told >= TOLD_EVERY) {
      this.#told = now;
      this.onOutrun(cause.session);
    }
    return new LogAway(cause);
  }
}

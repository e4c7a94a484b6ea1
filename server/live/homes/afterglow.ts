import type { Clock } from '../clock';

/** How long an ended session stays at hand for phones that still look at the podium, ms. */
const AFTERGLOW = 2 * 3_600_000;

/** The sessions that have ended and are still here. */
export class Afterglow {
  /** What takes back that one goes, by its id. */
  readonly #going = new Map<string, () => void>();

  constructor(
    private readonly clock: Pick<Clock, 'after'>,
    private readonly go: (session: string) => void,
  ) {}

  /** It has ended. */
  begin(session: string): void {
    this.end(session);
    this.#going.set(
      session,
      this.clock.after(AFTERGLOW, () => this.go(session)),
    );
  }

  /** Its end was taken back, or it is gone. */
  end(session: string): void {
    this.#going.get(session)?.();
    this.#going.delete(session);
  }
}

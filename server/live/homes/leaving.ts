import type { Clock } from '../clock';
import { Once } from './once';

/** The sessions that are being let go of: whoever comes for one of them meanwhile waits until that is over. */
export class Leaving {
  readonly #rooms = new Once<void>();

  constructor(private readonly clock: Pick<Clock, 'soon'>) {}

  /** Settles what is under way, and says goodbye once that has been told. */
  async leave(room: { readonly id: string; readonly letGo: () => Promise<void> }, farewell: () => void) {
    await this.#rooms.ask(room.id, async () => {
      await room.letGo();
      await new Promise<void>((told) => (this.clock.soon ? this.clock.soon(told) : told()));
      farewell();
    });
  }

  /** Resolves once a session is let go of, if it is being so. */
  async left(session: string): Promise<void> {
    await this.#rooms.at(session);
  }

  /** Resolves once all are. */
  async idle(): Promise<void> {
    await Promise.all(this.#rooms.all());
  }
}

import type { TopRow, ScreenView } from '#shared/session/views';
import { pause, within } from '../faults/within';
import { Player } from '../support/player';

/** Where a projector calls. */
export interface ScreenAddress {
  readonly url: string;
  readonly build: string;
  readonly id: string;
  readonly code: string;
  readonly key: string;
}

const BREATH = 200;

/** Longer than the longest trouble and the way back from it, s. */
const PATIENCE = 60;

/** A projector that calls again whenever its line breaks. */
export class Projector {
  #line: Player<ScreenView> | null = null;

  constructor(private readonly address: ScreenAddress) {}

  /** The board that it shows once it shows the one of this step, or the podium (null). */
  async board(step: number | null): Promise<readonly TopRow[]> {
    const shows = ({ common }: Player<ScreenView>) => {
      const stage = common?.stage;
      return step === null ? stage?.at === 'podium' : stage?.at === 'board' && stage.step === step;
    };
    const what = `the projector showing ${step === null ? 'the podium' : `the board of step ${step}`}`;
    const line = await within(PATIENCE, what, this.#see(shows));
    return line.common?.top ?? [];
  }

  close(): void {
    this.#line?.close();
  }

  async #see(holds: (screen: Player<ScreenView>) => boolean): Promise<Player<ScreenView>> {
    for (;;) {
      const line = await this.#connected();
      const broken = new Promise<false>((resolve) => line.socket.once('disconnect', () => resolve(false)));
      const seen =
        line.socket.connected && (await Promise.race([line.until(holds).then(() => true), broken]));
      if (seen) return line;
      await pause(BREATH);
    }
  }

  async #connected(): Promise<Player<ScreenView>> {
    if (this.#line?.socket.connected) return this.#line;
    this.#line?.close();
    const { url, build, id, code, key } = this.address;
    this.#line = new Player<ScreenView>(url, { role: 'screen', session: id, key, code }, { build });
    await within(PATIENCE, 'an answer to a projector that calls', this.#line.arrived());
    return this.#line;
  }
}

import type { Ack, Frame } from '../../protocol';
import { changed } from './changes';
import type { OwnView } from './types';

/** What one receiver has been shown so far, put together from the frames of its line. */
export class Shown<View extends object> {
  common: View | null = null;
  private told: OwnView | null = null;

  /** Its step's view is here also where all see the same, which is told with what is common. */
  get own(): OwnView | null {
    const { told, common } = this;
    const { activity } = (common ?? {}) as { readonly activity?: unknown };
    return told?.step ? { ...told, step: { ...told.step, view: told.step.view ?? activity } } : told;
  }

  /** Frames come in order, the first one of a line whole. */
  frame(frame: Frame<View>): void {
    if (frame.whole) {
      this.common = frame.common;
      this.told = frame.own;
      return;
    }
    if (this.common && frame.common) this.common = changed(this.common, frame.common);
    if (this.told && frame.own) this.told = changed(this.told, frame.own);
  }

  /** The ack of an answer says what has changed for its seat. */
  ack(ack: Ack): void {
    if (this.told && ack.ok && ack.own) this.told = changed(this.told, ack.own);
  }
}

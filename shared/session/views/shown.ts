import type { Ack, Frame } from '../../protocol';
import { changed } from './changes';
import type { OwnView } from './types';

/** What one receiver has been shown so far, put together from the frames of its line. */
export class Shown<View extends object> {
  common: View | null = null;
  own: OwnView | null = null;

  /** Frames come in order, the first one of a line whole. */
  frame(frame: Frame<View>): void {
    if (frame.whole) {
      this.common = frame.common;
      this.own = frame.own;
      return;
    }
    if (this.common && frame.common) this.common = changed(this.common, frame.common);
    if (this.own && frame.own) this.own = changed(this.own, frame.own);
  }

  /** The ack of an answer says what has changed for its seat. */
  ack(ack: Ack): void {
    if (this.own && ack.ok && ack.own) this.own = changed(this.own, ack.own);
  }
}

/** Frames that may wait for one slow reader; it comes back and gets the state of that moment. */
const MOST_FRAMES = 64;

/** Bytes that may wait for one reader, whatever they are. A desk's greeting in a hall of 3,000 has a quarter of it. */
export const MOST_WAITING = 2_000_000;

/**
 * Bytes of them that a client has asked for by itself: pongs, acks, refusals. The acks of twenty trainings that are
 * sent at once, each of which tells of all before it, came to 31 kB.
 */
export const MOST_ANSWERS = 256_000;

/** What a packet costs beside its text: whoever has it wait keeps more than its bytes. */
const WRAPPING = 32;

/** What waits for one reader, on the way from us to the kernel. It is looked at before more is written. */
export class Backlog {
  /** What carries it, and still holds what the kernel has not taken; null: long polling, where it waits here. */
  carrier: { readonly bufferedAmount: number } | null = null;
  #queued = 0;
  #frames = 0;
  /** What answers cost that nobody has read, and how much of it is still queued. */
  #answers = 0;
  #queuedAnswers = 0;

  get waiting(): number {
    return this.#queued + (this.carrier?.bufferedAmount ?? 0);
  }

  /** One frame of ours more; false if the reader is too far behind. */
  frame(bytes: number): boolean {
    if (this.#frames >= MOST_FRAMES || this.waiting > MOST_WAITING) return false;
    this.#frames += 1;
    this.#queued += bytes;
    return true;
  }

  /** One answer more to what the client sent; false if too many of them have not been read. */
  answer(bytes: number): boolean {
    const fits = this.pong(bytes);
    this.#queued += bytes;
    this.#queuedAnswers += bytes + WRAPPING;
    return fits;
  }

  /** The same for what is not queued but written. */
  pong(bytes: number): boolean {
    const { waiting } = this;
    if (waiting === 0) this.#answers = 0;
    this.#answers += bytes + WRAPPING;
    return this.#answers <= MOST_ANSWERS && waiting <= MOST_WAITING;
  }

  /** All that was queued has been given to what carries it, and so what it was given before has left. */
  flushed(): void {
    this.#answers = this.#queuedAnswers;
    this.#queued = this.#frames = this.#queuedAnswers = 0;
  }
}

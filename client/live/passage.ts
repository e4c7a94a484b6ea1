import type { Kept } from './kept';

/**
 * How a call may get through: by websocket; by long polling, which turns into a websocket where that is possible; or
 * by long polling alone.
 */
export type Way = 'websocket' | 'polling' | 'polling-alone';

/** What carries a connection right now. */
export type Transport = 'websocket' | 'polling';

const KEY = 'trainoff-transport';

/** A websocket that ends by itself before it is this old, ms, was perhaps ended by what filters the network. */
const BRIEF = 60_000;
/** So many of these in a row, and the next call does without a websocket. */
const ENOUGH = 2;

/**
 * What gets through on the network of this device, as far as its calls have shown. Most networks take websockets, which
 * are faster. Some filters of schools refuse them, let them hang, or let them open and then drop what they carry.
 */
export class Passage {
  #brief = 0;

  constructor(private readonly store: Pick<Kept, 'read' | 'write' | 'forget'>) {}

  /** The ways for the next call, in the order in which it tries them. */
  get ways(): readonly Way[] {
    if (this.#brief >= ENOUGH) return ['polling-alone'];
    return this.store.read(KEY) === 'polling' ? ['polling', 'websocket'] : ['websocket', 'polling'];
  }

  /** A connection is up, or has changed its transport. */
  cameUp(transport: Transport): void {
    if (transport === 'polling') this.store.write(KEY, transport);
    else this.store.forget(KEY);
  }

  /** A connection that was up has ended, and nobody wanted it to. */
  broke(transport: Transport, age: number): void {
    this.#brief = transport === 'websocket' && age < BRIEF ? this.#brief + 1 : 0;
  }
}

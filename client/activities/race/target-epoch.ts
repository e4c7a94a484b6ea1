import { epochDue, timeOf } from './tempo';

/** How far a run should be: by its own time while it runs, by single steps while it does not. */
export class TargetEpoch {
  /** ms of the run, as `epochDue` counts them. */
  #time = 0;
  #stepTo = 0;

  /** Stands at `epoch`, and wants no more. */
  rest(epoch: number): void {
    this.#stepTo = epoch;
  }

  /** Runs on from `epoch` of `epochs`, which has been shown: the next one is due at once. */
  run(epoch: number, epochs: number): void {
    this.#time = timeOf(epochs, epoch + 1);
  }

  /** So many ms of a run have gone by. */
  pass(ms: number): void {
    this.#time += ms;
  }

  /** One epoch more than was wanted before, within the run. */
  step(epoch: number, epochs: number): void {
    this.#stepTo = Math.min(epochs, Math.max(this.#stepTo, epoch) + 1);
  }

  /** The epoch that is due now. */
  due(running: boolean, epochs: number): number {
    return running ? epochDue(epochs, this.#time) : this.#stepTo;
  }
}

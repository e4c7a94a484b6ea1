import type { DeskView, Pulse } from '#shared/session/views';
import type { Player } from '../support/player';
import { deskOf } from './desk';
import type { Hall } from './hall';
import { within } from './within';

type Count = NonNullable<Pulse['training']>;

/** How long all of a round may take to be trained, s. */
const PATIENCE = 60;

/** What a desk is told of how many networks are trained, over as many lives of the server as it takes. */
export class Progress {
  readonly told: Count[] = [];
  #line: Player<DeskView> | null = null;

  constructor(private readonly hall: Hall) {}

  /** Looks, on a line of its own, until the server ends. */
  async look(): Promise<void> {
    this.#line?.close();
    this.#line = deskOf(this.hall);
    this.#line.socket.on('pulse', ({ training }) => {
      if (training) this.told.push(training);
    });
    await this.#line.arrived();
  }

  /** Waits until the desk is told that all of so many are trained. */
  reaches(all: number): Promise<void> {
    const seen = this.#line?.until(({ pulse }) => pulse?.training?.done === all) ?? Promise.resolve();
    return within(PATIENCE, `the desk seeing ${all} trained`, seen);
  }

  close(): void {
    this.#line?.close();
  }
}

/** What is wrong with the counts of a step in which `total` were sent: they only grow, and end with all of all. */
export function judged(told: readonly Count[], total: number): string[] {
  const beyond = told.filter(({ done, of }) => done > of || of > total);
  const back = told.filter(({ done, of }, i) => {
    const before = told[i - 1];
    return before !== undefined && (done < before.done || of < before.of);
  });
  const last = told.at(-1);
  return [
    ...beyond.map(({ done, of }) => `the desk was told ${done} of ${of}, and there are ${total}`),
    ...back.map(({ done, of }) => `the desk was told ${done} of ${of} after it had been told more`),
    ...(last?.done === total && last.of === total
      ? []
      : [`the desk was told ${last?.done} of ${last?.of} in the end, and there are ${total}`]),
  ];
}

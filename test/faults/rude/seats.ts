import type { Ack } from '#shared/protocol';
import { markFrom } from '../../../demo/mark';
import { inFlight } from '../../load/in-flight';
import { ownIdea } from './ideas';
import { freshToken } from '../../support/player';
import { stepsNamed } from '../lecture';
import { RawWire } from '../raw-wire';
import { helloOf, type Attack, type Round } from './attack';

const AT_ONCE = 25;

/** What every seat asks to be trained. */
const IDEAS = 5;

/** A device that takes as many seats as it can. */
class Taker {
  seats = 0;
  refused = 0;
  accepted = 0;
  readonly #wires: RawWire[] = [];
  readonly #began = performance.now();

  constructor(
    private readonly round: Round,
    private readonly cookie: string | null,
  ) {}

  get seconds(): number {
    return (performance.now() - this.#began) / 1_000;
  }

  async takeAll(): Promise<void> {
    const numbers = Array.from({ length: this.round.many }, (_, i) => i);
    await inFlight(numbers, AT_ONCE, async (i) => {
      if (this.seconds < this.round.seconds) await this.#take(i);
    });
  }

  /** Every seat has something else trained, and again. */
  async train(step: number): Promise<void> {
    await inFlight([...this.#wires.entries()], AT_ONCE, async ([i, wire]) => {
      for (let k = 0; k < IDEAS; k++) {
        const submission = ownIdea(IDEAS * i + k);
        const ack = await ask(wire, k + 1, { type: 'submit', step, submission });
        if (ack?.ok) this.accepted += 1;
      }
    });
  }

  leave(): void {
    for (const wire of this.#wires) wire.destroy();
  }

  async #take(i: number): Promise<void> {
    const { target, name } = this.round;
    const wire = RawWire.upgraded(
      target.url,
      target.code,
      this.cookie === null ? {} : { cookie: this.cookie },
    );
    await wire.until(() => wire.heard.length > 0);
    wire.say(helloOf(target, freshToken()));
    await wire.until(() => wire.heard.some((text) => text.startsWith('4')));
    const ack = await ask(wire, 0, { type: 'join', name: `${name} ${i}` });
    if (ack?.ok) this.#wires.push(wire);
    else wire.destroy();
    if (ack?.ok) this.seats += 1;
    else this.refused += 1;
  }
}

/** Null: the line was cut. */
async function ask(wire: RawWire, id: number, request: object): Promise<Ack | null> {
  const begins = `43${id}[`;
  wire.say(`42${id}${JSON.stringify(['command', { id: freshToken(), request }])}`);
  const found = () => wire.heard.find((text) => text.startsWith(begins));
  await wire.until(() => found() !== undefined);
  const text = found();
  return text === undefined ? null : (JSON.parse(text.slice(begins.length - 1)) as [Ack])[0];
}

/** What one device may have: so many at once, and one more each `every` s. */
interface May {
  readonly cookie: (url: string) => Promise<string | null>;
  readonly atOnce: number;
  readonly every: number;
}

const unmarked: May = { cookie: () => Promise.resolve(null), atOnce: 100, every: 2 };
const marked: May = { cookie: markFrom, atOnce: 10, every: 10 };

/** Takes seats as fast as it can, each with a secret of its own. */
const taking = ({ cookie, atOnce, every }: May): Attack => ({
  row: 4,
  many: { short: 300, long: 3_000 },
  isKept: true,
  seconds: { short: 10, long: 40 },
  play: async (round) => {
    const taker = new Taker(round, await cookie(round.target.url));
    await taker.takeAll();
    const { seats, refused, seconds } = taker;
    taker.leave();
    const most = atOnce + Math.ceil(seconds / every) + 1;
    const told = `${seats} seats in ${seconds.toFixed(1)} s, ${refused} refused`;
    const faults =
      seats <= most ? [] : [`one device had ${seats} seats, and ${most} are allowed in that time`];
    return { end: 'kept', told, faults };
  },
});

export const seatsWithoutMark = taking(unmarked);
export const seatsOfOneMark = taking(marked);

/** What may wait of one device at once, and what may have been trained meanwhile. */
const WAITING = 32;

/** Takes seats, and has five networks of each trained, all different and as dear as they may be. */
export const trainings: Attack = {
  row: 4,
  many: { short: 60, long: 200 },
  isKept: true,
  races: true,
  seconds: { short: 10, long: 30 },
  play: async (round) => {
    const taker = new Taker(round, null);
    await taker.takeAll();
    const since = performance.now();
    const [step = 0] = stepsNamed('gara-xor');
    await taker.train(step);
    const seconds = (performance.now() - since) / 1_000;
    const { seats, accepted } = taker;
    // They stay: who leaves has asked for it all the same.
    const told = `${seats} seats, ${accepted} trainings of ${seats * IDEAS} accepted in ${seconds.toFixed(1)} s`;
    const faults =
      seats * IDEAS > 2 * WAITING && accepted === seats * IDEAS
        ? ['all that one device asked for was accepted']
        : [];
    return { end: 'kept', told, faults };
  },
};

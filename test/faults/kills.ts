import type { Stage } from '#shared/session/events';
import { rng, type Rng } from '#shared/rng';
import { quantile } from '../load/figures';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { pause } from './within';

/** A choice, a perceptron whose drafts are shown, a race that trains; then others of each kind. */
const SHORT = ['programmare-o-imparare', 'and', 'gara-xor'];
const LONG = [...SHORT, 'quattro-nuvole', 'or', 'cerchio-con-bolletta'];

/** The longest that the server lives once all are back, and, of one in four, from its start on, ms. */
const LIFE = 1_200;
const SHORT_LIFE = 300;

/** SIGKILL at any moment while a class answers: what was acked is there, once, and everybody comes back. */
export const kills: Fault = {
  play: (form) => (form.long ? play(form, 54, 60, LONG) : play(form, 4, 30, SHORT)),
};

/** Ends the server again and again, as long as it is told to go on. */
class Killer {
  /** From the start of a server to the last phone that is back, ms; of those that lived so long. */
  readonly returns: number[] = [];
  kills = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly hall: Hall,
    private readonly crowd: Crowd,
    private readonly random: Rng,
    private readonly total: number,
  ) {}

  async run(): Promise<void> {
    const { server } = this.hall;
    while (this.kills < this.total) {
      await pause(this.random.unit() * LIFE);
      await this.kill();
      await server.restart();
      for (; this.random.below(4) === 0 && this.kills < this.total; await server.restart()) {
        await pause(this.random.unit() * SHORT_LIFE);
        await this.kill();
      }
      const since = performance.now();
      await this.crowd.back();
      this.returns.push(performance.now() - since);
    }
  }

  /** Resolves once so many kills have been. */
  reached(kills: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.kills < kills) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  private async kill(): Promise<void> {
    await this.hall.server.kill();
    this.kills += 1;
    for (const look of [...this.#waiting]) look();
  }
}

async function play(
  { seed, say }: Form,
  total: number,
  phones: number,
  names: readonly string[],
): Promise<Taken> {
  const hall = await openHall(lecture);
  const crowd = new Crowd(hall.address, phones, seed);
  const desk = new SteadyDesk(hall);
  const killer = new Killer(hall, crowd, rng(seed, 'kills'), total);
  try {
    await crowd.join();
    const answering = crowd.answer();
    const killing = killer.run();
    await Promise.race([playAll(desk, crowd, killer, names, total), failing(killing), failing(answering)]);
    await killing;
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await hall.server.stop();
    const verdict = crowd.heldAgainst(await hall.written());
    const { acked, lost, doubled } = verdict;
    const back = (killer.returns.reduce((a, b) => Math.max(a, b), 0) / 1_000).toFixed(1);
    const usual = (quantile(killer.returns, 0.5) / 1_000).toFixed(1);
    say(
      `${killer.kills} SIGKILLs, ${phones} phones: ${acked} answers acked, ${lost} lost, ${doubled} doubled`,
    );
    say(`the last phone was back ${usual} s after a restart, ${back} s at most`);
    return {
      findings: verdict.findings,
      figures: [
        { name: 'faults.lost', value: lost, unit: 'answers' },
        { name: 'faults.doubled', value: doubled, unit: 'answers' },
      ],
    };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
  }
}

/** Never resolves, but rejects with `work`. */
const failing = (work: Promise<unknown>): Promise<never> =>
  new Promise((_, reject) => void work.catch((error: unknown) => reject(error as Error)));

/** Steps share the kills, so that some fall into openings, closings and reveals as well. */
async function playAll(
  desk: SteadyDesk,
  crowd: Crowd,
  killer: Killer,
  names: readonly string[],
  total: number,
) {
  let stage: Stage = { at: 'lobby' };
  for (const [i, step] of stepsNamed(...names).entries()) {
    const enough = Math.floor((total * (i + 1)) / names.length);
    stage = await playStep(desk, crowd, stage, step, () => killer.reached(enough));
  }
}

import type { Stage } from '#shared/session/events';
import { rng, type Rng } from '#shared/rng';
import { dearIdea, idea } from '../load/racing';
import { Crowd } from './crowd';
import { SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { judged, Progress } from './progress';
import { runsHeldAgainst } from './scored';
import type { Witness } from './witness';

const PHONES = 30;

/**
 * How often everybody sends another network in each race (a race of the lecture allows five), which ones, and how often
 * the server is killed meanwhile: once or twice.
 */
const SHORT = { races: ['gara-xor'], rounds: 1, network: idea, kills: 1 };
const LONG = { races: ['gara-xor', 'cerchio-con-bolletta'], rounds: 5, network: dearIdea, kills: 2 };
type Size = typeof SHORT;

/** SIGKILL among the jobs of a race: every submission has one result, the right one, on the disk and on its phone. */
export const training: Fault = { play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const size = long ? LONG : SHORT;
  const hall = await openHall(lecture);
  const crowd = new Crowd(hall.address, PHONES, seed);
  const desk = new SteadyDesk(hall);
  const race = new Race(hall, crowd, rng(seed, 'training'), size);
  try {
    await crowd.join();
    let stage: Stage = { at: 'lobby' };
    for (const step of stepsNamed(...size.races))
      stage = await playStep(desk, crowd, stage, step, () => race.run(step));
    await desk.drive({ type: 'end' });
    await crowd.seeEnd();
    await hall.server.stop();
    const written = await hall.written();
    const histories = crowd.phones.map((one) => one.history);
    const { submissions, results, findings } = runsHeldAgainst(histories, written.events);
    const { acked, lost, doubled, findings: others } = crowd.heldAgainst(written);
    const told = race.kills.map(({ acks, scored }) => `${acks}/${scored}`).join(' ');
    say(`${race.kills.length} SIGKILLs, when so many were acked and so many scored, of ${PHONES}: ${told}`);
    say(`${acked} acked, ${submissions} submissions in the log, ${results} results, all trained again here`);
    say(`${lost} lost, ${doubled} doubled; the desk was told ${race.told} counts, up to ${race.most}`);
    return { findings: [...race.findings, ...findings, ...others] };
  } finally {
    race.close();
    desk.close();
    crowd.leave();
    await hall.server.remove();
  }
}

/** Thirty networks at once, again and again; the server is killed in each round. */
class Race {
  /** How far the round was at each kill. */
  readonly kills: { readonly acks: number; readonly scored: number }[] = [];
  readonly findings: string[] = [];
  /** Counts that the desk was told, and the highest of them. */
  told = 0;
  most = 0;
  #progress: Progress | null = null;

  constructor(
    private readonly hall: Hall,
    private readonly crowd: Crowd,
    private readonly random: Rng,
    private readonly size: Size,
  ) {}

  async run(step: number): Promise<void> {
    const progress = new Progress(this.hall);
    this.#progress = progress;
    await progress.look();
    for (let round = 0; round < this.size.rounds; round++) await this.#round(step, round, progress);
    this.findings.push(...judged(progress.told, PHONES * this.size.rounds));
    this.told += progress.told.length;
    this.most = Math.max(this.most, ...progress.told.map(({ done }) => done));
    progress.close();
  }

  close(): void {
    this.#progress?.close();
  }

  /** Kills while acks come, so that some have to send again, or while results do; or one and then the other. */
  async #round(step: number, round: number, progress: Progress): Promise<void> {
    const { phones } = this.crowd;
    const { network, kills } = this.size;
    const acks = new Counted(phones.map((one, i) => one.answer(step, network(round * PHONES + i))));
    const scored = new Counted(phones.map((one) => one.until('its result', () => scoredOf(one) > round)));
    const first = kills === 1 ? this.random.below(2) : 0;
    for (const happened of [acks, scored].slice(first, first + kills)) {
      await happened.reaches(1 + this.random.below(PHONES / 2));
      this.kills.push({ acks: acks.count, scored: scored.count });
      await this.hall.server.kill();
      await this.hall.server.restart();
      await progress.look();
    }
    await Promise.all([acks.all, scored.all, progress.reaches(PHONES * (round + 1))]);
  }
}

const scoredOf = ({ phone }: Witness): number =>
  phone.own?.step?.runs.filter(({ state }) => state === 'done').length ?? 0;

/** How many of some things have happened. */
class Counted {
  count = 0;
  readonly all: Promise<unknown>;
  readonly #watchers = new Set<() => void>();

  constructor(things: readonly Promise<unknown>[]) {
    this.all = Promise.all(things.map((thing) => thing.then(() => this.#happened())));
    // Whoever waits for `all` hears of it.
    this.all.catch(() => undefined);
  }

  reaches(count: number): Promise<void> {
    const reached = new Promise<void>((resolve) => {
      const look = () => {
        if (this.count >= count) resolve();
      };
      this.#watchers.add(look);
      look();
    });
    return Promise.race([reached, this.all.then(() => undefined)]);
  }

  #happened(): void {
    this.count += 1;
    for (const look of this.#watchers) look();
  }
}

import type { Evidence } from '#shared/activities/activity';
import type { BoundActivity } from '#shared/activities/bound';
import { bindStep } from '#shared/activities/registry';
import type { Step } from '#shared/lessons/lesson';
import { derive, rng, type Rng, type Seed } from '#shared/rng';
import { trainByKernel } from './kernel';
import { SEED } from './session';
import { bestOfEight, byChance, inPlace, shareIn, type Together } from './together';

/** Seats whose scores make a mean; what is trained for real has fewer. */
const SEATS = 28 * 18;
const TRAINED = 30;
/** As many sit in one class. */
const CLASS = 28;

export const bots = ['random', 'best', 'constant', 'knows', 'neighbour', 'projector', 'givesUp'] as const;
export type Bot = (typeof bots)[number];

/** What each bot is worth on average at a step; null where a student cannot be like that. */
export type Worth = Readonly<Record<Bot, number | null>>;

type Playable = BoundActivity & {
  readonly answers: NonNullable<BoundActivity['answers']>;
  readonly grades: NonNullable<BoundActivity['grades']>;
};

/** The activity of a step that is graded; null: this one is not. */
export function playable(step: Step): Playable | null {
  const made = bindStep(step);
  if (!made.ok) throw new Error(made.error);
  const { answers, grades } = made.value;
  return answers && grades ? { ...made.value, answers, grades } : null;
}

const secret = derive(SEED, 'secret');
const seats = Array.from({ length: SEATS }, (_, i) => derive(SEED, `seat/${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** One step, played by many seats of each kind. */
class Table {
  readonly #seats: readonly Seed[];
  readonly #trained = new Map<string, number>();

  constructor(
    private readonly id: string,
    private readonly activity: Playable,
  ) {
    this.#seats = activity.trains ? seats.slice(0, TRAINED) : seats;
  }

  /** Equal configurations of a race train to the same bits: once is enough. */
  #score(seat: Seed, submission: unknown): number {
    const { trains, grades } = this.activity;
    if (!trains) return grades.grade(submission, { seat, secret }).score;
    const key = JSON.stringify(submission);
    const known = this.#trained.get(key);
    if (known !== undefined) return known;
    const evidence: Evidence = { seat, secret, result: trainByKernel(trains.job(submission, secret)) };
    const { score } = grades.grade(submission, evidence);
    this.#trained.set(key, score);
    return score;
  }

  /** What somebody sends gets at their own seat, on average. */
  #mean(name: string, sends: (seat: Seed, i: number, random: Rng) => unknown): number {
    return mean(
      this.#seats.map((seat, i) => this.#score(seat, sends(seat, i, rng(SEED, `${this.id}/${name}/${i}`)))),
    );
  }

  /** Of three tries the best, where somebody may try again and see which was best. */
  #best(): number | null {
    const { answers, trains } = this.activity;
    if (answers.counts === 'first') return null;
    const tries = this.#seats.map((seat, i) =>
      [0, 1, 2].map((j) => {
        // Three of those that were trained anyway.
        const n = trains ? 3 * (i % (TRAINED / 3)) + j : i;
        const label = trains ? `${this.id}/random/${n}` : `${this.id}/best/${n}/${j}`;
        return this.#score(seat, answers.bots.random(rng(SEED, label), seat));
      }),
    );
    return mean(tries.map((three) => Math.max(...three)));
  }

  /** In each class half know and half guess, and one more looks at the projector. */
  #projector(): number | null {
    const { bots: class_, fromProjector } = this.activity.answers;
    if (!fromProjector) return null;
    const positions = (first: number) =>
      seats.slice(first, first + CLASS).map((seat, i) => ({
        ...{ seat, result: null },
        submission: class_[i % 2 ? 'random' : 'knows'](rng(SEED, `${this.id}/class/${first}/${i}`), seat),
      }));
    return this.#mean('projector', (seat, i, random) =>
      fromProjector(positions(i - (i % CLASS)), { seat, secret }, random),
    );
  }

  worth(): Worth {
    const { bots: by, givesUp } = this.activity.answers;
    const neighbourOf = (i: number) => seats[(i + 1) % this.#seats.length] ?? '';
    return {
      random: this.#mean('random', (seat, _, random) => by.random(random, seat)),
      best: this.#best(),
      constant: this.#mean('constant', (seat, _, random) => by.constant(random, seat)),
      knows: this.#mean('knows', (seat, _, random) => by.knows(random, seat)),
      neighbour: this.#mean('neighbour', (_seat, i, random) => by.knows(random, neighbourOf(i))),
      projector: this.#projector(),
      givesUp: givesUp && this.#mean('givesUp', (seat, _, random) => givesUp(random, seat)),
    };
  }
}

const isTogether = (activity: Playable): activity is Playable & Together => activity.together !== null;

/** A step whose class is reckoned together: in each class one seat is a bot, and all others guess. */
class TogetherTable {
  constructor(
    private readonly id: string,
    private readonly activity: Playable & Together,
  ) {}

  #mean(name: string, scoreIn: (class_: readonly unknown[], i: number) => number): number {
    return mean(
      seats
        .slice(0, TRAINED * 2)
        .map((_, i) => scoreIn(byChance(this.activity, `${this.id}/${name}/${i}`, CLASS), i)),
    );
  }

  #score(class_: readonly unknown[], submission: unknown): number {
    const seat = seats[0] ?? '';
    const share = shareIn(this.activity.together, inPlace(class_, 0, submission), 0, secret);
    return this.activity.grades.grade(submission, { seat, secret, share }).score;
  }

  worth(): Worth {
    const { answers } = this.activity;
    const { fromProjector } = answers;
    const eight = (class_: readonly unknown[], i: number) =>
      bestOfEight(this.activity, class_, 0, `${this.id}/eight/${i}`);
    const position = (submission: unknown, i: number) => ({ seat: seats[i] ?? '', submission, result: null });
    return {
      random: this.#mean('random', (class_) => this.#score(class_, class_[0])),
      best: null,
      constant: this.#mean('constant', (class_) =>
        this.#score(class_, answers.bots.constant(rng(SEED, this.id), seats[0] ?? '')),
      ),
      knows: this.#mean('knows', (class_, i) => this.#score(class_, eight(class_, i))),
      neighbour: this.#mean('neighbour', (class_, i) => {
        const theirs = eight(class_, i);
        return this.#score(inPlace(class_, 1, theirs), theirs);
      }),
      projector:
        fromProjector &&
        this.#mean('projector', (class_, i) => {
          const seeds = { seat: seats[0] ?? '', secret };
          const random = rng(SEED, `${this.id}/projector/${i}`);
          return this.#score(class_, fromProjector(class_.slice(1).map(position), seeds, random));
        }),
      givesUp: null,
    };
  }
}

/** What each bot is worth on average at a step. */
export const worthAt = (id: string, activity: Playable): Worth =>
  (isTogether(activity) ? new TogetherTable(id, activity) : new Table(id, activity)).worth();

import type { Reading, Seeds } from '../../activities/activity';
import type { Position } from '../../activities/bound';
import { derive, type Seed } from '../../rng';
import type { SeatId } from '../events';
import { readingOf } from './read';
import { resultOf, type Answer, type SessionState, type StepState } from '../state';

/** The seed of a seat's own order and parameters in a step: derived, so that it need not be stored. */
export const seatSeed = (state: SessionState, seat: SeatId, step: number): Seed =>
  derive(state.seed, `seat/${seat}/${step}`);

/** A seat's seeds in a step. Its own is derived once it is asked for: most kinds never do, and a class has many seats. */
class SeatSeeds implements Seeds {
  constructor(
    private readonly state: SessionState,
    private readonly of: SeatId,
    private readonly index: number,
    readonly secret: Seed,
  ) {}

  get seat(): Seed {
    return seatSeed(this.state, this.of, this.index);
  }
}

export const seedsOf = (state: SessionState, seat: SeatId, index: number, secret: Seed): Seeds =>
  new SeatSeeds(state, seat, index, secret);

/** Where a seat stands in the class picture; its seed as above. */
class SeatPosition implements Position {
  constructor(
    private readonly state: SessionState,
    private readonly of: SeatId,
    private readonly index: number,
    readonly submission: unknown,
    readonly result: Position['result'],
  ) {}

  get seat(): Seed {
    return seatSeed(this.state, this.of, this.index);
  }

  get reading(): Reading | null {
    const step = this.state.steps[this.index];
    return step ? readingOf(step, this.of) : null;
  }
}

const admitted = (state: SessionState, seat: SeatId) => state.seats.get(seat)?.kicked === false;

/** Every trained submission of a seat, the same configuration once; without training, the answer that counts. */
function standing(step: StepState, seat: SeatId, answer: Answer): readonly Answer[] {
  const tries = step.tries.get(seat);
  return tries ? [...new Map(tries.map((one) => [one.job?.key, one])).values()] : [answer];
}

/** What the class picture of a step is made of: what was submitted, and what is being tuned instead. */
export function positionsOf(
  state: SessionState,
  index: number,
  answers: ReadonlyMap<SeatId, Answer>,
  drafts: ReadonlyMap<SeatId, unknown>,
): Position[] {
  const step = state.steps[index];
  if (!step) return [];
  const position = (seat: SeatId, submission: unknown, answer?: Answer): Position => {
    const result = answer?.job ? resultOf(step.jobs.get(answer.job.key)) : null;
    return new SeatPosition(state, seat, index, submission, result);
  };
  const submitted = [...answers]
    .filter(([seat]) => admitted(state, seat) && !drafts.has(seat) && !step.hidden.has(seat))
    .flatMap(([seat, answer]) =>
      standing(step, seat, answer).map((one) => position(seat, one.submission, one)),
    );
  const tuned = [...drafts]
    .filter(([seat]) => admitted(state, seat))
    .map(([seat, draft]) => position(seat, draft));
  return [...submitted, ...tuned];
}

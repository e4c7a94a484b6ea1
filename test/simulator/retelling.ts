import type { Lesson, Step } from '#shared/lessons/lesson';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { Prediction } from '#shared/session/predictions/prediction';
import { gradeOf, pointsOf } from '#shared/session/state';
import { activityOf } from '../support/bound';

interface ToldStep {
  phase: 'waiting' | 'open' | 'closed' | 'revealed';
  readonly present: Set<SeatId>;
  readonly answers: Map<SeatId, { points: number; right: boolean; job: string | null }>;
  /** What each seat expected last. */
  readonly predictions: Map<SeatId, Prediction>;
  /** How many hints were given. */
  hints: number;
  /** What was trained, by configuration. */
  readonly results: Map<string, { points: number; right: boolean }>;
}

/** What a log says, told again without any of the code it is to check; `wrong` is what no log may say. */
export interface Retelling {
  readonly steps: readonly ToldStep[];
  readonly kicked: ReadonlySet<SeatId>;
  readonly wrong: readonly string[];
}

const oneAnswerOnly = (lesson: Lesson, step: number) =>
  activityOf((lesson.steps[step] as Step).kind).answers?.counts === 'first';

export function retell(log: readonly LoggedEvent[], lesson: Lesson): Retelling {
  const steps: ToldStep[] = lesson.steps.map(() => ({
    phase: 'waiting',
    present: new Set(),
    answers: new Map(),
    predictions: new Map(),
    hints: 0,
    results: new Map(),
  }));
  const seats = new Set<SeatId>();
  const kicked = new Set<SeatId>();
  const wrong: string[] = [];
  const commands = new Set<string>();
  log.forEach(({ seq, at, command, event }, i) => {
    if (seq !== i + 1) wrong.push(`seq ${seq} stands at place ${i + 1}`);
    if (at < (log[i - 1]?.at ?? 0)) wrong.push(`time runs backwards at ${seq}`);
    if (command !== null && commands.has(command)) wrong.push(`${command} is in the log twice`);
    if (command !== null) commands.add(command);
    if (event.type === 'seat-joined') seats.add(event.seat);
    const named = 'present' in event ? event.present : 'seat' in event ? [event.seat] : [];
    if (named.some((seat) => !seats.has(seat))) wrong.push(`a seat that nobody has is named at ${seq}`);
    const step = 'step' in event ? steps[event.step] : undefined;
    if (event.type === 'seat-kicked') kicked.add(event.seat);
    if (event.type === 'seat-readmitted') kicked.delete(event.seat);
    if (event.type === 'seats-kicked') for (const seat of event.seats) kicked.add(seat);
    if (event.type === 'seats-readmitted') for (const seat of event.seats) kicked.delete(seat);
    if (!step) return;
    if (event.type === 'step-opened') step.phase = 'open';
    if (event.type === 'step-revealed') step.phase = 'revealed';
    if (event.type === 'step-closed') {
      step.phase = 'closed';
      for (const seat of event.present) step.present.add(seat);
    }
    if (event.type === 'predicted') {
      const { seat, option, sure } = event;
      if (step.phase !== 'waiting') wrong.push(`an expectation at ${seq} of a step that is ${step.phase}`);
      if (kicked.has(seat)) wrong.push(`an expectation at ${seq} from a kicked seat`);
      step.predictions.set(seat, { option, sure });
    }
    if (event.type === 'hint-given') {
      if (step.phase !== 'open') wrong.push(`a hint at ${seq} in a step that is ${step.phase}`);
      if (event.hint !== step.hints + 1) wrong.push(`hint ${event.hint} at ${seq} after ${step.hints}`);
      step.hints = event.hint;
    }
    if (event.type === 'submitted') {
      if (step.phase !== 'open') wrong.push(`an answer at ${seq} to a step that is ${step.phase}`);
      if (kicked.has(event.seat)) wrong.push(`an answer at ${seq} from a kicked seat`);
      if (oneAnswerOnly(lesson, event.step) && step.answers.has(event.seat))
        wrong.push(`a second answer at ${seq}`);
      if (event.sentBy === 'close' && step.answers.has(event.seat))
        wrong.push(`the close takes the place of an answer at ${seq}`);
      step.present.add(event.seat);
      const known = event.job ? step.results.get(event.job.key) : undefined;
      const { points, right } = known ?? {
        points: pointsOf(event) ?? 0,
        right: gradeOf(event)?.right ?? false,
      };
      step.answers.set(event.seat, { points, right, job: event.job?.key ?? null });
    }
    if (event.type === 'class-reckoned') {
      if (step.phase !== 'closed')
        wrong.push(`a class is reckoned at ${seq} in a step that is ${step.phase}`);
      for (const [seat, answer] of step.answers)
        step.answers.set(seat, { ...answer, points: 0, right: false });
      for (const one of event.seats) {
        const answer = step.answers.get(one.seat);
        if (!answer) wrong.push(`a grade at ${seq} for a seat that has sent nothing`);
        else
          step.answers.set(one.seat, {
            ...answer,
            points: pointsOf(one) ?? 0,
            right: gradeOf(one)?.right ?? false,
          });
      }
    }
    if (event.type === 'job-finished') {
      if (step.results.has(event.job.key)) wrong.push(`a second result at ${seq}`);
      const result = { points: pointsOf(event) ?? 0, right: gradeOf(event)?.right ?? false };
      step.results.set(event.job.key, result);
      for (const [seat, answer] of step.answers)
        if (answer.job === event.job.key) step.answers.set(seat, { ...answer, ...result });
    }
  });
  return { steps, kicked, wrong };
}

/** A step's points; none where its kind grades nothing, a poll or a slide. */
const worthOf = (step: Step | undefined): number =>
  step && activityOf(step.kind).grades !== undefined ? step.points : 0;

/**
 * The board as `rank seat points`, from the definition: the share of what could be won where one was present, for who
 * was there for half of it.
 */
export function boardFrom({ steps, kicked }: Retelling, lesson: Lesson): string[] {
  const counted = steps.flatMap((step, i) => {
    const worth = worthOf(lesson.steps[i]);
    return step.phase === 'revealed' && worth > 0 ? [{ step, worth }] : [];
  });
  const seats = [...new Set(counted.flatMap(({ step }) => [...step.present]))].filter(
    (seat) => !kicked.has(seat),
  );
  const sums = seats.flatMap((seat) => {
    const there = counted.filter(({ step }) => step.present.has(seat));
    if (there.length < counted.length / 2) return [];
    const sum = (of: (one: (typeof there)[number]) => number) =>
      there.reduce((total, one) => total + of(one), 0);
    const points = sum(({ step }) => step.answers.get(seat)?.points ?? 0);
    const right = sum(({ step }) => (step.answers.get(seat)?.right ? 1 : 0));
    return [{ seat, points, right, share: points / sum(({ worth }) => worth) }];
  });
  return sums
    .sort((a, b) => b.share - a.share || b.right - a.right || (a.seat < b.seat ? -1 : 1))
    .map(({ seat, points, share }) => {
      const rank = 1 + sums.filter((other) => other.share > share).length;
      return `${rank} ${seat} ${points}`;
    });
}

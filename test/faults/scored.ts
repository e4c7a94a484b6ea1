import { isDeepStrictEqual } from 'node:util';
import { replay } from '#shared/session/evolve';
import type { EventOf, LoggedEvent } from '#shared/session/events';
import { gradeOf, pointsOf, type SessionState, type StepState } from '#shared/session/state';
import { train } from '#shared/training/train';
import type { PhoneHistory } from './history/told';

type Ended = EventOf<'job-finished'> | EventOf<'job-failed'>;
type Submitted = EventOf<'submitted'>;

export interface Scored {
  readonly submissions: number;
  readonly results: number;
  readonly findings: readonly string[];
}

/** Holds every trained submission of a log against its results there, against its phone, and against training it here. */
export function runsHeldAgainst(phones: readonly PhoneHistory[], log: readonly LoggedEvent[]): Scored {
  const state = replay(log);
  const events = log.map(({ event }) => event);
  const sent = events.filter((event): event is Submitted => event.type === 'submitted' && event.job !== null);
  const ended = events.filter(
    (event): event is Ended => event.type === 'job-finished' || event.type === 'job-failed',
  );
  const shown = new Map(phones.map((phone) => [phone.seat, phone]));
  const findings = sent.flatMap((submitted) => {
    const mine = ended.filter((end) => isFor(end, submitted));
    return [...ends(submitted, mine, state), ...screen(submitted, shown.get(submitted.seat), state)];
  });
  return { submissions: sent.length, results: ended.length, findings };
}

const isFor = ({ step, job, seats }: Ended, submitted: Submitted): boolean =>
  step === submitted.step && isDeepStrictEqual(job, submitted.job) && seats.includes(submitted.seat);

const nameOf = ({ seat, step, job }: Submitted): string =>
  `the network ${job?.key} of ${seat} in step ${step}`;

/** One result, and the one that training gives. */
function ends(submitted: Submitted, mine: readonly Ended[], state: SessionState): string[] {
  const [end] = mine;
  if (!end || mine.length !== 1) return [`${nameOf(submitted)} has ${mine.length} results`];
  if (end.type === 'job-failed') return [`${nameOf(submitted)} failed to be trained`];
  const { result, grade, points } = expected(submitted, state);
  return [
    ...(isDeepStrictEqual(end.result, result) ? [] : [`${nameOf(submitted)} has another result than here`]),
    ...(isDeepStrictEqual([gradeOf(end), pointsOf(end)], [grade, points])
      ? []
      : [`${nameOf(submitted)} is worth ${pointsOf(end)} instead of ${points}`]),
  ];
}

/** What a seat's phone showed at the reveal: the run, once, and the points of the last one that it sent. */
function screen(submitted: Submitted, phone: PhoneHistory | undefined, state: SessionState): string[] {
  const seen = phone?.revealed.get(submitted.step)?.step;
  const { activity } = stepOf(submitted, state);
  const { result, grade, points } = expected(submitted, state);
  const shown = plain(activity.trains?.shown(submitted.submission, result));
  const runs = seen?.runs.filter((run) => isDeepStrictEqual(run.submission, submitted.submission)) ?? [];
  const right = { submission: submitted.submission, state: 'done', shown };
  const isLast = isDeepStrictEqual(seen?.submission, submitted.submission);
  return [
    ...(isDeepStrictEqual(runs, [right]) ? [] : [`${nameOf(submitted)} is not shown as it came out`]),
    ...(!isLast || isDeepStrictEqual(seen?.result, { ...grade, points })
      ? []
      : [`${nameOf(submitted)} is shown with ${seen?.result?.points} points instead of ${points}`]),
  ];
}

const stepOf = ({ step }: Submitted, { steps }: SessionState): StepState => steps[step] as StepState;

/** As it travels. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const known = new Map<string, ReturnType<typeof trainedHere>>();

function expected(submitted: Submitted, state: SessionState) {
  const key = `${state.seed} ${submitted.step} ${submitted.job?.key}`;
  const found = known.get(key) ?? trainedHere(submitted, state);
  known.set(key, found);
  return found;
}

/** What a submission comes to when it is trained in this process. */
function trainedHere(submitted: Submitted, state: SessionState) {
  const { activity, secret } = stepOf(submitted, state);
  if (!activity.trains || !activity.grades) throw new Error(`${activity.kind} trains nothing`);
  const result = train(activity.trains.job(submitted.submission, secret));
  const grade = activity.grades.grade(submitted.submission, { seat: secret, secret, result });
  const points = Math.round(grade.score * (state.lesson.steps[submitted.step]?.points ?? 0));
  return { result, grade, points };
}

import type { Preview, PreviewedStep } from './api';
import type { Mistake } from '../activities/activity';
import type { BoundActivity, Position } from '../activities/bound';
import { activities, bindStep } from '../activities/registry';
import { moodOf } from '../activities/simulated';
import type { Problem } from '../problems';
import { derive, rng, type Seed } from '../rng';
import { outOfBounds, stepOutOfBounds } from './bounds';
import { problemsInConfig } from './check';
import { upgradeLesson } from './upgrade';

/** How many students a preview simulates: a class picture is one, and nobody waits for it. */
const SEATS = 16;

/** The chance of each of them to know. */
const SKILL = 0.55;

/** A class is told of no more mistakes at once. */
const MOST_MISTAKES = 3;

/** One seed for all previews: an edit changes the picture by what it says, not by chance. */
const SECRET = derive('preview', 'secret');
const seats: readonly Seed[] = Array.from({ length: SEATS }, (_, i) => derive('preview', `seat ${i}`));

/**
 * A step of a lesson that is being written, by its place, as its class would see it. Nothing is trained: where results take
 * that, the picture is without them. Whatever the document is, it is read or said to be wrong.
 */
export function previewOf(document: unknown, index: number): Preview {
  const read = readStep(document, index);
  return 'problems' in read
    ? { problems: read.problems, shown: null, written: {} }
    : { problems: [], shown: shownStep(read.kind, read.activity), written: {} };
}

type Kind = PreviewedStep['kind'];
type Read =
  { readonly problems: readonly Problem[] } | { readonly kind: Kind; readonly activity: BoundActivity };

const wrong = (path: Problem['path'], code: Problem['code']): Read => ({ problems: [{ path, code }] });

function readStep(document: unknown, index: number): Read {
  const huge = outOfBounds(document);
  if (huge) return { problems: [huge] };
  const upgraded = upgradeLesson(document);
  if (!upgraded.ok) return wrong([], upgraded.error);
  const { steps } = upgraded.value;
  const step: unknown = Array.isArray(steps) ? steps[index] : undefined;
  const at = ['steps', index];
  if (typeof step !== 'object' || step === null) return wrong(at, 'missing');
  const large = stepOutOfBounds(step, index);
  if (large) return { problems: [large] };
  return boundStep(step, at);
}

function boundStep(step: object, at: Problem['path']): Read {
  const { kind, config, version = 1 } = step as Readonly<Record<string, unknown>>;
  const known = activities.find((activity) => activity.kind === kind)?.kind;
  if (known === undefined) return wrong([...at, 'kind'], 'not-one-of');
  if (config === undefined) return wrong([...at, 'config'], 'missing');
  if (typeof version !== 'number') return wrong([...at, 'version'], 'wrong-type');
  const problems = problemsInConfig(step);
  if (problems.length > 0)
    return { problems: problems.map(({ path, code }) => ({ path: [...at, ...path], code })) };
  const bound = bindStep({ kind: known, version, config });
  return bound.ok ? { kind: known, activity: bound.value } : wrong([...at, 'config'], 'does-not-fit');
}

function shownStep(kind: Kind, activity: BoundActivity): PreviewedStep {
  const { answers, grades, trains, together, reads } = activity;
  const class_ = answersOf(activity);
  const picture = activity.picture(class_, SECRET);
  const [seat = SECRET] = seats;
  const own = class_.find((position) => position.seat === seat)?.submission ?? null;
  const pending = trains !== null || together !== null || reads !== null;
  const judged = grades !== null && !pending ? grades : null;
  const evidence = { seat, secret: SECRET };
  const made = judged
    ? class_.map(({ submission, seat }) => judged.mistakes(submission, { seat, secret: SECRET }))
    : [];
  return {
    kind,
    own: activity.view(activity.personal ? seat : null),
    common: activity.view(null),
    order: activity.orderOf?.(seat) ?? '',
    picture,
    live: answers?.livePicture ? answers.whileOpen(picture) : null,
    reveal: activity.reveal({ secret: SECRET }),
    counts: answers?.counts ?? null,
    grades: grades !== null,
    taps: activity.taps,
    attempts: trains?.attempts ?? null,
    submission: own,
    measure: judged && own !== null ? judged.measure(own, evidence) : null,
    result: judged && own !== null ? judged.grade(own, evidence) : null,
    mistakes: judged && own !== null ? judged.mistakes(own, evidence).map(({ why }) => why) : [],
    made: commonest(made),
    answered: class_.length,
    seats: SEATS,
    pending,
  };
}

/** What the simulated class hands in; the first seat has understood. */
function answersOf({ answers }: BoundActivity): readonly Position[] {
  if (!answers) return [];
  return seats.flatMap((seat, i): Position[] => {
    const chance = rng(seat, 'mood');
    const mood = i === 0 ? 'knows' : moodOf(SKILL, chance);
    if (mood === null) return [];
    const handed = answers.parse(answers.bots[mood](rng(seat, 'answer'), seat), null);
    return handed.ok ? [{ seat, submission: handed.value, result: null }] : [];
  });
}

function commonest(made: readonly (readonly Mistake[])[]): PreviewedStep['made'] {
  const counts = new Map<string, { why: Mistake['why']; count: number }>();
  for (const { id, why } of made.flat()) {
    const known = counts.get(id);
    if (known) known.count += 1;
    else counts.set(id, { why, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_MISTAKES);
}

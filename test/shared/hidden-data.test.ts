import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BotName } from '#shared/activities/bound';
import { activities, bindStep, type ActivityKind, type StepOfKind } from '#shared/activities/registry';
import { answerIdOf } from '#shared/activities/answer-id';
import { HIDDEN, startsOf } from '#shared/activities/descent/hidden';
import { notApart } from '#shared/lessons/apart';
import { readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import { pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { seatSeed } from '#shared/session/ledger/positions';
import { stepOnStage } from '#shared/session/state';
import { common, own, pulse } from '#shared/session/views';
import { rng } from '#shared/rng';
import { circle, penguins } from '#shared/activities/race/families/mlp/samples';
import { own as leaves } from '#shared/activities/separating-line/own-sample';
import { own as springs } from '#shared/activities/line-fit/own-sample';
import * as linear from '#shared/activities/race/families/linear/samples';
import { birdsIn, both, seedsIn, without } from '../support/birds';
import { bound } from '../support/bound';
import { trainByKernel } from '../support/kernel';
import { lessonOf, single } from '../support/lesson';
import { lessons } from '../support/lessons';
import { type Classroom, classOf, names, SEED } from '../support/session';
import { reckonAll } from '../support/together';

const SEATS = ['ada', 'ben', 'cleo'];
const MOODS: readonly BotName[] = ['knows', 'random', 'constant'];

/** All that phones and projector are sent now, as it goes over the wire. */
function sent(room: Classroom): unknown {
  const frames = {
    phone: common(room.state, 'phone', names),
    screen: common(room.state, 'screen', names),
    own: SEATS.map((seat) => own(room.state, seat, names)),
    pulse: pulse(room.state, { here: (seat) => room.here.has(seat), drafts: new Map() }),
  };
  return JSON.parse(JSON.stringify(frames));
}

/** Lets the server train what it has to. */
function trainAll(room: Classroom): void {
  for (const { step, job, request } of pendingJobs(room.state))
    room.server(
      { type: 'result', step, job, result: trainByKernel(request(room.state)) },
      resultId(step, job),
    );
}

/** Answers as a class does, some well. */
function answer(room: Classroom, index: number): void {
  const { step } = stepOnStage(room.state)!;
  SEATS.forEach((seat, i) => {
    const { answers } = step.activity;
    const mood = MOODS[i % MOODS.length]!;
    const whole = answers?.bots[mood](rng(SEED, `${index} ${seat}`), seatSeed(room.state, seat, index));
    for (const part of whole === undefined ? [] : answers!.inParts(whole)) room.submit(seat, index, part);
  });
  trainAll(room);
}

/** Plays a step; what phones and projector are sent until its reveal goes to `before`, and to `after` from then on. */
function playStep(room: Classroom, index: number, before: unknown[], after: unknown[]): void {
  const watched = (act: () => unknown) => {
    act();
    before.push(sent(room));
  };
  watched(() => room.go({ at: 'step', step: index }));
  if (stepOnStage(room.state)?.step.phase === 'shown') return;
  watched(() => room.host({ type: 'open', step: index }));
  watched(() => answer(room, index));
  watched(() => room.host({ type: 'close', step: index }));
  // What a class has drawn is read once the step is closed.
  watched(() => trainAll(room));
  watched(() => reckonAll(room));
  room.host({ type: 'reveal', step: index });
  expect(stepOnStage(room.state)?.step.phase).toBe('revealed');
  after.push(sent(room));
  room.go({ at: 'board', step: index });
  after.push(sent(room));
}

const secretsIn = (what: unknown) => new Set([...birdsIn(what), ...seedsIn(what)]);

/** What a step tells with its reveal and not before: birds, and seeds from which points are drawn. */
function keptBy(room: Classroom, index: number): Set<string> {
  const { activity, secret } = room.state.steps[index]!;
  return without(secretsIn(activity.reveal({ secret })), secretsIn(activity.view(null)));
}

/** Plays the steps of a lesson; of each, what it keeps, and how much of that somebody knew before its reveal. */
function playedIn(lesson: Lesson, order: readonly number[]) {
  const room = classOf(lesson, SEATS);
  const known = new Set<string>();
  return order.map((index) => {
    const kept = keptBy(room, index);
    const [before, after]: [unknown[], unknown[]] = [[], []];
    playStep(room, index, before, after);
    for (const secret of secretsIn(before)) known.add(secret);
    const early = both(kept, known).length;
    for (const secret of secretsIn(after)) known.add(secret);
    return { step: lesson.steps[index]!, kept: kept.size, early, told: both(kept, secretsIn(after)).length };
  });
}

type Share = [number, number];

const line = (share?: Share, visible = 100): StepOfKind => ({
  kind: 'separating-line',
  config: { data: 'penguins', visible, ...(share && { share }) },
});
const race = (share?: Share, samples = 100): StepOfKind => ({
  kind: 'race',
  config: { ...penguins, samples, ...(share && { share }) },
});
const linearRace = (share?: Share): StepOfKind => ({
  kind: 'race',
  config: { ...linear.penguins, ...(share && { share }) },
});
const fit = (visible = 60, share?: Share): StepOfKind => ({
  kind: 'line-fit',
  config: { data: 'penguins', visible, ...(share && { share }) },
});
const ofLeaves = (share?: Share, visible = 60): StepOfKind => ({
  kind: 'separating-line',
  config: { ...leaves, visible, ...(share && { share }) },
});
const ofSprings = (share?: Share): StepOfKind => ({
  kind: 'line-fit',
  config: { ...springs, ...(share && { share }) },
});
/** A race on the same leaves. */
const racedLeaves = (share?: Share, samples = 60): StepOfKind => ({
  kind: 'race',
  config: { ...linear.own, samples, ...(share && { share }) },
});
/** The columns of the leaves in a fit, the classes left out. */
const fittedLeaves: StepOfKind = {
  kind: 'line-fit',
  config: {
    ...{ data: 'own', visible: 60, source: leaves.source, x: leaves.y, y: leaves.x },
    rows: leaves.rows
      .split('\n')
      .map((row) => row.split(' '))
      .map(([x, y]) => `${y} ${x}`)
      .join('\n'),
  },
};
const generated: StepOfKind = { kind: 'race', config: circle };

const asStep = ({ kind, config }: StepOfKind, i: number) =>
  single({ id: `step-${i}`, kind: kind as ActivityKind, config });

function problemsOf(...steps: StepOfKind[]) {
  const read = readLesson(lessonOf(...steps.map(asStep)));
  return read.ok ? [] : read.error;
}
const at = (index: number, code = 'not-apart') => ({ path: ['steps', index, 'config'], code });

const forwards = ({ steps }: Lesson) => [...steps.keys()];
const ways = {
  'from its first step to its last': forwards,
  'from its last step to its first': (lesson: Lesson) => forwards(lesson).reverse(),
};

describe.each(Object.entries(ways))('%s', (_way, orderOf) => {
  test.each(lessons.map((lesson) => ({ id: lesson.id, lesson })))(
    '$id tells no phone and no projector what a step keeps before that step is revealed',
    ({ lesson }) => {
      for (const { step, kept, early, told } of playedIn(lesson, orderOf(lesson))) {
        expect({ id: step.id, early, told }).toEqual({ id: step.id, early: 0, told: kept });
        const hasData = ['race', 'separating-line', 'line-fit'].includes(step.kind);
        expect(hasData ? kept > 4 : kept === 0).toBe(true);
      }
    },
  );
});

test('without shares the first of two steps on penguins tells what the other one keeps, and the lesson is refused', () => {
  const lesson = lessonOf(...[line(), race()].map(asStep));
  const [first, second] = playedIn(lesson, [0, 1]);
  expect([first?.early, (second?.early ?? 0) > 100]).toEqual([0, true]);
  expect(problemsOf(line(), race())).toEqual([at(1)]);
});

test('where the balls of hidden valleys start is in no frame, not even after the reveal', () => {
  const room = classOf(lessonOf(asStep({ kind: 'descent', config: { kappa: 10, steps: 20 } }, 0)), SEATS);
  const starts = startsOf(room.state.steps[0]!.secret).flatMap(({ x, y }) => [x, y]);
  const frames: unknown[] = [];
  playStep(room, 0, frames, frames);
  const told = JSON.stringify([frames, common(room.state, 'desk', names)]);
  expect(starts).toHaveLength(2 * HIDDEN);
  expect(starts.filter((place) => told.includes(String(place)))).toEqual([]);
});

describe('what somebody has written', () => {
  const config = { longest: 60, shows: 'answers' };
  const WORDS = ['words of ada', 'words of ben', 'words of cleo'];
  /** Whose words are in what phones and projector are sent, without what each phone gets of its own. */
  const read = (room: Classroom): string[] => {
    const { own: _own, ...shared } = sent(room) as Record<string, unknown>;
    return WORDS.filter((words) => JSON.stringify(shared).includes(words));
  };

  test('is on no other phone and not on the projector before the reveal, and what is hidden not after it', () => {
    const room = classOf(lessonOf(asStep({ kind: 'text', config }, 0)), SEATS).opened(0);
    SEATS.forEach((seat, i) => room.submit(seat, 0, { text: WORDS[i] }));
    expect(read(room)).toEqual([]);
    room.host({ type: 'close', step: 0 });
    expect(read(room)).toEqual([]);
    room.host({ type: 'reveal', step: 0 });
    expect(read(room)).toEqual(WORDS);
    const answer = answerIdOf(seatSeed(room.state, 'ben', 0));
    room.host({ type: 'hide-answer', step: 0, answer, hidden: true });
    expect(read(room)).toEqual(['words of ada', 'words of cleo']);
    // One's own words are on one's own phone at any time, and nobody else's.
    SEATS.forEach((seat, i) => {
      const mine = JSON.stringify(own(room.state, seat, names));
      expect(WORDS.filter((words) => mine.includes(words))).toEqual([WORDS[i]]);
    });
  });
});

describe('what each kind says of the samples of its examples', () => {
  const examples = activities.flatMap(({ kind, examples }) =>
    [...new Set(examples.map(({ config }) => JSON.stringify(config)))].map((config) => ({ kind, config })),
  );
  test.each(examples)('is what it sends: $kind, $config', ({ kind, config }) => {
    const activity = bound(kind, JSON.parse(config));
    const { shown, kept } = activity.samples();
    expect(birdsIn(activity.view(SEED))).toEqual(new Set(shown));
    expect(without(birdsIn(activity.reveal({ secret: SEED })), new Set(shown))).toEqual(new Set(kept));
  });
});

describe('a lesson is refused with the step', () => {
  test.each<[string, StepOfKind[], unknown[]]>([
    ['that keeps what an earlier one reveals', [line(), race()], [at(1)]],
    ['that reveals what an earlier one keeps', [race(), line()], [at(1)]],
    ['whatever stands between them', [line([0, 40]), generated, single(), race([39, 100])], [at(3)]],
    ['that is played twice', [line([0, 40]), line([0, 40])], [at(1)]],
    ['that is the third of its share', [race([0, 50]), linearRace([50, 100]), line([50, 70])], [at(2)]],
    ['that shows what an earlier one keeps', [line([0, 40]), race()], [at(1)]],
    ['that shows more than the hundred', [line([0, 40]), race([40, 100], 130)], [at(1)]],
    ['that keeps hardly anything', [line([0, 5])], [at(0, 'too-few')]],
    ['that draws a line through the same flippers', [fit(), generated, fit(100)], [at(2)]],
    ['that shares its flippers with nobody', [fit(60, [0, 50]), fit(60)], [at(1)]],
    ['that has the same table of its teacher', [ofLeaves(), ofLeaves()], [at(1)]],
    ['that has a share of it which another one has', [ofLeaves([0, 60]), ofLeaves([50, 100])], [at(1)]],
    ['that shows more of it than another one', [ofLeaves([0, 50]), ofLeaves([50, 100], 90)], [at(1)]],
    ['that draws the same columns the other way round', [ofLeaves(), fittedLeaves], [at(1)]],
    ['that races on the same table', [ofLeaves(), racedLeaves()], [at(1)]],
    ['that draws a line on the table of a race', [racedLeaves([0, 60]), ofLeaves([50, 100])], [at(1)]],
    [
      'that learns from more of it than another one',
      [ofLeaves([0, 50]), racedLeaves([50, 100], 90)],
      [at(1)],
    ],
    ['that keeps hardly anything of it', [ofSprings([0, 10])], [at(0, 'too-few')]],
    ['that keeps nothing', [race(undefined, 1_000)], [at(0, 'too-few')]],
  ])('%s', (_which, steps, problems) => {
    expect(problemsOf(...steps)).toEqual(problems);
  });

  test.each<[string, StepOfKind[]]>([
    ['alone has all the birds', [line()]],
    ['shows more than the hundred, alone', [race([0, 100], 130)]],
    ['has a share of its own', [line([0, 40]), race([40, 100])]],
    ['shows fewer of the same', [line([0, 30], 50), race([30, 60]), linearRace([60, 100])]],
    ['has other measures of the same birds', [line([0, 40]), fit(), race([40, 100])]],
    ['draws another line through flippers of its own', [fit(60, [0, 50]), fit(100, [50, 100])]],
    ['has a table of its teacher', [ofLeaves(), ofSprings(), line()]],
    ['has a share of its teacher’s table', [ofLeaves([0, 50]), ofLeaves([50, 100])]],
    ['races on a share of that table', [ofLeaves([0, 50]), racedLeaves([50, 100])]],
    ['draws its points', [generated, generated]],
  ])('and not where it %s', (_which, steps) => {
    expect(problemsOf(...steps)).toEqual([]);
  });

  test('for shares and sights of any kind: as if each pair were looked at by itself', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const share = fc.option(
      fc.tuple(percent, percent).filter(([from, to]) => to - from >= 15),
      { nil: undefined },
    );
    const step = fc.oneof(
      fc.tuple(share, fc.integer({ min: 20, max: 130 })).map(([of, n]) => line(of, n)),
      fc.tuple(share, fc.integer({ min: 20, max: 130 })).map(([of, n]) => race(of, n)),
      share.map((of) => linearRace(of)),
      fc.tuple(share, fc.integer({ min: 20, max: 130 })).map(([of, n]) => fit(n, of)),
      fc.constant(generated),
    );
    let apart = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const samples = steps.map((one) => {
          const made = bindStep(one);
          if (!made.ok) throw new Error(made.error);
          const shown = birdsIn(made.value.view(null));
          const known = birdsIn([made.value.view(null), made.value.reveal({ secret: SEED })]);
          return { kept: without(known, shown), known };
        });
        const clash = samples.some(({ kept }, i) =>
          samples.some(({ known }, j) => i !== j && both(kept, known).length > 0),
        );
        if (!clash && steps.length > 1) apart += 1;
        expect(notApart(steps).length > 0).toBe(clash);
      }),
      { numRuns: 400, seed: 8 },
    );
    expect(apart).toBeGreaterThan(20);
  });
});

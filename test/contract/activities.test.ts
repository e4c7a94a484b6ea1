import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity, Grade } from '#shared/activities/activity';
import { activities, activityKinds, erased, type ActivityKind } from '#shared/activities/registry';
import { train } from '#shared/training/train';
import type { BoundActivity } from '#shared/activities/erase';
import { derive, rng, shuffled } from '#shared/rng';
import { SEED } from '../support/session';
import { otherSolution } from '../support/every-kind';

const TRIES = 2_000;
const seeds = { seat: derive(SEED, 'seat'), secret: derive(SEED, 'secret') };
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

function bind(kind: ActivityKind, config: unknown): BoundActivity {
  const bound = erased[kind].bind(config);
  if (!bound.ok) throw new Error(bound.error);
  return bound.value;
}

const fits: Readonly<Record<'correct' | 'partial' | 'wrong', (grade: Grade) => boolean>> = {
  correct: ({ score, right }) => score > 0.9 && right,
  partial: ({ score }) => score > 0 && score < 1,
  wrong: ({ score, right }) => score < 0.35 && !right,
};

const refusals = ['submission-invalid', 'out-of-range', 'over-energy'];

/** What every kind promises, checked with its own examples and bots. */
function contract<Config, Submission, View, Reveal, Summary>(
  activity: Activity<ActivityKind, Config, Submission, View, Reveal, Summary>,
  changed: (config: Config) => unknown,
) {
  const { kind, examples, bots } = activity;
  const configs = [...new Map(examples.map(({ config }) => [JSON.stringify(config), config])).values()];
  const someConfig = fc.constantFrom(...configs);
  const number = fc.integer();
  /** With what the server would have trained, where it trains. */
  const gradeOf = (config: Config, submission: Submission) => {
    const job = activity.training?.job(config, submission, seeds.secret);
    return activity.grade(config, submission, job ? { ...seeds, result: train(job) } : seeds);
  };
  const scoreOf = (config: Config, submission: Submission) => gradeOf(config, submission).score;
  /** Training takes its time; the race's own test plays more of it. */
  const many = activity.training ? 12 : TRIES;
  const position = (submission: unknown) => ({ seat: seeds.seat, submission, result: null });
  const tries = (config: Config, count: number, best: number) =>
    Array.from({ length: count }, (_, i) =>
      Math.max(
        ...Array.from({ length: best }, (_, j) =>
          scoreOf(config, bots.random(config, rng(SEED, `${kind}/${i}/${j}`))),
        ),
      ),
    );

  test('it has an example of something correct, wrong and invalid', () => {
    const named = examples.map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(['correct', 'partial', 'wrong', 'invalid']));
    expect(activity.kind).toBe(kind);
  });

  test.each(examples)('example %#: $name is worth $expect', ({ name, config, submission, expect: worth }) => {
    const judged = bind(kind, json(config)).judge(json(submission), null, seeds);
    if (typeof worth === 'string') return expect(judged).toEqual({ ok: false, error: worth });
    if (!judged.ok || name === 'invalid') throw new Error(`${name}: ${JSON.stringify(judged)}`);
    const grade = gradeOf(config, judged.value.submission as Submission);
    // What is trained on hidden data is worth a little more or less with another seed.
    expect(grade.score).toBeCloseTo(worth, activity.training ? 1 : 12);
    expect(fits[name](grade)).toBe(true);
    expect(judged.value.submission).toEqual(submission);
    if (!activity.training) expect(judged.value.grade).toEqual(grade);
  });

  test('a configuration of another shape is refused with a reason', () => {
    for (const broken of [null, 'x', {}, [], { ...(json(configs[0]) as object), more: 1 }])
      expect(erased[kind].bind(broken)).toMatchObject({ ok: false, error: expect.any(String) as string });
  });

  test('whatever comes in is judged or refused with a code, and never throws', () => {
    fc.assert(
      fc.property(someConfig, fc.oneof(fc.anything(), fc.jsonValue()), (config, raw) => {
        const judged = bind(kind, config).judge(raw, null, seeds);
        if (!judged.ok) expect(refusals).toContain(judged.error);
        else if (judged.value.grade) expect(judged.value.grade.score).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('the score of any submission is in [0, 1], and the same each time', () => {
    fc.assert(
      fc.property(someConfig, number, (config, n) => {
        const submission = bots.random(config, rng(SEED, `${n}`));
        const judged = bind(kind, config).judge(json(submission), null, seeds);
        expect(judged).toMatchObject({ ok: true, value: { submission } });
        const score = scoreOf(config, submission);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(scoreOf(config, submission)).toBe(score);
      }),
      { numRuns: activity.training ? 5 : 500 },
    );
  });

  test('what a student sees is JSON and does not depend on the solution', () => {
    for (const config of configs)
      for (const seat of [null, seeds.seat]) {
        const view = bind(kind, config).view(seat);
        expect(json(view)).toEqual(view);
        expect(JSON.stringify(bind(kind, changed(config)).view(seat))).toBe(JSON.stringify(view));
      }
  });

  test('what is revealed and the class picture are JSON', () => {
    for (const config of configs) {
      const { reveal, picture } = bind(kind, config);
      expect(json(reveal(seeds))).toEqual(reveal(seeds));
      const submissions = examples.map(({ submission }) => submission);
      const drawn = picture(submissions.map(position), seeds.secret);
      expect(json(drawn)).toEqual(drawn);
    }
  });

  test('the class picture does not depend on the order of submissions', () => {
    fc.assert(
      fc.property(someConfig, fc.array(number, { maxLength: 30 }), number, (config, class_, order) => {
        const { picture } = bind(kind, config);
        const positions = class_.map((n) => position(bots.random(config, rng(SEED, `${n}`))));
        const drawn = picture(positions, seeds.secret);
        expect(picture(shuffled(positions, rng(SEED, `order/${order}`)), seeds.secret)).toEqual(drawn);
      }),
    );
  });

  test('guessing stays under 0.35 on average', () => {
    for (const config of configs) expect(mean(tries(config, many, 1))).toBeLessThan(0.35);
  });

  test('the best of three guesses stays under 0.35 where one may try again', () => {
    // Training takes its time: the race has this with real training in a test of its own.
    const again = activity.counts === 'last' && !activity.training ? configs : [];
    for (const config of again) expect(mean(tries(config, many, 3))).toBeLessThan(0.35);
  });

  test('always the same answer stays under 0.35 on average, knowing is over 0.9', () => {
    const still = rng(SEED, 'constant');
    expect(mean(configs.map((config) => scoreOf(config, bots.constant(config, still))))).toBeLessThan(0.35);
    for (const config of configs) expect(scoreOf(config, bots.knows(config, still))).toBeGreaterThan(0.9);
  });
}

const contracts = {
  choice: () => contract(activities.choice, otherSolution.choice),
  numeric: () => contract(activities.numeric, otherSolution.numeric),
  gate: () => contract(activities.gate, otherSolution.gate),
  'separating-line': () => contract(activities['separating-line'], otherSolution['separating-line']),
  'xor-proof': () => contract(activities['xor-proof'], otherSolution['xor-proof']),
  race: () => contract(activities.race, otherSolution.race),
} satisfies Record<ActivityKind, () => void>;

describe.each(activityKinds)('%s', (kind) => contracts[kind]());

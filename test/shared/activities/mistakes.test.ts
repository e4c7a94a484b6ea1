import { expect, test } from 'vitest';
import type { Heights } from '#shared/activities/line-fit/config';
import { split as split60 } from '#shared/activities/line-fit/data';
import { marksOf } from '#shared/activities/line-fit/fit';
import { startOver } from '#shared/activities/line-fit/line';
import { RIGHT as RIGHT_FIT, scoreOf } from '#shared/activities/line-fit/score';
import { mostTouched, touched } from '#shared/activities/line-fit/touching';
import { split } from '#shared/activities/separating-line/data';
import type { Line } from '#shared/activities/separating-line/config';
import { RIGHT } from '#shared/activities/separating-line/score';
import { balancedError, firesAt, missed, pointOf } from '#shared/activities/separating-line/line';
import { reveal } from '#shared/activities/separating-line/view';
import { config as choiceConfig } from '#shared/activities/choice/config';
import { bindStep, type ActivityKind } from '#shared/activities/registry';
import type { TrainingResult } from '#shared/training/request';
import * as v from 'valibot';
import { activityOf, bound } from '../../support/bound';

const seeds = { seat: '0'.repeat(32), secret: 'f'.repeat(32) };
const text = (words: string) => ({ it: words, en: words });

const named = (kind: ActivityKind, config: unknown, submission: unknown, result?: TrainingResult) => {
  const evidence = result ? { ...seeds, result } : seeds;
  const made = bound(kind, config).grades?.mistakes(submission, evidence) ?? [];
  return made.map(({ id }) => id).join() || null;
};

test.each([
  ['not', { w: [0], b: -5 }, 'never'],
  ['not', { w: [0], b: 0 }, 'always'],
  ['not', { w: [10], b: -5 }, 'side'],
  ['not', { w: [-10], b: 5 }, null],
  ['and', { w: [10, 10], b: -25 }, 'never'],
  ['and', { w: [10, 10], b: 0 }, 'always'],
  ['and', { w: [-10, -10], b: 15 }, 'side'],
  ['and', { w: [10, 10], b: -5 }, 'is-or'],
  ['and', { w: [10, 0], b: -5 }, 'one-input'],
  ['and', { w: [0, 10], b: -5 }, 'one-input'],
  ['and', { w: [10, -10], b: -5 }, 'sign'],
  ['and', { w: [-10, -10], b: 5 }, null],
  ['and', { w: [10, 10], b: -20 }, null],
  ['or', { w: [10, 10], b: -15 }, 'is-and'],
  ['or', { w: [10, 10], b: 0 }, 'always'],
  ['or', { w: [-10, -10], b: 5 }, 'side'],
  ['or', { w: [-10, -10], b: 15 }, null],
  ['or', { w: [10, -5], b: 0 }, 'sign'],
  ['or', { w: [10, 10], b: -10 }, null],
  ['x0-and-not-x1', { w: [10, -10], b: 5 }, 'wants-one'],
  ['x0-and-not-x1', { w: [10, 10], b: -15 }, 'sign'],
  ['x0-and-not-x1', { w: [10, 0], b: -5 }, 'one-input'],
  ['x0-and-not-x1', { w: [-10, 10], b: 0 }, 'side'],
  ['nand', { w: [10, 10], b: -15 }, 'side'],
  ['nand', { w: [-10, -10], b: 5 }, 'wants-both'],
  ['nor', { w: [-10, -10], b: 15 }, 'wants-one'],
  ['not-x0-or-x1', { w: [-10, 10], b: -5 }, 'wants-both'],
] as const)('a neuron that should be %s and is %j: %s', (gate, neuron, id) => {
  expect(named('gate', { gate }, neuron)).toBe(id);
});

const penguins = { data: 'penguins', visible: 100 } as const;
const { best } = reveal(penguins);
const { hidden } = split(penguins);

test.each([
  ['the best line', best, null],
  ['the best line, looked at the wrong way round', { ...best, swapped: true }, 'side'],
  ['a line to the left of all', { from: [300, 110], to: [300, 230], swapped: false }, 'one-side'],
  ['a steep line far among the Adelies', { from: [392, 110], to: [392, 230], swapped: false }, 'adelie'],
  ['a steep line far among the Gentoos', { from: [468, 110], to: [468, 230], swapped: false }, 'gentoo'],
  ['the start, along both clouds', { from: [340, 202], to: [540, 132], swapped: false }, 'both'],
])('%s among the penguins has the name %3$s', (_which, line, id) => {
  expect(named('separating-line', penguins, line)).toBe(id);
});

test('what a line among the penguins is called is true of the birds that score', () => {
  const steep = (x: number): Line => ({ from: [x, 110], to: [x, 230], swapped: false });
  expect(missed(steep(392), hidden)).toMatchObject({ ones: 0 });
  expect(missed(steep(468), hidden)).toMatchObject({ zeros: 0 });
  expect(new Set(hidden.y.map((_, i) => firesAt(steep(300), pointOf(hidden, i)))).size).toBe(1);
});

test('a line that is good for the birds in sight alone is called so', () => {
  const [along, up] = [
    [-48, -24, 0, 24, 48],
    [-12, -6, 0, 6, 12],
  ];
  const moved = ([length, depth]: Line['from']) =>
    along.flatMap((by) => up.map((lift): Line['from'] => [length + by, depth + lift]));
  const near = moved(best.from).flatMap((from) => moved(best.to).map((to): Line => ({ ...best, from, to })));
  const few = { ...penguins, visible: 20 };
  const twenty = split(few);
  const seenAlone = near.filter(
    (line) => balancedError(line, twenty.shown) <= RIGHT && balancedError(line, twenty.hidden) > RIGHT,
  );
  expect(seenAlone.length).toBeGreaterThan(0);
  for (const line of seenAlone) expect(named('separating-line', few, line)).toBe('seen');
});

const sixty = { data: 'penguins', visible: 60 } as const;
const { best: fitted } = marksOf(sixty);
const cloud = split60(sixty).shown;

/** A line that is so many times as steep as least squares, and so many grams higher, about the cloud's middle. */
const steeper = (times: number, up = 0): Heights => {
  const [middle, half] = [(fitted[0] + fitted[1]) / 2 + up, (times * (fitted[1] - fitted[0])) / 2];
  return [middle - half, middle + half].map((grams) => 10 * Math.round(grams / 10)) as Heights;
};

test.each<[string, Heights, string | null]>([
  ['of least squares', fitted, null],
  ['at which it started', startOver(cloud), 'level'],
  ['that falls', [fitted[1], fitted[0]], 'down'],
  ['along the long axis', steeper(1.25), 'axis'],
  ['that is too high', steeper(1, 400), 'high'],
  ['that is too low', steeper(1, -400), 'low'],
  ['that is too flat', steeper(0.5), 'flat'],
  ['that is far too steep', steeper(1.6), 'steep'],
])('a line through the penguins %s has the name %3$s', (_which, heights, id) => {
  expect(named('line-fit', sixty, { guess: 4_500, heights })).toBe(id);
});

test('a line that goes through as many penguins as one can is called so', () => {
  const most = mostTouched(cloud);
  const all = Array.from({ length: 201 }, (_, i) => 2_500 + 20 * i);
  const touching = all
    .flatMap((left) => all.map((right): Heights => [left, right]))
    .filter((heights) => heights[1] > heights[0] && touched(heights, cloud) >= 0.7 * most)
    .filter((heights) => scoreOf(heights, marksOf(sixty), split60(sixty).hidden) < RIGHT_FIT);
  expect(touching.length).toBeGreaterThan(0);
  const names = touching.map((heights) => named('line-fit', sixty, { guess: 4_500, heights }));
  expect(new Set(names)).toEqual(new Set(['touching']));
});

const line = { w: [10, 10], b: -5 };
const pairs = [
  [0, 3],
  [1, 2],
];

test.each([
  ['only a line', { line, signs: null, pairs: null }, 'line'],
  ['every sign the other way round', { line: null, signs: [1, 0, 0, 1], pairs: null }, 'swapped'],
  ['one sign wrong', { line: null, signs: [1, 1, 1, 0], pairs }, 'sign'],
  ['two signs wrong', { line: null, signs: [1, 0, 1, 0], pairs }, 'signs'],
  ['right signs and no sums yet', { line, signs: [0, 1, 1, 0], pairs: null }, null],
  [
    'the wrong sums',
    {
      ...{ line, signs: [0, 1, 1, 0] },
      pairs: [
        [0, 1],
        [2, 3],
      ],
    },
    'pairs',
  ],
])('a proof with %s', (_which, proof, id) => {
  expect(named('xor-proof', { proof: 'xor' }, proof)).toBe(id);
});

test('a number is the mistake that gives it with the numbers of its seat; with other numbers it is the same one', () => {
  const variant = (answer: number, forgotten: number) => ({
    ...{ given: text(`${answer}`), answer },
    mistakes: [
      { value: 0, why: text('gave up') },
      { value: forgotten, why: text('forgot b') },
    ],
  });
  const config = { variants: [variant(5, 4), variant(9, 7)], unit: null, tolerance: 0.1, partial: false };
  const { view, grades } = bound('numeric', config);
  const seats = Array.from({ length: 20 }, (_, i) => `${i}`.padStart(32, '0'));
  const ids = seats.map((seat) => {
    const { variant: own } = view(seat) as { variant: number };
    return [own, grades?.mistakes({ value: [4, 7][own] ?? 0 }, { ...seeds, seat })[0]?.id];
  });
  expect(new Set(ids.map(([own]) => own))).toEqual(new Set([0, 1]));
  expect(new Set(ids.map(([, id]) => id))).toEqual(new Set(['1']));
});

test('a number that is right is no mistake, however near one of them is', () => {
  const near = [{ value: 13, why: text('near') }];
  const config = {
    ...{ variants: [{ given: null, answer: 10, mistakes: near }], unit: null, tolerance: 2, partial: false },
  };
  expect(named('numeric', config, { value: 12 })).toBeNull();
  expect(named('numeric', config, { value: 13 })).toBe('0');
});

const option = (id: string) => ({ id, text: text(id) });
const because = (id: string) => ({ ...option(id), why: text(`not ${id}`) });

test('an option says why it is wrong to who picked it, and a right one never does', () => {
  const config = {
    options: [because('a'), option('b'), because('c')],
    right: ['b'],
    several: false,
    shuffle: false,
  };
  expect(named('choice', config, { picked: ['a'] })).toBe('a');
  expect(named('choice', config, { picked: ['b'] })).toBeNull();
  const several = { ...config, several: true };
  expect(named('choice', several, { picked: ['c', 'b', 'a'] })).toBe('a,c');
  expect(v.safeParse(choiceConfig, { ...config, right: ['a'] }).issues?.[0]?.message).toBe('why-of-right');
  expect(bindStep({ kind: 'choice', config: { ...config, right: ['a'] } }).ok).toBe(false);
});

test('no student is shown why an option is wrong while it can be picked', () => {
  const config = { options: [because('a'), option('b')], right: ['b'], several: false, shuffle: true };
  for (const seat of [null, seeds.seat])
    expect(JSON.stringify(bound('choice', config).view(seat))).not.toContain('not a');
});

test('a race names a rate that is too high, and a network that is good but too dear', () => {
  const config = activityOf('race').examples[0]?.config;
  const network = { layers: [4], rate: 0.1, epochs: 5 };
  const result = {
    ...{ core: 'none', open: 0.5, hidden: 0.5, weights: [] },
    losses: [[1], [1], [1], [1]],
  };
  expect(named('race', config, network, { ...result, diverged: 2 })).toBe('diverged');
  expect(named('race', config, network, { ...result, diverged: 1 })).toBeNull();
});

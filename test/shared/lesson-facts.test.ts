import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { coefficients, heightAt, meanSquare } from '#shared/activities/line-fit/line';
import type { Reveal as FitReveal } from '#shared/activities/line-fit/view';
import { fires } from '#shared/activities/neuron/neuron';
import { grade } from '#shared/activities/race/grade';
import type { Submission } from '#shared/activities/race/index';
import { job } from '#shared/activities/race/job';
import { bindStep, type ActivityKind } from '#shared/activities/registry';
import { derive, rng } from '#shared/rng';
import { train } from '#shared/training/train';
import { activityOf, bound, graded } from '../support/bound';
import { lessons } from '../support/lessons';
import { SEED } from '../support/session';

const seeds = { seat: '0'.repeat(32), secret: 'f'.repeat(32) };

const steps = lessons.flatMap((lesson) => lesson.steps);

type ConfigOf<Kind extends ActivityKind> = v.InferOutput<ReturnType<typeof activityOf<Kind>>['config']>;

/** The configuration of a built-in step. */
function configOf<Kind extends ActivityKind>(kind: Kind, id: string) {
  const step = steps.find((one) => one.kind === kind && one.id === id);
  if (!step) throw new Error(`no ${kind} is called ${id}`);
  const { config } = activityOf(kind);
  return v.parse(config, step.config) as ConfigOf<Kind>;
}

describe('the step about a single line', () => {
  /** What each option says about (0,0), (0,1), (1,0), (1,1). */
  const tables = { nand: '1110', xor: '0110', nor: '1000', first: '0010', always: '1111' };
  const settings = [-20, -15, -10, -5, 0, 5, 10, 15, 20];
  const corners = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];

  /** The tables of every neuron on the grid of the sliders. */
  const made = new Set(
    settings.flatMap((w0) =>
      settings.flatMap((w1) =>
        [-30, -25, ...settings, 25, 30].map((b) => corners.map((x) => fires({ w: [w0, w1], b }, x)).join('')),
      ),
    ),
  );

  const { options, right } = configOf('choice', 'una-retta-sola');

  test.each(options.map(({ id }) => ({ id })))(
    '$id is right if and only if no neuron makes its table',
    ({ id }) => {
      const table = tables[id as keyof typeof tables];
      expect(made.has(table)).toBe(!right.includes(id));
    },
  );
});

describe('every gate', () => {
  test.each([
    { id: 'not', w: [-10], b: 5, worth: 1 },
    { id: 'not', w: [-20], b: 10, worth: 1 },
    { id: 'not', w: [-10], b: 0, worth: 0.6 },
    { id: 'and', w: [10, 10], b: -15, worth: 1 },
    { id: 'and', w: [20, 20], b: -30, worth: 1 },
    { id: 'and', w: [10, 10], b: -20, worth: 0.6 },
    { id: 'or', w: [10, 10], b: -5, worth: 1 },
    { id: 'or', w: [10, 10], b: -10, worth: 0.6 },
  ])('$id with w = $w and b = $b (tenths) is worth $worth, as its note says', ({ id, w, b, worth }) => {
    expect(graded(bound('gate', configOf('gate', id)), { w, b })).toEqual({
      score: expect.closeTo(worth, 12) as number,
      right: true,
    });
  });

  test('any weights that make AND make OR with b = −0.5, as the note says', () => {
    const settings = [-20, -15, -10, -5, 0, 5, 10, 15, 20];
    const makes = (gate: string, w: number[], b: number) => {
      const grade = graded(bound('gate', { gate }), { w, b });
      return grade !== null && typeof grade === 'object' && grade.right;
    };
    const biases = Array.from({ length: 13 }, (_, i) => 5 * i - 30);
    const pairs = settings.flatMap((w0) => settings.map((w1) => [w0, w1]));
    const and = pairs.filter((w) => biases.some((b) => makes('and', w, b)));
    expect(and.length).toBeGreaterThan(0);
    expect(and.filter((w) => !makes('or', w, -5))).toEqual([]);
  });
});

describe('the numbers to find', () => {
  const answers = (id: string) => configOf('numeric', id).variants.map(({ answer }) => answer);

  test('3-4-4-2 has 46 parameters, 36 of them weights', () => {
    const layers = [3, 4, 4, 2];
    const weights = layers.slice(1).reduce((sum, size, i) => sum + size * (layers[i] ?? 0), 0);
    const neurons = layers.slice(1).reduce((sum, size) => sum + size, 0);
    expect([answers('quanti-parametri'), weights]).toEqual([[weights + neurons], 36]);
    expect(configOf('numeric', 'quanti-parametri').variants[0]?.picture).toEqual({
      draws: 'network',
      layers,
    });
  });

  type Three = readonly [number, number, number];
  const dotOf = (w: Three, x: Three) => w[0] * x[0] + w[1] * x[1] + w[2] * x[2];
  /** As a person reads it: minus signs, not hyphens. */
  const written = (numbers: readonly number[]) => numbers.join(', ').replaceAll('-', '−');

  test.each<[Three, Three, number]>([
    [[2, -1, 3], [1, 4, 2], -5],
    [[3, 1, -2], [2, 5, 4], -7],
    [[-1, 2, 4], [5, 4, 1], -6],
  ])('w = %j, x = %j, b = %j makes w·x + b, with the mistakes that have a name', (w, x, b) => {
    const sum = dotOf(w, x);
    const unsigned = w.reduce((all, weight, i) => all + Math.abs(weight) * (x[i] ?? 0), 0);
    const given = `Weights w = (${written(w)}), inputs x = (${written(x)}), bias b = ${written([b])}.`;
    expect(configOf('numeric', 'prodotto-scalare').variants).toContainEqual({
      picture: { draws: 'neuron', ...{ w, x, b }, sigma: false },
      given: { it: given.replace('Weights', 'Pesi').replace('inputs', 'ingressi'), en: given },
      answer: sum + b,
      mistakes: [
        { value: sum, why: { it: 'dimenticato b', en: 'forgot b' } },
        {
          value: sum - b,
          why: { it: 'b sottratto invece che aggiunto', en: 'took b away instead of adding it' },
        },
        { value: unsigned + b, why: { it: 'perso il segno di un peso', en: 'lost the sign of a weight' } },
      ],
    });
  });

  test.each<[Three, Three, number]>([
    [[1, -2, 1], [2, 3, 1], -2],
    [[2, 1, -3], [1, 2, 3], 1],
    [[-1, 3, -2], [4, 1, 2], -1],
  ])('the row %j, x⁰ = %j, b₁¹ = %j makes σ(w·x + b), where σ divides by 10 below zero', (w, x, b) => {
    const sum = dotOf(w, x);
    const given = `First row of W₁: (${written(w)}), input x⁰ = (${written(x)}), b₁¹ = ${written([b])}.`;
    expect(sum + b).toBeLessThan(0);
    expect(configOf('numeric', 'il-valore-di-x1').variants).toContainEqual({
      picture: { draws: 'neuron', ...{ w, x, b }, sigma: true, within: [3, 4, 4, 2] },
      given: {
        it: given.replace('First row of W₁', 'Prima riga di W₁').replace('input', 'ingresso'),
        en: given,
      },
      answer: (sum + b) / 10,
      mistakes: [
        { value: sum + b, why: { it: 'saltato σ', en: 'skipped σ' } },
        { value: sum / 10, why: { it: 'dimenticato b₁¹', en: 'forgot b₁¹' } },
        { value: 0, why: { it: 'scritto 0 perché z è negativo', en: 'wrote 0 because z is negative' } },
      ],
    });
  });

  test('of the bill: 835,584 h are 334 MWh of the cards, and 5.0 million dollars of rent', () => {
    const hours = 1_024 * 34 * 24;
    expect(Math.round((hours * 0.4) / 1_000)).toBe(334);
    expect((hours * 6) / 1e6).toBeCloseTo(5, 1);
  });

  test('are those of the notes: w·x + b, σ of it, GPU hours and bytes', () => {
    expect(answers('prodotto-scalare')).toEqual([-1, -4, 1]);
    expect(answers('il-valore-di-x1')).toEqual([-0.5, -0.4, -0.6]);
    expect(answers('ore-di-gpu')).toEqual([1_024 * 34 * 24]);
    expect(answers('memoria-di-70-miliardi')).toEqual([70 * 2]);
  });

  test.each(steps.filter(({ kind }) => kind === 'numeric'))(
    '$id has no two mistakes that give one value',
    ({ id }) => {
      for (const { answer, mistakes } of configOf('numeric', id).variants) {
        const values = [answer, ...mistakes.map(({ value }) => value)];
        expect(new Set(values).size).toBe(values.length);
      }
    },
  );
});

describe('the rule to correct', () => {
  const and = [
    { x: [0, 0], y: 0 },
    { x: [0, 1], y: 0 },
    { x: [1, 0], y: 0 },
    { x: [1, 1], y: 1 },
  ];

  /** What four rounds of AND leave, from zero with η = 1; `sign` is 1 as it should be, −1 as printed. */
  function learned(sign: 1 | -1, rounds: number) {
    let [w0, w1, b] = [0, 0, 0];
    for (let i = 0; i < rounds; i++)
      for (const { x, y } of and) {
        const [x0 = 0, x1 = 0] = x;
        const step = sign * (y - (w0 * x0 + w1 * x1 + b >= 0 ? 1 : 0));
        [w0, w1, b] = [w0 + step * x0, w1 + step * x1, b + step];
      }
    const right = and.filter(({ x: [x0 = 0, x1 = 0], y }) => (w0 * x0 + w1 * x1 + b >= 0 ? 1 : 0) === y);
    return { w: [w0, w1], b, right: right.length };
  }

  test('as printed it has w = (4, 4), b = 12 and one row of AND right after 16 samples', () => {
    expect(learned(-1, 4)).toEqual({ w: [4, 4], b: 12, right: 1 });
  });

  test('with its signs swapped it learns AND', () => {
    expect(learned(1, 10).right).toBe(4);
  });
});

describe('the races', () => {
  /** The mean score over some sessions, trained as the server does. */
  function mean(id: string, submission: Submission): number {
    const config = configOf('race', id);
    const scores = ['one', 'two', 'three'].map((session) => {
      const secret = derive(seeds.secret, session);
      const result = train(job(config, submission, secret));
      return grade(config, submission, { seat: seeds.seat, secret, result }).score;
    });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  test.each([
    { id: 'gara-xor', answer: { layers: [8], rate: 0.2, epochs: 15 } as const },
    { id: 'cerchio-con-bolletta', answer: { layers: [4], rate: 0.1, epochs: 30 } as const },
    { id: 'pinguini-in-gara', answer: { layers: [], rate: 0.5, epochs: 3 } as const },
  ])('$id is won by the answer of its note', ({ id, answer }) => {
    expect(mean(id, { ...answer, layers: [...answer.layers] })).toBeGreaterThan(0.9);
  });

  test.each([
    { id: 'gara-xor', name: 'one neuron', answer: { layers: [1], rate: 0.1, epochs: 100 } as const },
    { id: 'gara-xor', name: 'two neurons', answer: { layers: [2], rate: 0.1, epochs: 57 } as const },
    {
      id: 'cerchio-con-bolletta',
      name: 'two neurons',
      answer: { layers: [2], rate: 0.1, epochs: 57 } as const,
    },
    { id: 'cerchio-con-bolletta', name: 'size', answer: { layers: [8, 8], rate: 0.1, epochs: 13 } as const },
    { id: 'pinguini-in-gara', name: 'size', answer: { layers: [8, 8], rate: 0.5, epochs: 3 } as const },
  ])('$id is not won by $name', ({ id, answer }) => {
    expect(mean(id, { ...answer, layers: [...answer.layers] })).toBeLessThan(0.6);
  });
});

describe('the line through the penguins', () => {
  const config = configOf('line-fit', 'la-retta-migliore');
  const { best, hidden, newcomer } = bound('line-fit', config).reveal({ secret: seeds.secret }) as FitReveal;
  const step = steps.find(({ id }) => id === 'la-retta-migliore');

  test('is scored by as many birds as its explanation says, and climbs as it says', () => {
    expect(hidden.length / 2).toBe(282);
    expect(Math.round(coefficients(best).w)).toBe(49);
    for (const said of Object.values(step?.explanation ?? {})) {
      expect(said).toContain(' 282 ');
      expect(said).toContain(' 49 ');
    }
  });

  test('is the one of the teacher’s note, which misses the new penguin by what it says', () => {
    const { w, b } = coefficients(best);
    const kilos = (grams: number) => (grams / 1_000).toFixed(2);
    expect([(w / 1_000).toFixed(3), (b / 1_000).toFixed(1)]).toEqual(['0.049', '-5.6']);
    expect([...best.map(kilos), kilos(heightAt(best, newcomer[0])), newcomer[0], kilos(newcomer[1])]).toEqual(
      [...['3.21', '5.42', '5.17'], ...[220, '5.40']],
    );
    expect(Math.sqrt(meanSquare(best, hidden)) / 1_000).toBeCloseTo(0.4, 1);
  });
});

test('the line among the penguins is scored by as many birds as its explanation says', () => {
  const activity = bound('separating-line', configOf('separating-line', 'pinguini'));
  const { kept } = activity.samples();
  for (const said of Object.values(steps.find(({ id }) => id === 'pinguini')?.explanation ?? {}))
    expect(said).toContain(` ${kept.length} `);
});

describe('guessing', () => {
  const TRIES = 500;
  const untrained = steps.flatMap((step) => {
    const made = bindStep(step);
    return made.ok && !made.value.trains ? [{ id: step.id, activity: made.value }] : [];
  });

  test.each(untrained)('wins little at $id', ({ activity }) => {
    const scores = Array.from({ length: TRIES }, (_, i) => {
      const grade = graded(activity, activity.answers?.bots.random(rng(SEED, `${i}`), SEED));
      return grade !== null && typeof grade === 'object' ? grade.score : 0;
    });
    expect(scores.reduce((sum, score) => sum + score, 0) / TRIES).toBeLessThan(0.35);
  });
});

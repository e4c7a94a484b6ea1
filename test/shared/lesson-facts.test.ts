import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { coefficients, heightAt, meanSquare } from '#shared/activities/line-fit/line';
import type { Reveal as FitReveal } from '#shared/activities/line-fit/view';
import { fires } from '#shared/activities/neuron/neuron';
import { grade } from '#shared/activities/race/grade';
import type { Submission } from '#shared/activities/race/index';
import type { Rate } from '#shared/activities/race/rates';
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
  type Variant = ReturnType<typeof configOf<'numeric'>>['variants'][number];
  type Picture<Draws> = Extract<Variant['picture'], { readonly draws: Draws }>;
  const numbersOf = (id: string) => configOf('numeric', id).variants;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  function drawn<Draws extends string>({ picture }: Variant, draws: Draws): Picture<Draws> {
    if (picture?.draws !== draws) throw new Error(`${draws} is not drawn`);
    return picture as Picture<Draws>;
  }

  /** Every variant, said and worked out from the numbers in its own picture. */
  const workedOut = (id: string, from: (variant: Variant) => Omit<Variant, 'picture'>) => {
    const variants = numbersOf(id);
    expect(variants).toEqual(variants.map((one) => ({ picture: one.picture, ...from(one) })));
  };

  const mistake = (value: number, it: string, en: string) => ({ value, why: { it, en } });
  /** As a person reads it: minus signs, not hyphens. */
  const written = (numbers: readonly number[]) => numbers.join(', ').replaceAll('-', '−');

  /** w·x, the same with every weight taken as positive, and what stands in the picture. */
  function neuronOf(variant: Variant) {
    const { w, x, b, sigma } = drawn(variant, 'neuron');
    const times = (weights: readonly number[]) => sum(weights.map((weight, i) => weight * (x[i] ?? 0)));
    return { w: written(w), x: written(x), b, sigma, dot: times(w), unsigned: times(w.map(Math.abs)) };
  }

  test('w·x + b, with the mistakes that have a name', () => {
    workedOut('prodotto-scalare', (variant) => {
      const { w, x, b, sigma, dot, unsigned } = neuronOf(variant);
      expect(drawn(variant, 'neuron').w.filter((weight) => weight < 0)).toHaveLength(1);
      expect(sigma).toBe(false);
      return {
        given: {
          it: `Pesi w = (${w}), ingressi x = (${x}), bias b = ${written([b])}.`,
          en: `Weights w = (${w}), inputs x = (${x}), bias b = ${written([b])}.`,
        },
        answer: dot + b,
        mistakes: [
          mistake(dot, 'dimenticato b', 'forgot b'),
          mistake(dot - b, 'b sottratto invece che aggiunto', 'took b away instead of adding it'),
          mistake(unsigned + b, 'perso il segno di un peso', 'lost the sign of a weight'),
        ],
      };
    });
  });

  test('x₁¹ = σ(w·x + b), where σ divides by 10 below zero', () => {
    workedOut('il-valore-di-x1', (variant) => {
      const { w, x, b, sigma, dot } = neuronOf(variant);
      expect([sigma, dot < 0, dot + b < 0]).toEqual([true, true, true]);
      return {
        given: {
          it: `Prima riga di W₁: (${w}), ingresso x⁰ = (${x}), b₁¹ = ${written([b])}.`,
          en: `First row of W₁: (${w}), input x⁰ = (${x}), b₁¹ = ${written([b])}.`,
        },
        answer: (dot + b) / 10,
        mistakes: [
          mistake(dot + b, 'saltato σ', 'skipped σ'),
          mistake(dot / 10, 'dimenticato b₁¹', 'forgot b₁¹'),
          mistake(0, 'scritto 0 perché z è negativo', 'wrote 0 because z is negative'),
        ],
      };
    });
  });

  test('the parameters of networks with four layers', () => {
    workedOut('quanti-parametri', (variant) => {
      const { layers } = drawn(variant, 'network');
      const weights = sum(layers.slice(1).map((size, i) => size * (layers[i] ?? 0)));
      const biases = sum(layers.slice(1));
      expect(layers).toHaveLength(4);
      return {
        given: { it: `Rete ${layers.join('-')}.`, en: `Network ${layers.join('-')}.` },
        answer: weights + biases,
        mistakes: [
          mistake(weights, 'dimenticati i bias', 'forgot the biases'),
          mistake(sum(layers), 'contati i neuroni', 'counted the neurons'),
          mistake(weights + sum(layers), 'dato un bias agli ingressi', 'gave the inputs a bias'),
          mistake(biases, 'contati solo i bias', 'counted the biases only'),
        ],
      };
    });
  });

  const countsOf = (variant: Variant) => drawn(variant, 'amounts').amounts.map(({ count }) => count);

  test('GPU hours: cards, days and 24 hours', () => {
    workedOut('ore-di-gpu', (variant) => {
      const [cards = 0, days = 0] = countsOf(variant);
      return {
        given: {
          it: `${cards} schede A100 per ${days} giorni.`,
          en: `${cards} A100 cards for ${days} days.`,
        },
        answer: cards * days * 24,
        mistakes: [
          mistake(cards * days, 'giorni, non ore', 'days, not hours'),
          mistake(cards * 24, 'un giorno solo', 'a single day'),
          mistake(days * 24, 'una GPU sola', 'a single GPU'),
        ],
      };
    });
  });

  test('gigabytes: billions of parameters and bytes for each, of which none has just one', () => {
    const formats = new Map([
      [32, 'FP32'],
      [16, 'FP16'],
      [4, 'INT4'],
    ]);
    workedOut('memoria-di-70-miliardi', (variant) => {
      const [billions = 0, bits = 0] = countsOf(variant);
      const named = [
        mistake(billions, 'un byte per parametro', 'one byte a parameter'),
        mistake(2 * billions, 'due byte, come FP16', 'two bytes, as in FP16'),
        mistake(bits * billions, 'bit, non byte', 'bits, not bytes'),
        mistake(4 * billions, 'quattro byte, come FP32', 'four bytes, as in FP32'),
        mistake(billions / (bits / 8), 'diviso invece di moltiplicato', 'divided instead of multiplied'),
      ];
      const answer = (billions * bits) / 8;
      return {
        given: {
          it: `${billions} miliardi di parametri, scritti in ${formats.get(bits) ?? ''}.`,
          en: `${billions} billion parameters, written in ${formats.get(bits) ?? ''}.`,
        },
        answer,
        // Of two that come to one number the first is named.
        mistakes: named.filter(
          ({ value }, i) => value !== answer && named.findIndex((one) => one.value === value) === i,
        ),
      };
    });
  });

  test('of the bill: 835,584 h are 334 MWh of the cards, and 5.0 million dollars of rent', () => {
    const hours = 1_024 * 34 * 24;
    expect(Math.round((hours * 0.4) / 1_000)).toBe(334);
    expect((hours * 6) / 1e6).toBeCloseTo(5, 1);
  });

  test('begin with those of the lecture, which the projector draws and the explanations talk about', () => {
    expect(numbersOf('quanti-parametri')[0]).toMatchObject({ answer: 46, picture: { layers: [3, 4, 4, 2] } });
    expect(numbersOf('ore-di-gpu')[0]).toMatchObject({
      answer: 835_584,
      given: { en: '1024 A100 cards for 34 days.' },
    });
    expect(numbersOf('memoria-di-70-miliardi')[0]).toMatchObject({
      answer: 140,
      given: { en: '70 billion parameters, written in FP16.' },
    });
    expect(numbersOf('prodotto-scalare')[0]).toMatchObject({ answer: -1 });
    expect(numbersOf('il-valore-di-x1')[0]).toMatchObject({ answer: -0.5 });
  });

  test('are those of the teacher’s notes, all of them', () => {
    for (const { id, note, config } of steps.filter(({ kind }) => kind === 'numeric'))
      for (const [locale, comma] of [
        ['it', ','],
        ['en', '.'],
      ] as const)
        for (const { answer } of (config as { variants: readonly Variant[] }).variants) {
          const said = (note?.answer?.[locale] ?? '').replaceAll(
            locale === 'it' ? /(?<=\d)\.(?=\d{3}(?!\d))/g : /(?<=\d),(?=\d{3}(?!\d))/g,
            '',
          );
          expect(said, id).toContain(String(answer).replace('-', '−').replace('.', comma));
        }
  });

  test.each(steps.filter(({ kind }) => kind === 'numeric'))(
    '$id has at least eight variants, none with another one’s answer, nor with two mistakes of one value',
    ({ id }) => {
      const { variants, tolerance, partial } = configOf('numeric', id);
      expect(variants.length).toBeGreaterThanOrEqual(8);
      const answers = variants.map(({ answer }) => answer).sort((a, b) => a - b);
      const apart = answers.slice(1).map((answer, i) => answer - (answers[i] ?? 0));
      // Nothing that is right in one is worth anything in another.
      expect(Math.min(...apart)).toBeGreaterThan((partial ? 6 : 2) * tolerance);
      for (const { answer, mistakes } of variants) {
        const values = [answer, ...mistakes.map(({ value }) => value)];
        expect(new Set(values).size).toBe(values.length);
      }
    },
  );
});

describe('the questions that close', () => {
  /** The rows in which a neuron fires, as (x₀, x₁). */
  const rows = (w: readonly number[], b: number) =>
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]
      .filter((x) => fires({ w: w.map((one) => 10 * one), b: 10 * b }, x))
      .map((x) => x.join(''));
  const rightOf = (id: string) => configOf('choice', id).right;

  test('the neurons of that day and of a week later fire where their right options say', () => {
    expect([rows([2, -2], -1), rightOf('chiudere-neurone')]).toEqual([['10'], ['first']]);
    expect([rows([-2, -2], 3), rightOf('di-nuovo-neurone')]).toEqual([['00', '01', '10'], ['nand']]);
    for (const b of [-2, -1]) expect(rows([2, -2], b)).toEqual(['10']);
    for (const b of [2, 3]) expect(rows([-2, -2], b)).toEqual(['00', '01', '10']);
    expect([rows([2, -2], 0).length, rows([-2, -2], 4).length]).toEqual([3, 4]);
  });

  test('the cost that explodes has ηa near 3.1, the one that crawls 0.00125', () => {
    expect(1 + Math.sqrt(180 / 40)).toBeCloseTo(3.1, 1);
    expect((1 - 0.31) ** 2).toBeCloseTo(0.5, 1);
    expect(1 - Math.sqrt(399 / 400)).toBeCloseTo(0.00125, 5);
    expect(397 - 10).toBe(387);
  });

  test('2-4-1, 2-8-1 and 2-12-1 have 17, 33 and 49 parameters: 3.9 times the energy, and 1.44', () => {
    const parameters = (hidden: number) => 2 * hidden + hidden + hidden + 1;
    expect([4, 8, 12].map(parameters)).toEqual([17, 33, 49]);
    expect((2 * 33) / 17).toBeCloseTo(3.9, 1);
    expect(49 / 17 / 2).toBeCloseTo(1.44, 2);
    expect([rightOf('chiudere-costo'), rightOf('di-nuovo-costo')]).toEqual([['four'], ['once']]);
  });
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
  type Answer =
    Submission | { readonly layers: readonly number[]; readonly rate: Rate; readonly epochs: number };
  const own = (answer: Answer): Submission =>
    'layers' in answer ? { ...answer, layers: [...answer.layers] } : answer;

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
    { id: 'barre', answer: { family: 'cnn', kernels: 4, neurons: 0, rate: 0.05, epochs: 20 } as const },
  ])('$id is won by the answer of its note', ({ id, answer }) => {
    expect(mean(id, own(answer))).toBeGreaterThan(0.9);
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
    {
      id: 'barre',
      name: 'dense neurons',
      answer: { family: 'cnn', kernels: 0, neurons: 32, rate: 0.05, epochs: 20 } as const,
    },
  ])('$id is not won by $name', ({ id, answer }) => {
    expect(mean(id, own(answer))).toBeLessThan(0.6);
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

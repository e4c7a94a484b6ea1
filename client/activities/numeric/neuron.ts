import type { Drawing } from '#shared/activities/numeric/index';
import type { Locale } from '#shared/text';
import { between, type Wire } from '../kit/network';
import type { Place } from '../kit/plane';
import { written } from './figure';

type NeuronDrawing = Extract<Drawing, { draws: 'neuron' }>;

/** Radii of an input, of the neuron and of σ, in the drawing's units; it is 400 x 240 large. */
export const RADIUS = { input: 22, sum: 34, sigma: 24 };

/** How high the inputs' part is; below it comes b. */
const HEIGHT = 198;
const SUM: Place = { x: 232, y: HEIGHT / 2 };
const SIGMA: Place = { x: 316, y: HEIGHT / 2 };

/** An arrow with what stands beside it. `sign`: that of a number, null for a letter. */
export interface Arrow {
  readonly wire: Wire;
  readonly words: Place & { readonly text: string; readonly index: number | null };
  readonly sign: number | null;
}

export interface Input extends Place {
  readonly index: number;
  /** Null for the letter itself. */
  readonly value: string | null;
}

/** Where everything of a neuron stands. */
export interface Plan {
  /** Whatever is drawn, in the middle of its picture. */
  readonly viewBox: string;
  readonly inputs: readonly Input[];
  readonly weights: readonly Arrow[];
  readonly bias: Arrow;
  readonly sum: Place;
  /** Null where z itself is asked for. */
  readonly sigma: Place | null;
  readonly out: { readonly wires: readonly Wire[]; readonly words: Place };
}

/** A number stands a little before the middle of its arrow, above it. */
const BESIDE = 0.44;
const ABOVE = 13;

export function planOf({ inputs, sigma, numbers }: NeuronDrawing, locale: Locale): Plan {
  const say = (value: number | undefined) => (value === undefined ? null : written(value, locale));
  const places = Array.from({ length: inputs }, (_, i): Input => ({
    ...{ x: 66, y: (HEIGHT * (i + 0.5)) / inputs },
    ...{ index: i + 1, value: say(numbers?.x[i]) },
  }));
  const left = numbers ? 0 : 38;
  const right = sigma ? 400 : 336;
  return {
    viewBox: `${left} 0 ${right - left} 240`,
    inputs: places,
    weights: places.map((place, i) => arrow(place, 'w', place.index, numbers?.w[i], locale)),
    bias: biasOf(numbers?.b, locale),
    sum: SUM,
    sigma: sigma ? SIGMA : null,
    out: sigma ? outOf([SUM, RADIUS.sum], [SIGMA, RADIUS.sigma]) : outOf([SUM, RADIUS.sum]),
  };
}

function arrow(from: Place, letter: string, index: number, value: number | undefined, locale: Locale): Arrow {
  const wire = between([from, SUM], RADIUS.input, RADIUS.sum + 7);
  const [start, end] = wire;
  const at = {
    x: start.x + BESIDE * (end.x - start.x),
    y: start.y + BESIDE * (end.y - start.y) - ABOVE,
  };
  return { wire, words: { ...at, ...named(letter, index, value, locale) }, sign: signOf(value) };
}

const biasOf = (b: number | undefined, locale: Locale): Arrow => ({
  wire: [
    { x: SUM.x, y: HEIGHT + 14 },
    { x: SUM.x, y: SUM.y + RADIUS.sum + 7 },
  ],
  words: { x: SUM.x, y: HEIGHT + 36, ...named('b', null, b, locale) },
  sign: signOf(b),
});

const signOf = (value: number | undefined): number | null => (value === undefined ? null : Math.sign(value));

/** A number alone, where there is one: the letters stand in the task. */
function named(letter: string, index: number | null, value: number | undefined, locale: Locale) {
  return value === undefined ? { text: letter, index } : { text: written(value, locale), index: null };
}

type Ring = readonly [middle: Place, radius: number];

/** The arrows to the right, from one circle to the next and out of the last. */
function outOf(...rings: readonly [Ring, ...Ring[]]): Plan['out'] {
  const [last, radius] = rings.at(-1) ?? rings[0];
  const end = { x: last.x + radius + 34, y: last.y };
  const wires = rings.map(([from, leaving], i): Wire => {
    const next = rings[i + 1];
    return next ? between([from, next[0]], leaving, next[1] + 7) : between([from, end], leaving, 0);
  });
  return { wires, words: { x: end.x + 10, y: end.y + 7 } };
}

import type { Drawing } from '#shared/activities/numeric/index';
import type { Locale } from '#shared/text';
import { between, columnsOf, type Wire } from '../kit/network';
import type { Place } from '../kit/plane';
import { lowered } from '../pictures/figures';
import { written } from './figure';

type NeuronDrawing = Extract<Drawing, { draws: 'neuron' }>;

/** The sheet in px: what `em` is large there. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly em: number;
}

/** An arrow into the neuron. `sign`: that of a number, null for a letter. */
export interface Into {
  readonly wire: Wire;
  readonly words: Place;
  readonly text: string;
  readonly sign: number | null;
}

/** Where everything of a network stands whose first neuron is asked about. */
export interface WithinPlan {
  readonly radius: number;
  /** Of the neuron and of the inputs, which hold numbers. */
  readonly large: number;
  readonly columns: readonly (readonly Place[])[];
  readonly others: readonly Wire[];
  readonly into: readonly Into[];
  readonly bias: Into;
  readonly neuron: Place;
  readonly inputs: readonly (Place & { readonly name: string; readonly value: string | null })[];
}

/** Inputs stand here and the first layer there, in shares of the width: between them is room for numbers. */
const [INPUTS, FIRST, LAST] = [0.15, 0.6, 0.95];
/** Above the network comes the bias, so many em high. */
const TOP = 1.7;
/** A number stands here on its arrow: apart from those of the others. */
const BESIDE = 0.36;

/** The columns of a network, with more room after the inputs than between other layers. */
function spread(layers: readonly number[], sheet: Sheet, top: number): readonly (readonly Place[])[] {
  const height = sheet.height - top;
  const even = columnsOf(layers, { width: sheet.width, height, margin: 0 });
  const later = Math.max(1, layers.length - 2);
  const x = (layer: number) =>
    sheet.width * (layer === 0 ? INPUTS : FIRST + ((LAST - FIRST) * (layer - 1)) / later);
  return even.map((column, layer) => column.map(({ y }) => ({ x: x(layer), y: top + y })));
}

export function withinPlan(
  { numbers, inputs }: NeuronDrawing,
  layers: readonly number[],
  sheet: Sheet,
  locale: Locale,
): WithinPlan {
  const { em } = sheet;
  const columns = spread(layers, sheet, TOP * em);
  const radius = Math.max(4, Math.min(0.8 * em, (0.3 * sheet.height) / Math.max(...layers)));
  const large = Math.min(1.15 * em, (0.42 * (sheet.height - TOP * em)) / Math.max(inputs, 1));
  const neuron = columns[1]?.[0] ?? { x: 0, y: 0 };
  const value = (number: number | undefined, letter: string) =>
    number === undefined ? letter : written(number, locale);
  const sign = (number: number | undefined) => (number === undefined ? null : Math.sign(number));
  const places = columns[0] ?? [];
  return {
    ...{ radius, large, columns, neuron },
    others: wiresBeside(columns, neuron).map((wire) => between(wire, radius, radius)),
    into: places.map((place, i) => {
      const wire = between([place, neuron], large, large + 5);
      const [from, to] = wire;
      return {
        wire,
        words: { x: from.x + BESIDE * (to.x - from.x), y: from.y + BESIDE * (to.y - from.y) - 0.3 * em },
        text: value(numbers?.w[i], `w₁${lowered(i + 1)}`),
        sign: sign(numbers?.w[i]),
      };
    }),
    bias: {
      wire: [
        { x: neuron.x, y: 0.05 * em },
        { x: neuron.x, y: neuron.y - large - 5 },
      ],
      words: { x: neuron.x - 0.4 * em, y: 0.95 * em },
      text: value(numbers?.b, 'b₁¹'),
      sign: sign(numbers?.b),
    },
    inputs: places.map((place, i) => ({
      ...place,
      name: `x${lowered(i + 1)}⁰`,
      value: numbers ? written(numbers.x[i] ?? 0, locale) : null,
    })),
  };
}

/** All arrows but those into one neuron. */
const wiresBeside = (columns: readonly (readonly Place[])[], neuron: Place): readonly Wire[] =>
  columns
    .slice(1)
    .flatMap((column, layer) =>
      column
        .filter((to) => to !== neuron)
        .flatMap((to) => (columns[layer] ?? []).map((from): Wire => [from, to])),
    );

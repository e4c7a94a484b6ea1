import type { Config, Picture } from './config';

type Neuron = Extract<Picture, { draws: 'neuron' }>;

/** What is drawn beside a task. Where each student has other numbers the projector draws a neuron with letters. */
export type Drawing =
  | Exclude<Picture, Neuron>
  | {
      readonly draws: 'neuron';
      readonly inputs: number;
      readonly sigma: boolean;
      /** The network whose first neuron it is; null where it stands alone. */
      readonly within: readonly number[] | null;
      /** Null for letters. */
      readonly numbers: Pick<Neuron, 'w' | 'x' | 'b'> | null;
    };

const withNumbers = ({ w, x, b, sigma, within }: Neuron): Drawing => ({
  ...{ draws: 'neuron', inputs: w.length, sigma, within: within ?? null },
  numbers: { w, x, b },
});

const withLetters = ({ w, sigma, within }: Neuron): Drawing => ({
  ...{ draws: 'neuron', inputs: w.length, sigma, within: within ?? null },
  numbers: null,
});

/** The drawing of one variant. */
export function drawingOf({ variants }: Config, variant: number): Drawing | null {
  const picture = variants[variant]?.picture ?? null;
  return picture?.draws === 'neuron' ? withNumbers(picture) : picture;
}

/** What all variants have in common: the projector's drawing where each student has one of them. */
export function commonDrawing({ variants }: Config): Drawing | null {
  const drawings = variants.map(({ picture }) =>
    picture?.draws === 'neuron' ? withLetters(picture) : picture,
  );
  const [first = null, ...others] = drawings;
  const same = others.every((drawing) => JSON.stringify(drawing) === JSON.stringify(first));
  return same ? first : null;
}

/** The first drawing, as an example of what all of them draw; null where they draw different things. */
export function exampleDrawing(config: Config): Drawing | null {
  const kinds = new Set(config.variants.map(({ picture }) => picture?.draws));
  return kinds.size === 1 ? drawingOf(config, 0) : null;
}

import { SIDE } from '#shared/training/cnn/design';
import type { Colours } from '../../../kit/colours';
import type { Sheet } from '../../../kit/painting.svelte';
import { answerWords, FOOT, penFont, type ShownSample } from '../../classes/shown';

type Pen = CanvasRenderingContext2D;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Between two maps, and letters, px. */
const GAP = 3;
const LETTERS = 14;
const LARGE = 16;
/** For the right answer and the network's beside a row, px. */
const WORDS = 58;

/** Squares of one colour, the stronger the larger its number. */
function paintCells(pen: Pen, values: ArrayLike<number>, { x, y, side }: Box, colour: string, line: string) {
  const cells = Math.round(Math.sqrt(values.length));
  const size = side / cells;
  let most = 1e-6;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
  pen.fillStyle = colour;
  for (let i = 0; i < values.length; i++) {
    pen.globalAlpha = (values[i] as number) / most;
    pen.fillRect(x + (i % cells) * size, y + Math.floor(i / cells) * size, size + 0.3, size + 0.3);
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = line;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
}

/** The picture, then a map for each kernel. */
function mapsOf({ samples, sample, seen }: ShownSample): ArrayLike<number>[] {
  const picture = samples.x.slice(sample * SIDE * SIDE, (sample + 1) * SIDE * SIDE);
  const inner = seen?.inner ?? new Float32Array(0);
  const side = SIDE - 2;
  const kernels = Math.floor(inner.length / (side * side));
  const maps = Array.from({ length: kernels }, (_, k) =>
    inner.subarray(k * side * side, (k + 1) * side * side),
  );
  return [picture, ...maps];
}

function paintMaps(pen: Pen, shown: ShownSample, colours: Colours, boxOf: (i: number) => Box): void {
  mapsOf(shown).forEach((values, i) =>
    paintCells(
      pen,
      values,
      boxOf(i),
      i === 0 ? colours.ink : colours.one,
      i === 0 ? colours.ink : colours.soft,
    ),
  );
}

function write(pen: Pen, words: string, x: number, y: number, size: number, colours: Colours): void {
  pen.font = penFont(size);
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.ink;
  pen.fillText(words, x, y);
}

/** In a small square: as many boxes a side as are needed, and below them the right answer and the network's. */
export function paintSquare({ pen, width, height, colours }: Sheet, shown: ShownSample): void {
  const columns = Math.ceil(Math.sqrt(mapsOf(shown).length));
  const side = (Math.min(width, height - FOOT) - GAP) / columns;
  paintMaps(pen, shown, colours, (i) => ({
    x: GAP + (i % columns) * side,
    y: GAP + Math.floor(i / columns) * side,
    side: side - GAP,
  }));
  write(pen, answerWords(shown), 2 * GAP, height - FOOT / 2, LETTERS, colours);
}

/** In a row: the picture, its maps, and what is said of it. */
export function paintRow({ pen, width, height, colours }: Sheet, shown: ShownSample): void {
  const count = mapsOf(shown).length;
  const side = Math.min(height, (width - WORDS) / count);
  paintMaps(pen, shown, colours, (i) => ({ x: i * side, y: 0, side: side - GAP }));
  write(pen, answerWords(shown), count * side + 2 * GAP, side / 2, LARGE, colours);
}

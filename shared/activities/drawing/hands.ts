import type { Rng } from '../../rng';
import { digits } from '../../training/sets/digits';
import { CELLS } from './reduced';
import { DOTS, SHEET, type Sheet } from './ink';

/** How somebody writes: simulated, since the data say nothing of who wrote what. */
export interface Hand {
  /** How far the top leans to the right for each dot that it is higher. */
  readonly slant: number;
  /** How wide the digit is, of what it was in the data, and how high on the sheet. */
  readonly width: number;
  readonly height: number;
  /** From how much ink on, 0 to 16, there is a dot: less is a thicker pen. */
  readonly pen: number;
  /** How far the middle of each row is pushed aside, in cells. */
  readonly bend: number;
}

const between = (random: Rng, least: number, most: number): number => least + (most - least) * random.unit();

/** A writer of the simulated class: other slants, pens, sizes and places than those of the data. */
export const handOf = (random: Rng): Hand => ({
  slant: between(random, -0.3, 0.6),
  width: between(random, 0.6, 1.3),
  height: between(random, 0.5, 0.95),
  pen: between(random, 2, 11),
  bend: between(random, -1, 1),
});

const at = (pixels: readonly number[], row: number, column: number): number =>
  row < 0 || column < 0 || row >= CELLS || column >= CELLS ? 0 : (pixels[row * CELLS + column] ?? 0);

/** Ink between the middles of cells, straight from one to the next. */
function inkAt(pixels: readonly number[], y: number, x: number): number {
  const [row, column] = [Math.floor(y), Math.floor(x)];
  const [down, right] = [y - row, x - column];
  const upper = at(pixels, row, column) * (1 - right) + at(pixels, row, column + 1) * right;
  const lower = at(pixels, row + 1, column) * (1 - right) + at(pixels, row + 1, column + 1) * right;
  return upper * (1 - down) + lower * down;
}

/** A digit as a hand writes it: one of the data's, leaning, stretched, bent and pushed about. Never without ink. */
export function written(digit: number, hand: Hand, random: Rng): Sheet {
  const those = digits.filter(({ y }) => y === digit);
  const { pixels } = those[random.below(those.length)] ?? { pixels: [] };
  const [middleX, middleY] = [SHEET / 2 + between(random, -3, 3), SHEET / 2 + between(random, -1, 1)];
  const scale = CELLS / (SHEET * hand.height);
  const sheet = new Uint8Array(DOTS);
  for (let i = 0; i < DOTS; i++) {
    const column = i % SHEET;
    const [across, down] = [column + 0.5 - middleX, (i - column) / SHEET + 0.5 - middleY];
    const y = down * scale;
    const bent = hand.bend * (1 - (y * y) / 16);
    const x = ((across + hand.slant * down) * scale) / hand.width - bent;
    if (inkAt(pixels, y + CELLS / 2 - 0.5, x + CELLS / 2 - 0.5) >= hand.pen) sheet[i] = 1;
  }
  if (!sheet.includes(1)) sheet[DOTS / 2 + SHEET / 2] = 1;
  return sheet;
}

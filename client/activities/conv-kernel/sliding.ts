import { pixelUnder, PLACES } from '#shared/activities/conv-kernel/kernel';
import { WIDTH } from '#shared/activities/conv-kernel/config';
import type { Picture } from '#shared/activities/conv-kernel/pictures';
import { SIDE } from '#shared/training/cnn/design';
import { cellAt, pairIn } from './squares';

/** The weights that lie on lit pixels: what a sum is made of. */
export const termsAt = (cells: readonly number[], picture: Picture, place: number): readonly number[] =>
  cells.filter((weight, cell) => weight !== 0 && picture[pixelUnder(place, cell)] === '1');

const signed = (value: number): string => (value > 0 ? `+${value}` : `\u2212${-value}`);

/** What is added up where the kernel stands: "+1 +1 −1 = 1". */
export function sumWords(terms: readonly number[]): string {
  const sum = terms.reduce((total, term) => total + term, 0);
  const total = sum < 0 ? signed(sum) : String(sum);
  return terms.length === 0 ? total : `${terms.map(signed).join(' ')} = ${total}`;
}

/** Where the kernel goes next: row by row, and from the end to the beginning. */
export const nextPlace = (place: number | null): number =>
  place === null ? 0 : (place + 1) % (PLACES * PLACES);

/** Where the kernel stands when a place of the picture or of the map is touched; null: neither. */
export function placeTouched(
  room: { readonly width: number; readonly height: number },
  point: { readonly x: number; readonly y: number },
): number | null {
  const [picture, map] = pairIn(room);
  const onMap = cellAt(map, PLACES, point);
  if (onMap) return onMap.row * PLACES + onMap.column;
  const pixel = cellAt(picture, SIDE, point);
  if (!pixel) return null;
  // The pixel becomes the kernel's middle, as far as it can.
  const within = (at: number) => Math.max(0, Math.min(PLACES - 1, at - Math.floor(WIDTH / 2)));
  return within(pixel.row) * PLACES + within(pixel.column);
}

import type { Points } from '#shared/training/request';
import { channels, type Colours } from '../../kit/colours';
import type { Sheet } from '../../kit/painting.svelte';

/** How strongly a sure prediction is coloured: points must stand out on it. */
const STRENGTH = 0.42;

/** Steps from orange (0) over paper (1/2) to blue (1); an odd number, so that 1/2 is paper itself. */
const STEPS = 255;

/** The colours of all steps, as pixels. */
function shades({ one, zero, paper }: Colours): Uint32Array {
  const [sure1, sure0, none] = [channels(one), channels(zero), channels(paper)];
  const pixels = new Uint8ClampedArray(4 * STEPS);
  for (let step = 0; step < STEPS; step++) {
    const value = step / (STEPS - 1);
    const sure = value >= 0.5 ? sure1 : sure0;
    const share = STRENGTH * Math.abs(value - 0.5) * 2;
    const mixed = (i: 0 | 1 | 2) => none[i] + (sure[i] - none[i]) * share;
    pixels.set([mixed(0), mixed(1), mixed(2), 255], 4 * step);
  }
  return new Uint32Array(pixels.buffer);
}

const palettes = new WeakMap<Colours, Uint32Array>();

function paletteOf(colours: Colours): Uint32Array {
  const known = palettes.get(colours) ?? shades(colours);
  palettes.set(colours, known);
  return known;
}

let small: HTMLCanvasElement | null = null;

/** Values from 0 to 1 in rows of `side` as so many pixels. What is not a number is undecided. */
function shadesOf(pen: CanvasRenderingContext2D, values: Float32Array, side: number, colours: Colours) {
  const image = pen.createImageData(side, values.length / side);
  const pixels = new Uint32Array(image.data.buffer);
  const palette = paletteOf(colours);
  const paper = palette[(STEPS - 1) / 2] ?? 0;
  values.forEach((value, i) => (pixels[i] = palette[Math.round(value * (STEPS - 1))] ?? paper));
  return image;
}

/** The same as a picture, to be drawn from at once: the next call paints over it. */
export function shaded(values: Float32Array, side: number, colours: Colours): HTMLCanvasElement {
  small ??= document.createElement('canvas');
  const rows = values.length / side;
  if (small.width !== side) small.width = side;
  if (small.height !== rows) small.height = rows;
  const inner = small.getContext('2d');
  inner?.putImageData(shadesOf(inner, values, side, colours), 0, 0);
  return small;
}

/** Paints predictions, the first row at the top: one a pixel of a sheet that has as many. */
export const paintMap = ({ pen, width, colours }: Sheet, map: Float32Array): void =>
  pen.putImageData(shadesOf(pen, map, width, colours), 0, 0);

/** Paints points: blue circles for class 1, orange triangles for class 0. */
export function paintPoints({ pen, width, height, colours }: Sheet, points: Points, extent: number): void {
  const size = Math.max(2.2, Math.min(width, height) / 75);
  pen.lineWidth = size / 2.4;
  pen.strokeStyle = colours.paper;
  points.y.forEach((y, i) => {
    const x = ((points.x[2 * i] ?? 0) / extent + 1) * (width / 2);
    const down = (1 - (points.x[2 * i + 1] ?? 0) / extent) * (height / 2);
    pen.beginPath();
    if (y === 1) pen.arc(x, down, size, 0, 2 * Math.PI);
    else triangle(pen, x, down, size * 1.25);
    pen.fillStyle = y === 1 ? colours.one : colours.zero;
    pen.stroke();
    pen.fill();
  });
}

function triangle(pen: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  pen.moveTo(x, y - size);
  pen.lineTo(x + size * 0.87, y + size * 0.6);
  pen.lineTo(x - size * 0.87, y + size * 0.6);
  pen.closePath();
}

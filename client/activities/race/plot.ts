import type { Points } from '#shared/training/request';
import { channels, type Colours } from './colours';
import type { Sheet } from './painting.svelte';

/** How strongly a sure prediction is coloured: points must stand out on it. */
const STRENGTH = 0.42;

/** One colour for each value from 0 (orange) over 1/2 (paper) to 1 (blue). */
function shades({ one, zero, paper }: Colours): (value: number) => readonly [number, number, number] {
  const [sure1, sure0, none] = [channels(one), channels(zero), channels(paper)];
  return (value) => {
    const sure = value >= 0.5 ? sure1 : sure0;
    const share = STRENGTH * Math.min(1, Math.abs(value - 0.5) * 2);
    const mixed = (i: 0 | 1 | 2) => none[i] + (sure[i] - none[i]) * share;
    return [mixed(0), mixed(1), mixed(2)];
  };
}

let small: HTMLCanvasElement | null = null;

/** Paints side x side predictions, the first row at the top, as a smooth picture that fills the sheet. */
export function paintMap({ pen, width, height, colours }: Sheet, map: Float32Array, side: number): void {
  small ??= document.createElement('canvas');
  small.width = small.height = side;
  const inner = small.getContext('2d');
  if (!inner) return;
  const image = inner.createImageData(side, side);
  const shade = shades(colours);
  for (let i = 0; i < side * side; i++) {
    const [red, green, blue] = shade(map[i] ?? 0.5);
    image.data.set([red, green, blue, 255], i * 4);
  }
  inner.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(small, 0, 0, width, height);
}

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

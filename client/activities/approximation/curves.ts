import { curveAt, sumAt, type Distance, type Network } from '#shared/activities/approximation/network';
import { targetAt } from '#shared/activities/approximation/target';
import type { View } from '#shared/activities/approximation/view';
import type { Sheet } from '../kit/painting.svelte';
import { domainOf } from './plane';

/** A sum of the class's picture. */
export interface ClassSum {
  readonly network: Network;
  /** Null: the moment has not come to tell. */
  readonly lit: boolean | null;
}

/** What is painted over the curve that is to be imitated. */
export interface Drawing {
  readonly view: View;
  /** Each S curve of this one faintly, as it leaves the base. */
  readonly parts?: Network | null;
  readonly you?: Network | null;
  readonly ghost?: Network | null;
  readonly right?: Network | null;
  readonly others?: readonly ClassSum[];
  /** Where the sum is farthest from the curve. */
  readonly farthest?: Distance | null;
}

/** So many strokes from one side to the other. */
const STROKES = 120;

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

/** Paints on one sheet; a width of 1 is for a phone. */
class Painter {
  readonly #sheet: Sheet;
  readonly #thick: number;
  readonly #domain: readonly [number, number];

  constructor(sheet: Sheet, view: View) {
    this.#sheet = sheet;
    this.#thick = Math.max(1, sheet.height / 220);
    this.#domain = domainOf(view);
  }

  y(value: number): number {
    const [least, most] = this.#domain;
    return (this.#sheet.height * (most - value)) / (most - least);
  }

  curve(at: (x: number) => number, { colour, width, dash = [], alpha = 1 }: Stroke): void {
    const { pen, width: across } = this.#sheet;
    pen.strokeStyle = colour;
    pen.lineWidth = width * this.#thick;
    pen.globalAlpha = alpha;
    pen.setLineDash(dash.map((length) => length * this.#thick));
    pen.lineJoin = 'round';
    pen.beginPath();
    for (let i = 0; i <= STROKES; i++) pen.lineTo((across * i) / STROKES, this.y(at(i / STROKES)));
    pen.stroke();
    pen.globalAlpha = 1;
  }

  /** A stroke from the curve to the sum, and a ring on the curve. */
  gap({ at }: Distance, from: number, to: number): void {
    const { pen, width, colours } = this.#sheet;
    pen.setLineDash([3 * this.#thick, 2.5 * this.#thick]);
    pen.strokeStyle = colours.you;
    pen.lineWidth = 2 * this.#thick;
    pen.beginPath();
    pen.moveTo(width * at, this.y(from));
    pen.lineTo(width * at, this.y(to));
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.arc(width * at, this.y(from), 5 * this.#thick, 0, 7);
    pen.stroke();
  }
}

/** The curve that is to be imitated, the S curves, and sums of them. */
export function paintCurves(sheet: Sheet, drawing: Drawing): void {
  const { view, parts, you, ghost, right, others = [], farthest } = drawing;
  const { colours } = sheet;
  const painter = new Painter(sheet, view);
  const sum = (network: Network) => (x: number) => sumAt(network, x);
  for (const { network, lit } of others)
    painter.curve(sum(network), {
      ...{ colour: colours.ink, width: lit ? 1.6 : 1.2 },
      alpha: lit === null ? 0.35 : lit ? 0.55 : 0.25,
    });
  for (const curve of parts?.curves ?? []) {
    const up = curve.h >= 0;
    painter.curve((x) => (parts?.bias ?? 0) + curveAt(curve, x), {
      ...{ colour: up ? colours.one : colours.zero, width: 1.6, alpha: 0.75 },
      dash: up ? [] : [5, 3],
    });
  }
  painter.curve((x) => targetAt(view, x), { colour: colours.ink, width: 2, dash: [6, 4] });
  if (ghost) painter.curve(sum(ghost), { colour: colours.you, width: 1.4, dash: [2, 4] });
  if (right) painter.curve(sum(right), { colour: colours.ink, width: 2 });
  if (you) painter.curve(sum(you), { colour: colours.you, width: 3 });
  if (you && farthest) painter.gap(farthest, targetAt(view, farthest.at), sumAt(you, farthest.at));
  sheet.pen.setLineDash([]);
}

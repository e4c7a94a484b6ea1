import type { Sheet } from '../kit/painting.svelte';

/** The cost after each step. */
export interface CostCurve {
  readonly costs: readonly number[];
  readonly look: 'you' | 'best' | 'small' | 'large';
}

/** Where a step and a cost lie between the axes, 0..1. */
export interface CostShares {
  readonly across: (step: number) => number;
  readonly up: (cost: number) => number;
}

/** The dashes of each look, in widths of the pen: curves are told apart without their colours. */
const dashes: Readonly<Record<CostCurve['look'], readonly number[]>> = {
  you: [],
  best: [],
  small: [1, 2],
  large: [4, 2.5],
};

/** Paints curves between common axes; one that runs away ends at the top. */
export function paintCosts(sheet: Sheet, curves: readonly CostCurve[], shares: CostShares): void {
  const { pen, height, colours } = sheet;
  const thick = Math.max(2, height / 90);
  pen.lineJoin = pen.lineCap = 'round';
  for (const { costs, look } of curves) {
    pen.strokeStyle = look === 'you' ? colours.you : look === 'best' ? colours.ink : colours.soft;
    pen.lineWidth = look === 'you' ? 1.4 * thick : thick;
    pen.setLineDash(dashes[look].map((dash) => dash * thick));
    trace(sheet, costs, shares);
  }
  pen.setLineDash([]);
}

function trace({ pen, width, height }: Sheet, costs: readonly number[], { across, up }: CostShares): void {
  pen.beginPath();
  for (const [step, cost] of costs.entries()) {
    const y = Math.max(0, height * (1 - up(cost)));
    if (step === 0) pen.moveTo(width * across(step), y);
    else pen.lineTo(width * across(step), y);
    // From here on it runs along the top.
    if (up(cost) >= 1) break;
  }
  pen.stroke();
}

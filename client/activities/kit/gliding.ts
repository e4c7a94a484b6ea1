import { prefersReducedMotion } from 'svelte/motion';
import { origins } from './dots';
import type { Place } from './plane';

/** A dot on the page: its middle and its width, px. */
export interface Spot extends Place {
  readonly size: number;
}

/** How long a dot is on its way, and how much later than the first the last one sets out, ms: 600 together. */
const GLIDE = 450;
const LATEST = 150;

const spotOf = (dot: Element): Spot => {
  const { left, top, width, height } = dot.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, size: width };
};

/** Where the dots of a picture are now; empty places are none. */
export const spotsIn = (picture: Element | null): readonly Spot[] =>
  [...(picture?.querySelectorAll('circle:not(.empty)') ?? [])].map(spotOf);

/** Lets dots glide from where others were to where they stand now; at once for whoever wants no motion. */
export function glideFrom(spots: readonly Spot[], dots: readonly Element[]): void {
  if (prefersReducedMotion.current || spots.length === 0) return;
  const from = origins(spots.length, dots.length);
  // Everything is read before anything moves.
  const ways = dots.map((dot, i) => wayOf(spots[from[i] ?? 0], spotOf(dot), unitOf(dot)));
  dots.forEach((dot, i) => {
    dot.animate([{ transform: ways[i] ?? 'none' }, { transform: 'none' }], {
      ...{ duration: GLIDE, delay: (LATEST * i) / dots.length },
      ...{ easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)', fill: 'backwards' },
    });
  });
}

/** A unit of a drawing on the page, px: a replay shows a whole projector small. */
const unitOf = (dot: Element): number => (dot instanceof SVGGraphicsElement && dot.getScreenCTM()?.a) || 1;

function wayOf(from: Spot | undefined, to: Spot, unit: number): string {
  if (!from) return 'none';
  const [dx, dy] = [(from.x - to.x) / unit, (from.y - to.y) / unit];
  return `translate(${dx}px, ${dy}px) scale(${from.size / (to.size || 1)})`;
}

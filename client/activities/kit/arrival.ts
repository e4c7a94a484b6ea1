import { prefersReducedMotion } from 'svelte/motion';
import type { TransitionConfig } from 'svelte/transition';

/** Times of a class picture, ms: to draw a line, between two lines, and how long a whole class may take. */
const DRAW = 300;
const APART = 60;
const LONGEST = 1_800;
const LEAVE = 150;

/** Draws lines on one after the other, in the order in which they come. */
export function arrival(): (node: Element) => TransitionConfig {
  let free = 0;
  return () => {
    if (prefersReducedMotion.current) return { duration: 0 };
    const now = performance.now();
    free = Math.min(Math.max(now, free + APART), now + LONGEST);
    return { delay: free - now, duration: DRAW, css: (t) => `stroke-dashoffset: ${1 - t}` };
  };
}

/** A line that nobody holds any more fades. */
export const departure = (_node: Element): TransitionConfig => ({
  duration: prefersReducedMotion.current ? 0 : LEAVE,
  css: (t) => `opacity: ${t}`,
});

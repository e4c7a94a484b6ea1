import type { ClassRun, View } from '#shared/activities/race/view';

/** The plot in units of its viewBox; words stand outside. */
export const WIDTH = 320;
export const HEIGHT = 200;
const ROOM = { left: 6, right: 10, top: 12, bottom: 8 };
/** Nothing worse than a coin is of interest, nothing is better than 1. */
const LOWEST = 0.45;

/** Energies run in powers over so many factors of the least that is free of charge, up to the most. */
const SPAN = 20;

/** Where an energy and an accuracy lie in the plot; the energy is logarithmic, as the bill is. */
export function scalesOf({ energy: { max, par } }: Pick<View, 'energy'>) {
  const least = par / SPAN;
  return {
    across: (energy: number) =>
      ROOM.left +
      (Math.max(0, Math.log(energy / least)) / Math.log(max / least)) * (WIDTH - ROOM.left - ROOM.right),
    down: (accuracy: number) =>
      HEIGHT -
      ROOM.bottom -
      (Math.max(0, accuracy - LOWEST) / (1 - LOWEST)) * (HEIGHT - ROOM.top - ROOM.bottom),
  };
}

/** How large a run's circle is: its area grows with the students who hold it. */
export const radiusOf = ({ count }: Pick<ClassRun, 'count'>): number => Math.min(16, 4 * Math.sqrt(count));

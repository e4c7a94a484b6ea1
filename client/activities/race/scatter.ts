import type { ClassRun, View } from '#shared/activities/race/view';
import type { ChartAxis } from '../kit/chart';

/** Nothing worse than a coin is of interest, nothing is better than 1. */
const LOWEST = 0.45;

/** Energies run in powers over so many factors of the least that is free of charge, up to the most. */
const SPAN = 20;

type Axis = Pick<ChartAxis, 'domain' | 'log'>;

/** The axes of energy and accuracy; that of the energy is logarithmic, as the bill is. */
export const axesOf = ({ energy: { max, par } }: Pick<View, 'energy'>): { x: Axis; y: Axis } => ({
  x: { domain: [par / SPAN, max], log: true },
  y: { domain: [LOWEST, 1] },
});

/** How large a run's circle is: its area grows with the students who hold it. */
export const radiusOf = ({ count }: Pick<ClassRun, 'count'>): number => Math.min(16, 4 * Math.sqrt(count));

import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, type Counts } from '../neuron/lines';
import { bestFor } from './best';
import type { Config, Detector, Submission } from './config';
import { keyOf } from './held';
import { directionFor, directions, forEach, type Direction } from './shapes';
import { shownTo, type Shown } from './shown';

/** Pictures to look at, and the direction that is to be found. It differs from seat to seat; null where no seat looks. */
export interface View {
  readonly direction: Direction | null;
  readonly pictures: readonly Shown[];
}

/** For each direction a detector that finds it. */
export interface Reveal {
  readonly best: Readonly<Record<Direction, Detector>>;
}

/** How many students hold each detector, by the direction that they were given. */
export type Summary = Readonly<Record<Direction, Counts>>;

export function view(config: Config, seat: Seed | null): View {
  const direction = directionFor(config, seat);
  return { direction, pictures: shownTo(direction) };
}

export const reveal = (): Reveal => ({ best: forEach(directions, bestFor) });

export const emptySummary = (): Summary => forEach(directions, () => ({}));

export function addToSummary(config: Config, summary: Summary, sent: Submission, { seat }: Seeds): Summary {
  const direction = directionFor(config, seat);
  return { ...summary, [direction]: counted(summary[direction], keyOf(sent)) };
}

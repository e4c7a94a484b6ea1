import { flipperNames, flipperSamples, splitFlippers, type Flipper } from '../../training/sets/flippers';
import type { StepSamples } from '../activity';
import type { Config } from './config';
import type { Cloud } from './line';

/**
 * A public seed, "Galton 1886": which penguins are in sight is no secret, the hidden ones just never leave the server.
 * Its sixty are like all 342: their best line has w = 49.1 g/mm against 49.7.
 */
const SEED = '47616c746f6e20313838362020202020';

/** The new penguin's flipper is as near to this as one can be, mm: far from the mean, where a level line would do too. */
const LONG = 220;

interface Split {
  readonly shown: Cloud;
  readonly hidden: Cloud;
  /** One of the hidden ones, whose flipper is told. */
  readonly newcomer: Flipper;
}

/** A whole class is graded by the same penguins. */
const splits = new Map<string, Split>();

/** A split by its name. */
export const splitName = ({ visible, share }: Config): string => `${visible} ${share?.join() ?? 'all'}`;

const parts = ({ visible, share }: Config) => splitFlippers(SEED, visible, share);

/** Penguins to look at and others to score with; the same ones every time. */
export function split(config: Config): Split {
  const known = splits.get(splitName(config));
  if (known) return known;
  const { visible: seen, hidden } = parts(config);
  const made = { shown: seen.flat(), hidden: hidden.flat(), newcomer: newcomerOf(seen, hidden) };
  splits.set(splitName(config), made);
  return made;
}

/** None that measures as one in sight does: its mass would be no secret. */
function newcomerOf(seen: readonly Flipper[], hidden: readonly Flipper[]): Flipper {
  const known = new Set(flipperNames(seen));
  const off = ([flipper]: Flipper) => Math.abs(flipper - LONG);
  return hidden
    .filter((one) => !flipperNames([one]).some((name) => known.has(name)))
    .reduce((nearest, one) => (off(one) < off(nearest) ? one : nearest));
}

/** The penguins in sight, and those that are kept for the reveal, by their names. */
export const samplesOf = (config: Config): StepSamples => flipperSamples(parts(config));

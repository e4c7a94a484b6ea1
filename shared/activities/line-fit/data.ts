import { flipperNames, flipperSamples, splitFlippers, type Flipper } from '../../training/sets/flippers';
import type { StepSamples } from '../activity';
import type { Config, OwnConfig } from './config';
import type { Cloud } from './line';
import { ownParts, ownSamples } from './own';

/**
 * A public seed, "Galton 1886": which penguins are in sight is no secret, the hidden ones just never leave the server.
 * Its sixty are like all 342: their best line has w = 49.1 g/mm against 49.7.
 */
const SEED = '47616c746f6e20313838362020202020';

/** The new penguin's flipper is as near to this as one can be, mm: far from the mean, where a level line would do too. */
const LONG = 220;

/** Of a table too small to be played. */
const NOBODY: Flipper = [LONG, 0];

interface Split {
  readonly shown: Cloud;
  readonly hidden: Cloud;
  /** One of the hidden ones, whose flipper is told. */
  readonly newcomer: Flipper;
}

/** A whole class is graded by the same penguins. */
const splits = new Map<string, Split>();

const ownSplits = new WeakMap<OwnConfig, Split>();

type PenguinConfig = Exclude<Config, OwnConfig>;

const splitName = ({ visible, share }: PenguinConfig): string => `${visible} ${share?.join() ?? 'all'}`;

const penguinParts = ({ visible, share }: PenguinConfig) => splitFlippers(SEED, visible, share);

/** Penguins to look at and others to score with; the same ones every time. */
export function split(config: Config): Split {
  const known = config.data === 'own' ? ownSplits.get(config) : splits.get(splitName(config));
  if (known) return known;
  const { visible: seen, hidden } = config.data === 'own' ? ownParts(config) : penguinParts(config);
  const made = { shown: seen.flat(), hidden: hidden.flat(), newcomer: newcomerOf(seen, hidden) };
  if (config.data === 'own') ownSplits.set(config, made);
  else splits.set(splitName(config), made);
  return made;
}

/** None that measures as one in sight does: its mass would be no secret. */
function newcomerOf(seen: readonly Flipper[], hidden: readonly Flipper[]): Flipper {
  const known = new Set(flipperNames(seen));
  const off = ([flipper]: Flipper) => Math.abs(flipper - LONG);
  return hidden
    .filter((one) => !flipperNames([one]).some((name) => known.has(name)))
    .reduce((nearest, one) => (off(one) < off(nearest) ? one : nearest), hidden[0] ?? NOBODY);
}

/** The penguins in sight, and those that are kept for the reveal, by their names. */
export const samplesOf = (config: Config): StepSamples =>
  config.data === 'own' ? ownSamples(config) : flipperSamples(penguinParts(config));

import { penguinSamples, splitPenguins } from '../../training/sets/penguins';
import type { StepSamples } from '../activity';
import type { Config, OwnConfig } from './config';
import type { Birds } from './line';
import { ownSamples, ownSplit } from './own';

/** A public seed: which birds are visible is no secret, the hidden ones just never leave the server. */
const SEED = '50656e6775696e7320617420506c6179';

type Penguins = ReturnType<typeof splitPenguins>['visible'];

/** Millimetres become whole tenths again. */
const birds = (penguins: Penguins): Birds => ({
  x: penguins.flatMap(({ length, depth }) => [Math.round(length * 10), Math.round(depth * 10)]),
  y: penguins.map(({ y }) => y),
});

interface Split {
  readonly shown: Birds;
  readonly hidden: Birds;
}

/** A whole class is graded by the same birds. */
const splits = new Map<string, Split>();
const ownSplits = new WeakMap<OwnConfig, Split>();

type PenguinConfig = Exclude<Config, OwnConfig>;

const partsOf = ({ visible, share }: PenguinConfig) => splitPenguins(SEED, visible, share);

/** Birds to look at and others to score with; the same ones every time. */
export function split(config: Config): Split {
  return config.data === 'own' ? splitOwn(config) : splitBirds(config);
}

function splitOwn(config: OwnConfig): Split {
  const known = ownSplits.get(config);
  if (known) return known;
  const made = ownSplit(config);
  ownSplits.set(config, made);
  return made;
}

function splitBirds(config: PenguinConfig): Split {
  const key = `${config.visible} ${config.share?.join() ?? 'all'}`;
  const known = splits.get(key);
  if (known) return known;
  const parts = partsOf(config);
  const made = { shown: birds(parts.visible), hidden: birds(parts.hidden) };
  splits.set(key, made);
  return made;
}

/** The birds in sight, and those that are kept for the reveal, by their names. */
export const samplesOf = (config: Config): StepSamples =>
  config.data === 'own' ? ownSamples(config) : penguinSamples(partsOf(config));

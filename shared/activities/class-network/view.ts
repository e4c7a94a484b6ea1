import { derive, type Seed } from '../../rng';
import type { Points } from '../../training/request';
import { privatePoints, visiblePoints } from '../../training/sets/splits';
import { faint } from '../faint';
import { counted } from '../neuron/lines';
import type { Config, Line } from './config';
import { keyOf } from './line';

/** What everybody sees: the seed of the visible points, which a phone draws itself, and the class's goal in percent. */
export type View = Config;

/** How many students hold each line, by "angle,offset", and how many neurons there are. */
export interface Summary {
  readonly lines: Readonly<Record<string, number>>;
  readonly all: number;
}

export const view = (config: Config): View => config;

export const visible = ({ data, samples, noise, dataSeed }: View): Points =>
  visiblePoints(data, samples, noise, dataSeed);

/** What judges each line: it leaves the server neither before the reveal nor after it. */
export const hidden = ({ data, noise }: Config, secret: Seed): Points =>
  privatePoints(data, noise, derive(secret, 'class-network/points')).hidden;

export const emptySummary = (): Summary => ({ lines: {}, all: 0 });

export const addToSummary = (_config: Config, { lines, all }: Summary, line: Line): Summary => ({
  lines: counted(lines, keyOf(line)),
  all: all + 1,
});

/** While the step is open each line once, and at most forty. */
export const whileOpen = ({ lines, all }: Summary): Summary => ({ lines: faint(Object.keys(lines)), all });

import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, type Counts } from '../neuron/lines';
import { rowsOf, type Row } from '../neuron/truth-table';
import type { Config, Network } from './config';
import { givenTo, standing, type Given } from './given';
import { wayOf, ways, waysOnce, type Way } from './ways';

/** The table of XOR, and what stands already; nothing of it on the projector. */
export interface View {
  readonly rows: readonly Row[];
  readonly given: Given | null;
}

/** Every way to XOR, and those that differ in more than the order of their hidden neurons. */
export interface Reveal {
  readonly ways: readonly Way[];
  readonly once: readonly Way[];
}

/** How many networks there are, how many are XOR, and by which of the eight ways. */
export interface Summary {
  readonly all: number;
  readonly holding: number;
  readonly ways: Counts;
}

export const view = (config: Config, seat: Seed | null): View => ({
  rows: rowsOf('xor'),
  given: givenTo(config, seat),
});

export const reveal = (): Reveal => ({ ways: ways(), once: waysOnce() });

export const emptySummary = (): Summary => ({ all: 0, holding: 0, ways: {} });

export function addToSummary(
  config: Config,
  { all, holding, ways: taken }: Summary,
  submitted: Network,
  { seat }: Pick<Seeds, 'seat'>,
): Summary {
  const way = wayOf(standing(givenTo(config, seat), submitted));
  return {
    all: all + 1,
    holding: holding + (way === null ? 0 : 1),
    ways: way === null ? taken : counted(taken, way),
  };
}

/** How many hold is told at once; by which way only once nobody can take it any more. */
export const whileOpen = ({ all, holding }: Summary): Summary => ({ all, holding, ways: {} });

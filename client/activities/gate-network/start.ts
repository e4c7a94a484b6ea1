import * as v from 'valibot';
import { submission as schema, type Network } from '#shared/activities/gate-network/config';
import { standing, startWith } from '#shared/activities/gate-network/given';
import { neuronsOf } from '#shared/activities/gate-network/network';
import type { View } from '#shared/activities/gate-network/view';
import { settable } from '#shared/activities/neuron/neuron';
import { startFrom } from '../kit/start';

/** The same for networks of the same three neurons. */
export const keyOf = (network: Network): string =>
  neuronsOf(network)
    .map(({ w, b }) => [...w, b].join())
    .join(' ');

const isNetwork = (kept: unknown): kept is Network => v.is(schema, kept) && neuronsOf(kept).every(settable);

/** Where a student starts: with what stands already in its place. */
export const startOf = ({ given }: View, draft: unknown, submission: Network | null): Network =>
  standing(given, startFrom({ draft, submission, untouched: startWith(given) }, isNetwork));

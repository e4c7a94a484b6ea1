import { rng, type Seed } from '../../rng';
import type { Submission } from './config';

/** Where sliders may stand at first, in tenths: none of them remembers anything. */
const FIRST = { h: [3, 5, 7], x: [10, 15], b: [-3, 3] } as const;

/** Every neuron that a seat may find. */
export const starts: readonly Submission[] = FIRST.h.flatMap((h) =>
  FIRST.x.flatMap((x) => FIRST.b.map((b) => ({ h, x, b }))),
);

/** That of the lecture, where no seat looks. */
export const UNTOUCHED: Submission = { h: 5, x: 10, b: 3 };

/** The neuron that a seat finds: one of twelve. */
export const startAt = (seat: Seed | null): Submission =>
  (seat === null ? undefined : starts[rng(seat, 'rnn-memory').below(starts.length)]) ?? UNTOUCHED;

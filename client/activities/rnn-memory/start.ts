import * as v from 'valibot';
import { submission as shape, type Submission } from '#shared/activities/rnn-memory/config';
import { settable } from '#shared/activities/rnn-memory/neuron';
import { UNTOUCHED } from '#shared/activities/rnn-memory/start';
import type { View } from '#shared/activities/rnn-memory/view';
import { startFrom } from '../kit/start';

const isOnTheSliders = (draft: unknown): draft is Submission => v.is(shape, draft) && settable(draft);

/** Where the sliders stand: where they were before a reload, else where they were sent from, else where the seat's start. */
export const startOf = ({ start }: View, draft: unknown, submission: Submission | null): Submission =>
  startFrom({ draft, submission, untouched: start ?? UNTOUCHED }, isOnTheSliders);

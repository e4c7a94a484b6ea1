import * as v from 'valibot';
import { RANGE, submission as shape, UNPAINTED, type Detector } from '#shared/activities/conv-kernel/config';
import { startFrom } from '../kit/start';

const isDetector = (draft: unknown): draft is Detector =>
  v.is(shape, draft) && draft.threshold >= RANGE.least && draft.threshold <= RANGE.most;

/** The kernel as it was before a reload, else as it was sent, else with nothing painted. */
export const startOf = (draft: unknown, submission: Detector | null): Detector =>
  startFrom({ draft, submission, untouched: UNPAINTED }, isDetector);

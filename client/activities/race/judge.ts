import { completed } from '#shared/activities/race/completed';
import { judgedBy, visibleFrom } from '#shared/activities/race/points';
import type { Submission } from '#shared/activities/race/config';
import type { Reveal, View } from '#shared/activities/race/view';
import type { TrainingRequest } from '#shared/training/request';
import { openPreview, type PreviewLine } from '../../workers/open-preview';
import type { FromPreview, Judgement } from '../../workers/preview';

/** The very request that the server trained; once it is revealed, anybody can run it and get the same bits. */
export const requestOf = (view: View, reveal: Reveal, submission: Submission): TrainingRequest => ({
  family: 'mlp',
  train: visibleFrom(view.visible),
  ...judgedBy(reveal.judges),
  ...completed(submission),
  seeds: reveal.seeds,
});

/** Trains submissions again on this device, one after the other; `hear` gets each outcome. Returns what ends it. */
export function judgeAgain(
  requests: readonly TrainingRequest[],
  hear: (index: number, judgement: Judgement) => void,
  open: (hear: (message: FromPreview) => void) => PreviewLine = openPreview,
): () => void {
  const line = open((message) => {
    if (message.type === 'judged') hear(message.ask, message);
  });
  requests.forEach((request, ask) => line.send({ type: 'judge', ask, request }));
  return () => line.close();
}

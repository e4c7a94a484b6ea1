import type { Submission } from '#shared/activities/race/config';
import { judgesIn, rulesOf, visibleTo } from '#shared/activities/race/rules';
import type { Reveal, View } from '#shared/activities/race/view';
import type { TrainingRequest } from '#shared/training/request';
import { openPreview, type OpenPreview, type PreviewLine } from '../../workers/open-preview';
import type { Judgement } from '../../workers/preview';

/** The very request that the server trained; once it is revealed, anybody can run it and get the same bits. */
export const requestOf = (view: View, reveal: Reveal, submission: Submission): TrainingRequest => ({
  ...rulesOf(view).choice(submission),
  train: visibleTo(view),
  ...judgesIn(reveal),
  seeds: reveal.seeds,
});

/** A worker that dies so often is not started again. */
const MOST_DEATHS = 3;

/**
 * Trains submissions again on this device, one after the other; `hear` gets each outcome. The worker ends with the
 * last one; another goes on where one died. Returns what ends it before.
 */
export function judgeAgain(
  requests: readonly TrainingRequest[],
  hear: (index: number, judgement: Judgement) => void,
  open: OpenPreview = openPreview,
): () => void {
  const left = new Map(requests.entries());
  let line: PreviewLine | null = null;
  const end = () => {
    line?.close();
    line = null;
  };
  const start = (deaths: number) => {
    line = open(
      (message) => {
        if (message.type !== 'judged' || !left.delete(message.ask)) return;
        if (left.size === 0) end();
        hear(message.ask, message);
      },
      () => {
        end();
        if (deaths < MOST_DEATHS) start(deaths + 1);
      },
    );
    for (const [ask, request] of left) line.send({ type: 'judge', ask, request });
  };
  if (left.size > 0) start(0);
  return end;
}

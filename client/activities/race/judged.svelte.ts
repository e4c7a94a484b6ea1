import { keyOf } from '#shared/activities/race/rules';
import type { ClassRun, Reveal, View } from '#shared/activities/race/view';
import type { Judgement } from '../../workers/preview';
import { judgeAgain, requestOf } from './judge';

/** How often the page hears how many are judged, in runs: it has a picture to draw meanwhile. */
const AT_ONCE = 10;

/** Runs trained again on this device, once each, to show where they fell: after the reveal they do not change any more. */
export class Judged {
  /** So many are judged, as far as the page was told. */
  done = $state(0);
  readonly #outcomes: Record<string, Judgement> = {};

  /** What came out; to be asked for once all are judged. */
  of(run: ClassRun): Judgement | null {
    return this.#outcomes[keyOf(run.submission)] ?? null;
  }

  /** On the private points; null while it is not known. */
  readonly hidden = (run: ClassRun): number | null => this.of(run)?.hidden ?? null;

  /** Judges some runs, one after the other; returns what ends that. */
  judge(view: View, reveal: Reveal, runs: readonly ClassRun[]): () => void {
    const left = runs.filter((run) => this.of(run) === null);
    let known = runs.length - left.length;
    this.done = known;
    return judgeAgain(
      left.map(({ submission }) => requestOf(view, reveal, submission)),
      (index, judgement) => {
        const run = left[index];
        if (run) this.#outcomes[keyOf(run.submission)] = judgement;
        known += 1;
        if (known % AT_ONCE === 0 || known === runs.length) this.done = known;
      },
    );
  }
}

import { SvelteMap } from 'svelte/reactivity';
import { keyOf } from '#shared/activities/race/rules';
import type { ClassRun, Reveal, View } from '#shared/activities/race/view';
import type { Judgement } from '../../workers/preview';
import { judgeAgain, requestOf } from './judge';

/** Runs trained again on this device, once each, to show where they fell: after the reveal they do not change any more. */
export class Judged {
  readonly #outcomes = new SvelteMap<string, Judgement>();

  of(run: ClassRun): Judgement | null {
    return this.#outcomes.get(keyOf(run.submission)) ?? null;
  }

  /** On the private points; null while it is not known. */
  readonly hidden = (run: ClassRun): number | null => this.of(run)?.hidden ?? null;

  /** Judges some runs, one after the other; returns what ends that. */
  judge(view: View, reveal: Reveal, runs: readonly ClassRun[]): () => void {
    const left = runs.filter((run) => this.of(run) === null);
    return judgeAgain(
      left.map(({ submission }) => requestOf(view, reveal, submission)),
      (index, judgement) => {
        const run = left[index];
        if (run) this.#outcomes.set(keyOf(run.submission), judgement);
      },
    );
  }
}

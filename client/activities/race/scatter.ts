import { keyOf } from '#shared/activities/race/rules';
import type { ClassRun, View } from '#shared/activities/race/view';
import { sharesOf, type ChartAxis } from '../kit/chart';
import { isFree, leastAccuracy, mostAccuracy } from './course';

/** Where a run stands by its public accuracy, and where it falls to by the private one: 0..1 from left and bottom. */
export interface Fall {
  readonly key: string;
  readonly across: number;
  /** On the diagonal: as good on the private points as in public. */
  readonly from: number;
  readonly to: number;
  /** Its energy leaves it all of its points. */
  readonly free: boolean;
  /** How large its circle is: its area grows with the students who hold it. */
  readonly size: number;
}

type Axis = Pick<ChartAxis, 'domain'>;

/** The same scale on both axes, in twentieths, from a little below the worst. */
export function accuraciesFrom(view: View, values: readonly number[]): Axis {
  const most = Math.max(mostAccuracy(view), ...values);
  const worst = Math.min(0.9 * most, ...values);
  return { domain: [Math.max(leastAccuracy(view), Math.floor(worst * 20 - 0.5) / 20), most] };
}

/** A run as it falls; one that is not judged yet stays on the diagonal. */
export function fallsOf(
  view: Pick<View, 'energy'>,
  runs: readonly ClassRun[],
  hidden: (run: ClassRun) => number | null,
  axis: Axis,
): readonly Fall[] {
  const share = sharesOf({ ...axis, name: '' });
  return runs.map((run) => ({
    key: keyOf(run.submission),
    across: share(run.accuracy),
    from: share(run.accuracy),
    to: share(hidden(run) ?? run.accuracy),
    free: isFree(view, run),
    size: Math.min(2, Math.sqrt(run.count)),
  }));
}

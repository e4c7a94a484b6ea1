import { accuracyFactor, energyFactor } from '#shared/activities/race/factors';
import type { ClassRun, View } from '#shared/activities/race/view';

/** A run with what it is worth, which ranks: its accuracy on the private points, times what its energy leaves. */
export interface Worth {
  readonly run: ClassRun;
  readonly hidden: number;
  /** Both from 0 to 1. */
  readonly accuracy: number;
  readonly energy: number;
}

const worth = ({ accuracy, energy }: Worth) => accuracy * energy;

/** More points; of as many the more accurate on the private points, then the cheaper, then by lot. */
const better = (a: Worth, b: Worth): number =>
  worth(b) - worth(a) || b.hidden - a.hidden || a.run.energy - b.run.energy || a.run.lot - b.run.lot;

/** Who wins, once every run is judged; null before, and where no run is worth a point. */
export function winnerOf(
  view: Pick<View, 'accuracy' | 'energy'>,
  runs: readonly ClassRun[],
  hidden: (run: ClassRun) => number | null,
): Worth | null {
  const judged = runs.flatMap((run) => {
    const accuracy = hidden(run);
    return accuracy === null
      ? []
      : [
          {
            ...{ run, hidden: accuracy, accuracy: accuracyFactor(view, accuracy) },
            energy: energyFactor(view, run.energy),
          },
        ];
  });
  if (judged.length < runs.length) return null;
  const [first] = judged.sort(better);
  return first && worth(first) > 0 ? first : null;
}

import { keyOf } from './rules';
import type { ClassRun, CurvePoint, Racing, Summary } from './view';

/** Parts into which each network's own training is cut while the race is on. */
const PARTS = 20;

/** What curves tell: accuracy on the public points or, where that was not kept, the loss on the visible ones. */
export type Measure = Racing['measure'];

/** Every run of a picture, the leader last: of a big class it may not be among the fair sample. */
export function everyRun({ runs, leader }: Pick<Summary, 'runs' | 'leader'>): readonly ClassRun[] {
  const lead = leader && keyOf(leader.submission);
  return [...runs.filter(({ submission }) => keyOf(submission) !== lead), ...(leader ? [leader] : [])];
}

/** The loss only where every run is from before its accuracy was kept on the way. */
export const measureOf = (runs: readonly ClassRun[]): Measure =>
  runs.length > 0 && runs.every(({ curve }) => !curve) ? 'loss' : 'accuracy';

/** After so many epochs, what is measured. */
export function wayOf({ curve, losses = [], submission: { epochs } }: ClassRun): readonly CurvePoint[] {
  const every = epochs / Math.max(1, losses.length - 1);
  return curve ?? losses.map((loss, i) => [i * every, loss]);
}

/** What a curve has come to after so many epochs, straight between its points. */
function after(way: readonly CurvePoint[], epoch: number): number {
  const next = way.findIndex(([at]) => at >= epoch);
  const [to, value] = way[next < 0 ? way.length - 1 : next] ?? [0, 0];
  const [from, before] = way[Math.max(0, next - 1)] ?? [to, value];
  return to > from && next > 0 ? before + ((value - before) * (epoch - from)) / (to - from) : value;
}

/** Each way in as many points as the others', equally far apart: neither their number nor their places say an epoch. */
const cut = (run: ClassRun): readonly number[] =>
  Array.from({ length: PARTS + 1 }, (_, i) => {
    const value = after(wayOf(run), (i / PARTS) * run.submission.epochs);
    return Math.round(value * 1_000) / 1_000;
  });

const byItself = (a: readonly number[], b: readonly number[]): number => (String(a) < String(b) ? -1 : 1);

/**
 * A race that is on: how each network got better over its own training, and how good the leader is in public. No shape,
 * no rate, no epochs, no energy, no map, no counts, and no order that would tell any of them.
 */
export function racingOf(picture: Pick<Summary, 'runs' | 'leader'>): Racing {
  const all = everyRun(picture);
  const measure = measureOf(all);
  const drawn = measure === 'loss' ? all : all.filter(({ curve }) => curve);
  const lead = drawn.find((run) => run === picture.leader);
  const others = drawn.filter((run) => run !== lead).map(cut);
  return {
    measure,
    ways: [...others.sort(byItself), ...(lead ? [cut(lead)] : [])],
    lead: lead?.accuracy ?? null,
  };
}

/** Only that leaves the server before the close. */
export const whileOpen = ({ sent, done, ...picture }: Summary): Summary => ({
  ...{ sent, done, runs: [], leader: null },
  racing: racingOf(picture),
});

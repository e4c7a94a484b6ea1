import { visibleTo, judgesIn } from '#shared/activities/race/rules';
import { classesOf as classesOfPictures } from '#shared/activities/race/pictures/classes';
import type { CnnView, Reveal, TransformerView } from '#shared/activities/race/view';
import { DIGITS } from '#shared/training/sets/tokens';
import type { Samples } from '#shared/training/samples';
import { unpacked, type Seen } from '#shared/training/seen';

/** Races in which a network tells classes that are not points of the plane. */
export type ClassesView = CnnView | TransformerView;

/** Samples that are shown one by one. */
const MOST_SHOWN = 4;

export const classCount = (view: ClassesView): number =>
  view.family === 'cnn' ? classesOfPictures(view.data) : DIGITS;

/** The directions of bars as they look; digits are themselves. */
const DIRECTIONS = ['—', '|', '\\', '/'] as const;

export const classWords = (view: ClassesView, name: number): string =>
  view.family === 'cnn' && view.data === 'bars' ? (DIRECTIONS[name] ?? '') : String(name);

const visible = new WeakMap<ClassesView, Samples>();

/** What the network is trained on here: made once, since every mark of a slider prepares another network. */
export function visibleOf(view: ClassesView): Samples {
  const samples = visible.get(view) ?? visibleTo(view);
  visible.set(view, samples);
  return samples;
}

export const samplesOf = (view: ClassesView, reveal: Reveal | null): Samples =>
  reveal ? judgesIn(reveal).hidden : visibleOf(view);

/** The first sample of each of the first classes. */
export const shownOf = (view: ClassesView): readonly number[] => {
  const { y } = visibleOf(view);
  const classes = Math.min(MOST_SHOWN, classCount(view));
  return Array.from({ length: classes }, (_, name) => y.indexOf(name)).filter((sample) => sample >= 0);
};

/** What a network says, as its worker packed it. */
export const seenIn = (view: ClassesView, map: Float32Array): Seen =>
  unpacked(map, classCount(view), shownOf(view).length);

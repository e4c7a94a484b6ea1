import { RANGE, type Step, type Submission } from '#shared/activities/approximation/config';
import type { View } from '#shared/activities/approximation/view';
import type { Step as Arrow } from '../kit/arrows';
import type { Gesture } from '../kit/dragging';
import { middleOf, nearest, stepAt } from './plane';

const within = (value: number, [least, most]: readonly [number, number]) =>
  // No −0.
  Math.max(least, Math.min(most, Math.round(value))) + 0;

/** The same with one S curve elsewhere, on the grid and within reach. */
export const held = (sent: Submission, which: number, { place, height }: Step): Submission => ({
  ...sent,
  steps: sent.steps.map((step, i) =>
    i === which ? { place: within(place, RANGE.place), height: within(height, RANGE.height) } : step,
  ),
});

/** An S curve after so many arrow keys: to the side by a place, up and down by a tenth. */
export function stepped(sent: Submission, which: number, [right, up]: Arrow): Submission {
  const { place = 0, height = 0 } = sent.steps[which] ?? {};
  return held(sent, which, { place: place + right, height: height + up });
}

/** The nearest S curve follows a finger by its middle, without jumping under it. */
export const dragged =
  (view: () => View): Gesture<Submission> =>
  (sent, from) => {
    const which = nearest(view(), sent, from);
    const step = sent.steps[which];
    if (!step) return () => sent;
    const { x, y } = middleOf(view(), step);
    return (to) => held(sent, which, stepAt(view(), { x: x + to.x - from.x, y: y + to.y - from.y }));
  };

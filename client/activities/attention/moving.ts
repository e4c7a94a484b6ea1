import type { Submission, Vector } from '#shared/activities/attention/config';
import type { Step } from '../kit/arrows';
import type { Gesture } from '../kit/dragging';
import { distanceBetween, type Place } from '../kit/plane';
import { drawn, vectorAt, within } from './plane';

/** The same with one query elsewhere. */
export const withQuery = ({ queries }: Submission, at: number, [x, y]: Vector): Submission => ({
  queries: queries.map((query, i) => (i === at ? [x, y] : query)),
});

/** A query after so many steps of the grid; it stops at the edge of the disc. */
export function stepped(sent: Submission, at: number, [right, up]: Step): Submission {
  const [x, y] = sent.queries[at] ?? [0, 0];
  return withQuery(sent, at, within([x + right, y + up]));
}

/** Of some queries the nearest to a place of the drawing. */
export function nearest({ queries }: Submission, among: readonly number[], place: Place): number {
  const far = (at: number) => distanceBetween(drawn(queries[at] ?? [0, 0]), place);
  return among.reduce((best, at) => (far(at) < far(best) ? at : best), among[0] ?? 0);
}

/** The nearest of some queries follows the finger, without jumping under it. */
export const dragged =
  (among: readonly number[]): Gesture<Submission> =>
  (sent, from) => {
    const at = nearest(sent, among, from);
    const held = drawn(sent.queries[at] ?? [0, 0]);
    let now = sent;
    return (to) =>
      (now = withQuery(now, at, vectorAt({ x: held.x + to.x - from.x, y: held.y + to.y - from.y })));
  };

import { pathOf, type Card } from '#shared/activities/descent-cards/fate';
import * as m from '../../i18n/generated/messages.js';
import type { PlaneAxes } from '../kit/axes';
import { SIDE, type Place } from '../kit/plane';

/** The picture's edges: p from −2.4 to 2.4, C from below 0 to 5. */
const WIDE = 2.4;
const HIGH = 5;
/** Where C = 0 lies, above the words of the axis. */
const GROUND = SIDE - 52;

/** Steps that are shown: enough to see whether the jumps get shorter. */
export const STEPS = 6;

const drawn = (p: number, cost: number): Place => ({
  x: (SIDE * (p + WIDE)) / (2 * WIDE),
  y: GROUND * (1 - cost / HIGH),
});

const costAt = ({ a }: Pick<Card, 'a'>, p: number): number => (a * p * p) / 2;

/** The parabola as one curve, up to the picture's edge and beyond: a Bézier curve of degree two is exact. */
export function curveOf(card: Pick<Card, 'a'>): string {
  const [left, middle, right] = [
    drawn(-2 * WIDE, costAt(card, 2 * WIDE)),
    drawn(0, -costAt(card, 2 * WIDE)),
    drawn(2 * WIDE, costAt(card, 2 * WIDE)),
  ];
  return `M${left.x} ${left.y}Q${middle.x} ${middle.y} ${right.x} ${right.y}`;
}

/** Where the ball is, from its start on; it may leave the picture, and then it is not followed any further. */
export function ballsOf(card: Card, steps = STEPS): readonly Place[] {
  const path = pathOf(card, steps);
  const gone = path.findIndex((p) => Math.abs(p) > WIDE || costAt(card, p) > HIGH);
  return path.slice(0, gone < 0 ? undefined : gone + 1).map((p) => drawn(p, costAt(card, p)));
}

/** p along the ground, the cost C upwards. `size` of the words: in the drawing's units. */
export const axesOf = (size: number): PlaneAxes => ({
  x: {
    ticks: [-1, 1].map((p) => ({ at: drawn(p, 0).x, label: String(p).replace('-', '−') })),
    name: 'p',
    index: null,
  },
  y: {
    ticks: [2, 4].map((cost) => ({ at: drawn(0, cost).y, label: String(cost) })),
    name: m.descent_cards_cost(),
    index: null,
  },
  cross: drawn(0, 0),
  size,
});

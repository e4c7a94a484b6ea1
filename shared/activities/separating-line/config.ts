import * as v from 'valibot';
import { ENDS } from '../../tables/places';
import { checkedRows, classNames, ownEntries } from '../../tables/own';
import { share } from '../share';

/** Bill lengths and depths are whole tenths of a millimetre, so that the side of a line is decided exactly. */
export const RANGE = { length: ENDS.x, depth: ENDS.y } as const;
/** Handles stand on a grid, in tenths of a millimetre. */
export const GRID = { length: 4, depth: 2 } as const;

/**
 * Tells Gentoo penguins (class 1) from Adelie penguins (class 0); `visible` of the 274 are shown, the others score, or
 * a share of them.
 */
const penguins = v.strictObject({
  data: v.literal('penguins'),
  visible: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(200)),
  share: v.exactOptional(share),
});

/** The same of two classes of a teacher's own table, which lie on the penguins' grid. */
const own = v.pipe(
  v.strictObject({
    ...ownEntries,
    share: v.exactOptional(share),
    classes: classNames,
  }),
  checkedRows(true),
);
export type OwnConfig = v.InferOutput<typeof own>;

export const config = v.variant('data', [penguins, own]);
export type Config = v.InferOutput<typeof config>;

/** On the kind's own grid; whatever the data, handles stand on it. */
const tenths = v.pipe(v.number(), v.integer());
/** Bill length and bill depth. */
const point = v.strictTuple([tenths, tenths]);
export type Point = v.InferOutput<typeof point>;

/** A line through two handles. It fires on its right, seen from `from` to `to`; swapped, on its left. */
export const submission = v.strictObject({ from: point, to: point, swapped: v.boolean() });
export type Submission = v.InferOutput<typeof submission>;
export type Line = Submission;

import * as v from 'valibot';
import { checkedRows, ownEntries } from '../../tables/own';
import { share } from '../share';

/** What the picture shows: flipper length in whole millimetres, body mass in whole grams. */
export const RANGE = { flipper: [170, 235], mass: [2500, 6500] } as const;
/** The two flipper lengths at which the line is held, mm. */
export const HELD = [180, 225] as const;
/** A line's heights stand on a grid, g, so that every sum of squares is a whole number; so does a guess. */
export const GRID = { height: 10, guess: 50 } as const;

/** A line through a cloud of 342 penguins, of which `visible` are shown and the others score, or a share of them. */
const penguins = v.strictObject({
  data: v.literal('penguins'),
  visible: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(200)),
  share: v.exactOptional(share),
});

/** The same through two columns of a teacher's own table, which lie on the penguins' grid. */
const own = v.pipe(v.strictObject({ ...ownEntries, share: v.exactOptional(share) }), checkedRows(false));
export type OwnConfig = v.InferOutput<typeof own>;

export const config = v.variant('data', [penguins, own]);
export type Config = v.InferOutput<typeof config>;

const grams = v.pipe(v.number(), v.integer());

/** How high a line runs at the two lengths where it is held, g. */
const heights = v.strictTuple([grams, grams]);
export type Heights = v.InferOutput<typeof heights>;

/** What the new penguin weighs, as it was guessed before there was a line, g; and the line. */
export const submission = v.strictObject({ guess: grams, heights });
export type Submission = v.InferOutput<typeof submission>;

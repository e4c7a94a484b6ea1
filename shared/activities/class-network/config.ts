import * as v from 'valibot';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Points that no single line can part. */
export const dataKinds = ['circle', 'moons', 'spiral'] as const;

/** What the class's network learns from, and the accuracy that it is to reach together, in percent, without points. */
export const config = v.strictObject({
  data: v.picklist(dataKinds),
  /** Visible points. */
  samples: whole(50, 500),
  /** In percent. */
  noise: whole(0, 50),
  /** Of the visible points; whoever sees them may know it. */
  dataSeed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  goal: whole(51, 100),
});
export type Config = v.InferOutput<typeof config>;

/** A line is turned by whole degrees; half a turn makes a neuron of it that says the opposite, and is worth the same. */
export const ANGLES = 360;
/** How far from the middle of the picture a line may pass, in tenths of a unit. */
export const FARTHEST = 60;

/**
 * A hidden neuron: a line whose normal has so many degrees from x0, and which passes so many tenths of a unit from the
 * middle, along that normal.
 */
export const submission = v.strictObject({ angle: whole(0, ANGLES - 1), offset: whole(-FARTHEST, FARTHEST) });
export type Submission = v.InferOutput<typeof submission>;
export type Line = Submission;

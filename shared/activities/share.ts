import * as v from 'valibot';

const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

/** Which of the real samples that no step shows judge this one, from and to in percent; see `Share` of the penguins. */
export const share = v.pipe(
  v.strictTuple([percent, percent]),
  v.check(([from, to]) => from < to, 'wrong-order'),
);

import * as v from 'valibot';
import { textSchema } from '../../text-schema';
import { network } from '../pictures/network';
import { told } from '../pictures/told';

const optionId = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/));

const option = v.strictObject({
  id: optionId,
  text: textSchema,
  /** Why it is wrong, for who picked it; nobody reads it before the reveal. */
  why: v.exactOptional(textSchema),
});

/** 2 to 6 options, of which `right` are right; with `several` more than one may be picked. */
export const config = v.pipe(
  v.strictObject({
    options: v.pipe(v.array(option), v.minLength(2), v.maxLength(6)),
    right: v.pipe(v.array(optionId), v.minLength(1)),
    several: v.boolean(),
    /** Each student gets the options in an order of their own. */
    shuffle: v.boolean(),
    /** What is asked about. */
    picture: v.exactOptional(network),
    /** Drawn at the reveal. */
    told: v.exactOptional(told),
  }),
  v.forward(
    v.check((c) => new Set(c.options.map((o) => o.id)).size === c.options.length, 'same-id'),
    ['options'],
  ),
  v.forward(
    v.check((c) => new Set(c.right).size === c.right.length, 'named-twice'),
    ['right'],
  ),
  v.forward(
    v.check((c) => c.right.every((id) => c.options.some((o) => o.id === id)), 'not-there'),
    ['right'],
  ),
  v.forward(
    v.check((c) => c.right.length < c.options.length, 'none-wrong'),
    ['right'],
  ),
  v.forward(
    v.check((c) => c.several || c.right.length <= 1, 'several-right'),
    ['right'],
  ),
  v.forward(
    v.check((c) => c.options.every((o) => o.why === undefined || !c.right.includes(o.id)), 'why-of-right'),
    ['right'],
  ),
);
export type Config = v.InferOutput<typeof config>;

/** The ids of the picked options. */
export const submission = v.strictObject({
  picked: v.pipe(v.array(optionId), v.minLength(1), v.maxLength(6)),
});
export type Submission = v.InferOutput<typeof submission>;

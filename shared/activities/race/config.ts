import * as v from 'valibot';
import * as cnn from './families/cnn/config';
import * as linear from './families/linear/config';
import * as mlp from './families/mlp/config';
import * as rnn from './families/rnn/config';
import * as transformer from './families/transformer/config';

/** A step's race: of which family, on which data, at which price. */
export const config = v.variant('family', [
  mlp.config,
  linear.config,
  cnn.config,
  rnn.config,
  transformer.config,
]);
export type Config = v.InferOutput<typeof config>;
export type Family = Config['family'];

/**
 * A network and how to train it, of the family that the submission names. The one that names none is an mlp: logs and
 * phones wrote them so before there were others, and the key of a job is what they wrote.
 */
export const submission = v.variant('family', [
  mlp.submission,
  linear.submission,
  cnn.submission,
  rnn.submission,
  transformer.submission,
]);
export type Submission = v.InferOutput<typeof submission>;

/** A race on a teacher's own table. */
export type OwnConfig = mlp.OwnConfig | linear.OwnConfig;

/** POST /api/tables/terms answers this: what is paid and what is worth points on such a table, and what does well. */
export type OwnTerms = Pick<OwnConfig, 'good' | 'energy' | 'accuracy'>;

/** What controls and bill depend on; a student may know all of it. */
export type Settings = mlp.Settings | linear.Settings | cnn.Settings | rnn.Settings | transformer.Settings;

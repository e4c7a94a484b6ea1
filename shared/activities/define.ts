import type { Activity } from './activity';
import { binding } from './binding';
import type { Bindable } from './bound';

/** An activity as it is written, its types inferred from its parts, together with what the engine binds to a step. */
export const defineActivity = <
  const Kind extends string,
  Config,
  View,
  Summary,
  Reveal = null,
  Submission = never,
>(
  activity: Activity<Kind, Config, Submission, View, Reveal, Summary>,
): Activity<Kind, Config, Submission, View, Reveal, Summary> & Bindable =>
  Object.assign({}, activity, { bind: binding(activity) });

import type { Family } from '#shared/activities/race/config';
import * as m from '../../i18n/generated/messages.js';

/** What the one figure of a race is called: the share of right classes. */
const classes = {
  open: m.race_public,
  hidden: m.race_private,
  progress: m.race_state_progress,
  guess: m.race_run_low_below,
  verdict: m.race_verdict,
  publicAxis: m.race_public_accuracy,
  scatter: { across: m.race_accuracy_public, up: m.race_accuracy_private },
  learnt: m.race_after_learnt,
  notLearnt: m.race_after_not_learnt,
};

/** Or the share of the error of "the same as before" that is gone. */
const series: typeof classes = {
  open: m.race_series_public,
  hidden: m.race_series_private,
  progress: m.race_series_progress,
  guess: m.race_series_low,
  verdict: m.race_series_verdict,
  publicAxis: m.race_series_axis,
  scatter: { across: m.race_series_axis_public, up: m.race_series_axis_private },
  learnt: m.race_series_learnt,
  notLearnt: m.race_series_not_learnt,
};

export const figureWords = (family: Family): typeof classes => (family === 'rnn' ? series : classes);

import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.perceptron_rule_edit_name,
  about: m.perceptron_rule_edit_about,
  start: { gate: 'or' },
  labels: {
    'samples?': m.perceptron_rule_edit_samples_on,
    samples: m.perceptron_rule_edit_samples,
    'samples[]': m.perceptron_rule_edit_sample,
  },
  hints: { '': m.perceptron_rule_edit_hint },
  values: {
    samples: {
      0: m.perceptron_rule_edit_row_0,
      1: m.perceptron_rule_edit_row_1,
      2: m.perceptron_rule_edit_row_2,
      3: m.perceptron_rule_edit_row_3,
    },
  },
} satisfies KindEdit;

import type { Decision } from '#shared/activities/perceptron-rule/config';
import * as m from '../../i18n/generated/messages.js';

/** What a decision is called. */
export const nameOf: Readonly<Record<Decision, () => string>> = {
  leave: m.perceptron_rule_leave,
  add: m.perceptron_rule_add,
  take: m.perceptron_rule_take,
};

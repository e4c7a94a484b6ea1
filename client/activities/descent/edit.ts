import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.descent_edit_name,
  about: m.descent_edit_about,
  start: { kappa: 10, steps: 20 },
  labels: { 'steepness?': m.descent_edit_steepness_on, steepness: m.descent_edit_steepness },
  hints: { '': m.descent_edit_hint, steepness: m.descent_edit_steepness_hint },
} satisfies KindEdit;

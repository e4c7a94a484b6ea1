import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.approximation_edit_name,
  about: m.approximation_edit_about,
  start: { target: 'hill', own: true },
  labels: { target: m.approximation_edit_target, own: m.approximation_edit_own },
  hints: { own: m.approximation_edit_own_hint },
  values: { target: { hill: m.approximation_edit_hill, wave: m.approximation_edit_wave } },
} satisfies KindEdit;

import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.gate_network_edit_name,
  about: m.gate_network_edit_about,
  start: { gate: 'xor', given: true },
  labels: { given: m.gate_network_edit_given },
  hints: { given: m.gate_network_edit_given_hint },
} satisfies KindEdit;

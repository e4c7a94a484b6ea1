import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.gate_edit_name,
  about: m.gate_edit_about,
  start: { gate: 'and' },
} satisfies KindEdit;

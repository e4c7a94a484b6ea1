import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.rnn_memory_edit_name,
  about: m.rnn_memory_edit_about,
  start: { lengths: [5, 20, 80] },
} satisfies KindEdit;

import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.poll_edit_name,
  about: m.poll_edit_about,
  start: {
    asks: 'options',
    options: ['a', 'b', 'c'].map((id) => ({ id, text: {} })),
    several: false,
    live: false,
  },
} satisfies KindEdit;

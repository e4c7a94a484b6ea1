import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.choice_edit_name,
  about: m.choice_edit_about,
  start: {
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: {} })),
    right: [],
    several: false,
    shuffle: true,
  },
} satisfies KindEdit;

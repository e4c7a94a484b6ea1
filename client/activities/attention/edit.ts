import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.attention_edit_name,
  about: m.attention_edit_about,
  start: { asks: 'pronouns' },
  labels: {
    asks: m.attention_edit_asks,
    'turn?': m.attention_edit_turn_on,
    turn: m.attention_edit_turn,
  },
  hints: { 'turn?': m.attention_edit_turn_on_hint },
  values: { asks: { pronouns: m.attention_edit_pronouns, roles: m.attention_edit_roles } },
} satisfies KindEdit;

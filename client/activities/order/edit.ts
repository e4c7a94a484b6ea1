import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.order_edit_name,
  about: m.order_edit_about,
  start: { items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: {} })), ends: { first: {}, last: {} } },
  labels: {
    items: m.order_edit_items,
    'items.text': m.order_edit_text,
    'ends.first': m.order_edit_first,
    'ends.last': m.order_edit_last,
  },
  hints: {
    'ends.first': m.order_edit_first_hint,
  },
} satisfies KindEdit;

import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';
import { chanceId } from '../kit/edit/rows';

/** Four items that are written in their right order, which their ids, seen by everybody, must not tell. */
const fourItems = () =>
  Array.from({ length: 4 }).reduce<readonly { id: string; text: object }[]>(
    (items) => [...items, { id: chanceId(items.map(({ id }) => id)), text: {} }],
    [],
  );

export default {
  version: 1,
  name: m.order_edit_name,
  about: m.order_edit_about,
  get start() {
    return { items: fourItems(), ends: { first: {}, last: {} } };
  },
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

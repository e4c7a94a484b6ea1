import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.drawing_edit_name,
  about: m.drawing_edit_about,
  start: { asks: 3 },
  labels: { asks: m.drawing_edit_asks },
  hints: { asks: m.drawing_edit_asks_hint },
} satisfies KindEdit;

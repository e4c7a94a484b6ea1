import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.slide_edit_name,
  about: m.slide_edit_about,
  start: { lines: [{}], picture: null, link: null, tap: false, lookUp: false },
} satisfies KindEdit;

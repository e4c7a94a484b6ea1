import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 2,
  name: m.numeric_edit_name,
  about: m.numeric_edit_about,
  start: {
    variants: [{ given: null, picture: null, mistakes: [] }],
    unit: null,
    tolerance: 0,
    partial: false,
  },
} satisfies KindEdit;

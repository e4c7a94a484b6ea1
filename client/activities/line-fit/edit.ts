import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.line_fit_edit_name,
  about: m.line_fit_edit_about,
  start: { data: 'penguins', visible: 60 },
  labels: {
    visible: m.line_fit_edit_visible,
    share: m.line_fit_edit_share,
    'share?': m.line_fit_edit_share_on,
    data: m.table_data,
    source: m.table_source,
    rows: m.table_rows,
    x: m.table_axis_x,
    y: m.table_axis_y,
  },
  hints: { '': m.line_fit_edit_hint, share: m.line_fit_edit_share_hint },
} satisfies KindEdit;

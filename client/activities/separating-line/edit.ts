import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.separating_line_edit_name,
  about: m.separating_line_edit_about,
  start: { data: 'penguins', visible: 100 },
  labels: {
    visible: m.separating_line_edit_visible,
    share: m.separating_line_edit_share,
    'share?': m.separating_line_edit_share_on,
    data: m.table_data,
    source: m.table_source,
    rows: m.table_rows,
    x: m.table_axis_x,
    y: m.table_axis_y,
    classes: m.table_classes,
  },
  hints: { '': m.separating_line_edit_hint, share: m.separating_line_edit_share_hint },
} satisfies KindEdit;

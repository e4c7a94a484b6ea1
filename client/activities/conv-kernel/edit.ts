import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.conv_kernel_edit_name,
  about: m.conv_kernel_edit_about,
  start: { data: 'bars' },
  labels: { direction: m.conv_kernel_edit_direction },
  hints: { direction: m.conv_kernel_edit_direction_hint },
  values: {
    direction: {
      '': m.conv_kernel_edit_each,
      horizontal: m.conv_kernel_horizontal,
      vertical: m.conv_kernel_vertical,
      falling: m.conv_kernel_falling,
      rising: m.conv_kernel_rising,
    },
  },
} satisfies KindEdit;

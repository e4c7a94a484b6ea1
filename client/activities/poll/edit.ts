import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.poll_edit_name,
  about: m.poll_edit_about,
  start: {
    asks: 'options',
    options: ['a', 'b', 'c'].map((id) => ({ id, text: {} })),
    several: false,
    live: false,
  },
  labels: {
    asks: m.poll_edit_asks,
    options: m.poll_edit_options,
    'options[]': m.poll_edit_option,
    'options.text': m.poll_edit_option_text,
    several: m.poll_edit_several,
    live: m.poll_edit_live,
    low: m.poll_edit_low,
    high: m.poll_edit_high,
    marks: m.poll_edit_marks,
  },
  hints: {
    live: m.poll_edit_live_hint,
  },
  values: {
    asks: { options: m.poll_edit_asks_options, scale: m.poll_edit_asks_scale },
  },
} satisfies KindEdit;

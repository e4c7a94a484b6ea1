import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.slide_edit_name,
  about: m.slide_edit_about,
  start: { lines: [{}], picture: null, link: null, tap: false, lookUp: false },
  labels: {
    lines: m.slide_edit_lines,
    'lines[]': m.slide_edit_line,
    'picture.layers': m.slide_edit_layers,
    'picture.layers[]': m.slide_edit_layer,
    'picture.alt': m.slide_edit_alt,
    'link?': m.slide_edit_link_on,
    link: m.slide_edit_link,
    'link.address': m.slide_edit_address,
    'link.to': m.slide_edit_to,
    'more?': m.slide_edit_more_on,
    more: m.slide_edit_more,
    'more[]': m.slide_edit_more_row,
    'more.address': m.slide_edit_address,
    'more.to': m.slide_edit_to,
    tap: m.slide_edit_tap,
    lookUp: m.slide_edit_look_up,
  },
  hints: {
    lines: m.slide_edit_lines_hint,
    'picture.alt': m.slide_edit_alt_hint,
    'link.address': m.slide_edit_address_hint,
    'more.address': m.slide_edit_address_hint,
    tap: m.slide_edit_tap_hint,
  },
} satisfies KindEdit;

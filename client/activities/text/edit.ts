import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.text_edit_name,
  about: m.text_edit_about,
  start: { longest: 120, shows: 'answers' },
  labels: { longest: m.text_edit_longest, shows: m.text_edit_shows },
  hints: { longest: m.text_edit_longest_hint },
  values: { shows: { answers: m.text_edit_answers, cloud: m.text_edit_cloud } },
} satisfies KindEdit;

import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.xor_proof_edit_name,
  about: m.xor_proof_edit_about,
  start: { proof: 'xor' },
} satisfies KindEdit;

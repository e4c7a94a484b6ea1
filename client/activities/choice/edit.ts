import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.choice_edit_name,
  about: m.choice_edit_about,
  start: {
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: {} })),
    right: [],
    several: false,
    shuffle: true,
  },
  labels: {
    right: m.choice_edit_rights,
    options: m.choice_edit_options,
    several: m.choice_edit_several,
    shuffle: m.choice_edit_shuffle,
    'picture?': m.choice_edit_picture_on,
    picture: m.choice_edit_picture,
    'picture.layers': m.choice_edit_layers,
    'picture.layers[]': m.choice_edit_layer,
    'picture.names': m.choice_edit_names,
    'told?': m.choice_edit_told_on,
    told: m.choice_edit_told,
    'told.draws': m.choice_edit_told,
    'told.layers': m.choice_edit_layers,
    'told.layers[]': m.choice_edit_layer,
    'told.tells': m.choice_edit_tells,
  },
  hints: {
    several: m.choice_edit_several_hint,
  },
  values: {
    'told.draws': { network: m.choice_edit_told_network, anscombe: m.choice_edit_told_anscombe },
    'told.tells': {
      matrix: m.choice_edit_tells_matrix,
      parameters: m.choice_edit_tells_parameters,
      folded: m.choice_edit_tells_folded,
    },
  },
} satisfies KindEdit;

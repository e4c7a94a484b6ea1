import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.class_network_edit_name,
  about: m.class_network_edit_about,
  start: {
    data: 'circle',
    samples: 300,
    noise: 0,
    dataSeed: '0000000000000000000000000000c1a5',
    goal: 95,
  },
  labels: {
    data: m.class_network_edit_data,
    samples: m.class_network_edit_samples,
    noise: m.class_network_edit_noise,
    dataSeed: m.class_network_edit_seed,
    goal: m.class_network_edit_goal,
  },
  hints: { noise: m.class_network_edit_noise_hint, goal: m.class_network_edit_goal_hint },
  values: {
    data: {
      circle: m.class_network_edit_circle,
      moons: m.class_network_edit_moons,
      spiral: m.class_network_edit_spiral,
    },
  },
} satisfies KindEdit;

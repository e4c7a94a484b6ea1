import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 2,
  name: m.race_edit_name,
  about: m.race_edit_about,
  start: {
    ...{ family: 'mlp', data: 'moons', samples: 250, noise: 10 },
    dataSeed: '00000000000000000000000000000a1e',
    energy: { max: 20_000_000, par: 130_000 },
    accuracy: { base: 0.88, top: 0.97 },
    attempts: 5,
    limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 2_000] },
    freed: { activation: false, batch: false },
  },
} satisfies KindEdit;

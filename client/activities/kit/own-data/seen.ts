import { sights, type Sight } from '#shared/tables/own';
import * as m from '../../../i18n/generated/messages.js';

/** How a kind says how many rows of a table are in sight. */
export interface Seen {
  /** The field of its configuration. */
  readonly field: 'visible' | 'samples';
  readonly sight: Sight;
  readonly label: () => string;
  readonly hint: () => string;
}

/** Points among which lines are drawn. */
export const seenByLines: Seen = {
  ...{ field: 'visible', sight: sights.lines },
  ...{ label: m.table_visible, hint: m.table_visible_hint },
};

/** Samples from which networks learn. */
export const seenByNetworks: Seen = {
  ...{ field: 'samples', sight: sights.networks },
  ...{ label: m.race_edit_samples, hint: m.race_edit_own_samples_hint },
};

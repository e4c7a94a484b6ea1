import type { WorthVerdict } from '#shared/tables/worth';
import * as m from '../../../i18n/generated/messages.js';

/** What a teacher reads about a step that simulated students have played, and while they play. */
export interface WorthWords {
  readonly asking: () => string;
  readonly verdicts: Readonly<Record<WorthVerdict, () => string>>;
}

export const ofLines: WorthWords = {
  asking: m.table_worth_asking,
  verdicts: {
    worth: m.table_worth_yes,
    'no-line': m.table_worth_no_line,
    'any-line': m.table_worth_any_line,
  },
};

export const ofNetworks: WorthWords = {
  asking: m.race_worth_asking,
  verdicts: {
    worth: m.race_worth_yes,
    'no-line': m.race_worth_no_network,
    'any-line': m.race_worth_any_network,
  },
};

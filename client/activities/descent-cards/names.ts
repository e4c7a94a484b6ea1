import type { Fate } from '#shared/activities/descent-cards/fates';
import * as m from '../../i18n/generated/messages.js';

/** What becomes of a ball. */
export const nameOf: Readonly<Record<Fate, () => string>> = {
  smooth: m.descent_cards_smooth,
  bounces: m.descent_cards_bounces,
  away: m.descent_cards_away,
};

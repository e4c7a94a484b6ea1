import * as m from '../../i18n/generated/messages.js';
import type { KindEdit } from '../activity';

export default {
  version: 1,
  name: m.descent_cards_edit_name,
  about: m.descent_cards_edit_about,
  start: {
    cards: [
      { a: 5, eta: 10 },
      { a: 2, eta: 70 },
      { a: 1, eta: 250 },
      { a: 3, eta: 50 },
      { a: 1, eta: 30 },
      { a: 5, eta: 60 },
    ],
    shuffle: true,
  },
  labels: {
    cards: m.descent_cards_edit_cards,
    'cards[]': m.descent_cards_edit_card,
    'cards.a': m.descent_cards_edit_a,
    'cards.eta': m.descent_cards_edit_eta,
    shuffle: m.descent_cards_edit_shuffle,
  },
  hints: { '': m.descent_cards_edit_hint, cards: m.descent_cards_edit_cards_hint },
} satisfies KindEdit;

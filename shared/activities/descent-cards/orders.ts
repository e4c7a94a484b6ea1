import { rng, shuffled, type Seed } from '../../rng';
import type { Config } from './config';
import type { View } from './view';

const placesOf = (config: Config, seat: Seed): readonly number[] =>
  shuffled([...config.cards.keys()], rng(seat, 'descent-cards'));

/** The cards of a seat in its own order, by their places in the configuration. */
export const dealt = (config: Config, seat: Seed): readonly number[] =>
  config.shuffle ? placesOf(config, seat) : [...config.cards.keys()];

/** Cards by their places, a digit for each, put in an order; without one they stay as they are. */
export const inOrder = (cards: View['cards'], order: string | undefined): View['cards'] =>
  order ? [...order].flatMap((place) => cards[Number(place)] ?? []) : cards;

/** Each student meets the cards in an order of their own: six cards have 720. */
export const orders = {
  when: ({ shuffle }: Config): boolean => shuffle,
  orderOf: (config: Config, seat: Seed): string => placesOf(config, seat).join(''),
  inOrder: (view: View, order: string): View => ({ ...view, cards: inOrder(view.cards, order) }),
};

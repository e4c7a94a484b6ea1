import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';
import { fateOf } from './fate';
import { fates, type Fate } from './fates';
import { dealt } from './orders';

/** One order for everybody, so that an example has one right answer. */
const config: Config = {
  cards: [
    { a: 1, eta: 20 },
    { a: 1, eta: 150 },
    { a: 1, eta: 220 },
    { a: 4, eta: 10 },
    { a: 4, eta: 40 },
    { a: 4, eta: 60 },
  ],
  shuffle: false,
};

const sent = (...said: readonly Fate[]): Submission => ({
  answers: said.map((fate, card) => ({ card, fate })),
});
const right: readonly Fate[] = ['smooth', 'bounces', 'away', 'smooth', 'bounces', 'away'];

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: sent(...right), expect: 1 },
  { name: 'partial', config, submission: sent(...right.slice(0, 4)), expect: 0.5 },
  { name: 'partial', config, submission: sent('bounces', ...right.slice(1)), expect: 0.75 },
  { name: 'wrong', config, submission: sent(...right.map(() => 'smooth' as const)), expect: 0 },
  {
    ...{ name: 'wrong', config: { ...config, shuffle: true } },
    ...{ submission: sent(...right.map(() => 'smooth' as const)), expect: 0 },
  },
  // Big η runs away, small η goes down: three of six.
  {
    name: 'wrong',
    config,
    submission: sent('smooth', 'away', 'away', 'smooth', 'smooth', 'smooth'),
    expect: 0.25,
  },
  { name: 'invalid', config, submission: { answers: [] }, expect: 'submission-invalid' },
  {
    name: 'invalid',
    config,
    submission: { answers: [{ card: 6, fate: 'away' }] },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config,
    submission: { answers: [...sent('away').answers, ...sent('smooth').answers] },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config,
    submission: { answers: [{ card: 0, fate: 'still' }] },
    expect: 'submission-invalid',
  },
];

const all = (config: Config, seat: Seed, say: (card: number) => Fate): Submission => ({
  answers: dealt(config, seat).map((card) => ({ card, fate: say(card) })),
});

export const bots = {
  random: (given: Config, random: Rng, seat: Seed): Submission =>
    all(given, seat, () => fates[random.below(fates.length)] ?? 'smooth'),
  /** Says of every ball that it goes down. */
  constant: (given: Config, _random: Rng, seat: Seed): Submission => all(given, seat, () => 'smooth'),
  /** Right for half of the cards, and none of the rest. */
  givesUp: (given: Config, random: Rng, seat: Seed): Submission => {
    const { answers } = knows(given, random, seat);
    return { answers: answers.slice(0, answers.length / 2) };
  },
};

export function knows(given: Config, _random: Rng, seat: Seed): Submission {
  return all(given, seat, (card) => {
    const one = given.cards[card];
    return one ? fateOf(one) : 'smooth';
  });
}

/** Card by card. */
export const inParts = ({ answers }: Submission): readonly Submission[] =>
  answers.map((_, i) => ({ answers: answers.slice(0, i + 1) }));

import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission, Variant } from './config';
import { variantOf } from './view';

const both = (words: string) => ({ it: words, en: words });

/** The parameters of a network 3-4-4-2. */
const exact: Config = {
  variants: [
    {
      given: both('3-4-4-2'),
      picture: { draws: 'network', layers: [3, 4, 4, 2] },
      answer: 46,
      mistakes: [
        { value: 36, why: both('w') },
        { value: 13, why: both('n') },
      ],
    },
  ],
  unit: null,
  tolerance: 0,
  partial: false,
};

const weights: Variant = {
  ...{ given: null, picture: null },
  ...{ answer: 140, mistakes: [{ value: 70, why: both('70 x 1') }] },
};

const near: Config = {
  variants: [{ ...weights, picture: { draws: 'amounts', amounts: [{ count: 16, of: both('bits') }] } }],
  unit: both('GB'),
  tolerance: 2,
  partial: true,
};

/** As the first version wrote it. */
const { picture: _picture, ...unpictured } = weights;
const bare = { ...near, variants: [weights] };
const first = { version: 1, config: { ...bare, variants: [unpictured] } };

const neuron = (x: number, b: number): Variant['picture'] => ({
  ...{ draws: 'neuron', w: [1], x: [x], b },
  sigma: false,
});

/** Other numbers for each student that come to the same. */
const different: Config = {
  ...exact,
  variants: [
    {
      ...{ given: both('3 + 4'), picture: neuron(3, 4) },
      ...{ answer: 7, mistakes: [{ value: 12, why: both('3 x 4') }] },
    },
    {
      ...{ given: both('2 + 5'), picture: neuron(2, 5) },
      ...{ answer: 7, mistakes: [{ value: 10, why: both('2 x 5') }] },
    },
  ],
};

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: exact, submission: { value: 46 }, expect: 1 },
  { name: 'wrong', config: exact, submission: { value: 36 }, expect: 0 },
  { name: 'wrong', config: exact, submission: { value: 45.9 }, expect: 0 },
  { name: 'invalid', config: exact, submission: { value: '46' }, expect: 'submission-invalid' },
  { name: 'invalid', config: exact, submission: { value: null }, expect: 'submission-invalid' },
  { name: 'invalid', config: exact, submission: { value: 1e16 }, expect: 'out-of-range' },
  { name: 'correct', config: near, submission: { value: 142 }, expect: 1 },
  { name: 'partial', config: near, submission: { value: 136 }, expect: 0.75 },
  { name: 'wrong', config: near, submission: { value: 150 }, expect: 0 },
  { name: 'correct', config: different, submission: { value: 7 }, expect: 1 },
  {
    ...{ name: 'correct', config: bare, submission: { value: 140 }, expect: 1 },
    earlier: [{ ...first, submission: { value: 140 } }],
  },
];

/** Any number of about the right size. */
function random({ variants }: Config, source: Rng): Submission {
  const size = Math.max(10, ...variants.map(({ answer }) => 2 * Math.abs(answer)));
  return { value: Math.round(source.unit() * size) };
}

export const bots = { random, constant: (): Submission => ({ value: 0 }) };

/** Works it out with the numbers of its seat. */
export const knows = (config: Config, _random: Rng, seat: Seed): Submission => ({
  value: variantOf(config, seat).answer,
});

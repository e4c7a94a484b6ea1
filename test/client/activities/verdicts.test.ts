import { afterEach, expect, test } from 'vitest';
import { activities, type ActivityKind } from '#shared/activities/registry';
import { derive } from '#shared/rng';
import { locales, type Locale } from '#shared/text';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import type { Verdict } from '../../../client/activities/verdicts';
import { bound } from '../../support/bound';
import { SEED } from '../../support/session';

type Says = (measure: unknown, view: unknown, locale: Locale) => Verdict;

const seeds = { seat: derive(SEED, 'seat'), secret: derive(SEED, 'secret') };
const whole = { neurons: 28, error: 0.05, accuracy: 0.98, map: '' };
const part = { weight: 0.4, seen: 0.01, gain: 0.012, reference: 0.02, without: '' };
const share = { class: { core: 'none', whole, half: whole }, part };
const result = { core: 'none', open: 0.79, hidden: 0.784, diverged: 0, losses: [[1, 0.5]], weights: [] };

afterEach(() => overwriteGetLocale(() => 'it'));

async function said(kind: ActivityKind, config: unknown, submission: unknown, locale: Locale) {
  const { default: says } = (await import(`../../../client/activities/${kind}/verdict.ts`)) as {
    default: Says;
  };
  const { grades, view } = bound(kind, config);
  const measure: unknown = JSON.parse(
    JSON.stringify(grades?.measure(submission, { ...seeds, result, share })),
  );
  overwriteGetLocale(() => locale);
  return measure === null ? null : says(measure, view(seeds.seat), locale);
}

/** Where an answer is only right or wrong, or there is none, nothing is measured. */
const measuring = activities.filter((activity) => 'grades' in activity && activity.grades?.measure);

test.each(measuring.map(({ kind, examples }) => ({ kind, examples })))(
  'what an answer to $kind came to is said in words, in each language',
  async ({ kind, examples }) => {
    let words = 0;
    for (const one of examples) {
      if (!('submission' in one) || one.name === 'invalid') continue;
      for (const locale of locales) {
        const verdict = await said(kind, one.config, one.submission, locale);
        const text = `${verdict?.title ?? ''} ${verdict?.words ?? ''}`;
        expect(text).not.toMatch(/undefined|NaN|null|\{/);
        words += text.trim() === '' ? 0 : 1;
      }
    }
    expect(words).toBeGreaterThan(0);
  },
);

const number = {
  variants: [{ given: null, answer: 46, mistakes: [] }],
  ...{ unit: { it: 'GB', en: 'GB' }, tolerance: 2, partial: true },
};

test.each([
  ['gate', { gate: 'and' }, { w: [10, 10], b: -5 }, 'Righe giuste: 2 su 4'],
  [
    'gate',
    { gate: 'and' },
    { w: [10, 10], b: -20 },
    'Righe giuste: 4 su 4 · spazio fino ai punti: 0% del massimo',
  ],
  [
    'gate-network',
    { gate: 'xor', given: false },
    {
      hidden: [
        { w: [10, 10], b: -5 },
        { w: [-10, -10], b: 15 },
      ],
      output: { w: [10, 10], b: -20 },
    },
    'Righe giuste: 4 su 4 · spazio fino ai punti: 0% del massimo',
  ],
  ['numeric', number, { value: 36.5 }, '9,5 in meno di 46 GB'],
  ['numeric', number, { value: 1_046 }, '1.000 in più di 46 GB'],
  ['numeric', number, { value: 46 }, null],
  [
    'separating-line',
    { data: 'penguins', visible: 100 },
    { from: [300, 110], to: [300, 230], swapped: true },
    'sbagliati 47 su 100 in vista, 76 su 174 mai visti',
  ],
  [
    'xor-proof',
    { proof: 'xor' },
    { line: { w: [10, 10], b: -5 }, signs: [0, 1, 1, 1], pairs: null },
    'retta: 3 righe su 4 · segni giusti: 3 su 4 · la contraddizione manca',
  ],
] as const)('%s %j: %j is %s', async (kind, config, submission, words) => {
  expect(await said(kind, config, submission, 'it')).toEqual({ title: null, words });
});

test('a race is not right or wrong: it has an accuracy, and says on which points', async () => {
  const { config } = activities.find(({ kind }) => kind === 'race')!.examples[0]!;
  const network = { layers: [4], rate: 0.1, epochs: 5 };
  expect(await said('race', config, network, 'it')).toMatchObject({ title: '78,4% sugli esempi privati' });
  expect(await said('race', config, network, 'en')).toMatchObject({ title: '78.4% on the private examples' });
});

import { expect, test } from 'vitest';
import { bindStep, type ActivityKind } from '#shared/activities/registry';
import type { Locale } from '#shared/text';

const text = (it: string, en: string) => ({ it, en });

const said = (kind: ActivityKind, config: unknown, submission: unknown, locale: Locale): string => {
  const bound = bindStep({ kind, config });
  if (!bound.ok) throw new Error(bound.error);
  return bound.value.answers?.inWords(submission, locale) ?? '';
};

const both = (kind: ActivityKind, config: unknown, submission: unknown) => [
  said(kind, config, submission, 'it'),
  said(kind, config, submission, 'en'),
];

test('picked options have their letters, in the order of the lesson', () => {
  const config = {
    options: [
      { id: 'marked', text: text('segnati', 'labelled') },
      { id: 'more', text: text('di più', 'more') },
      { id: 'free', text: text('liberi', 'free') },
    ],
    right: ['marked', 'free'],
    several: true,
    shuffle: true,
  };
  expect(both('choice', config, { picked: ['free', 'marked'] })).toEqual([
    'A: segnati; C: liberi',
    'A: labelled; C: free',
  ]);
});

test('a number has its unit, and the sign and the point of its language', () => {
  const config = {
    variants: [{ given: null, answer: 1, mistakes: [] }],
    unit: text('ore', 'hours'),
    tolerance: 0,
    partial: false,
  };
  expect(both('numeric', config, { value: -1_234.5 })).toEqual(['\u22121.234,5 ore', '\u22121,234.5 hours']);
});

test('a neuron is written as on the board', () => {
  expect(both('gate', { gate: 'and' }, { w: [10, -5], b: -15 })).toEqual([
    'w1 = 1,0; w2 = \u22120,5; b = \u22121,5',
    'w1 = 1.0; w2 = \u22120.5; b = \u22121.5',
  ]);
});

test('a line says where it runs and which side it takes for which birds', () => {
  const line = { from: [348, 142], to: [552, 216], swapped: true };
  expect(both('separating-line', { data: 'penguins', visible: 100 }, line)).toEqual([
    'retta da (34,8; 14,2) a (55,2; 21,6) mm, Gentoo a sinistra',
    'line from (34.8; 14.2) to (55.2; 21.6) mm, Gentoo on its left',
  ]);
});

test('a line through a cloud says where it runs, and what was guessed before it', () => {
  const sent = { guess: 4_500, heights: [3_210, 5_420] };
  expect(both('line-fit', { data: 'penguins', visible: 60 }, sent)).toEqual([
    'retta da 3,21 kg a 180 mm fino a 5,42 kg a 225 mm; stima: 4,50 kg',
    'line from 3.21 kg at 180 mm to 5.42 kg at 225 mm; guess: 4.50 kg',
  ]);
});

test('a proof says the parts that were given', () => {
  const config = { proof: 'xor' };
  const signs = [0, 1, 1, 0];
  const pairs = [
    [0, 3],
    [1, 2],
  ];
  expect(both('xor-proof', config, { line: null, signs, pairs })).toEqual([
    'segni di z, riga per riga: < 0, ≥ 0, ≥ 0, < 0 | righe sommate: 1 + 4, 2 + 3',
    'signs of z, row by row: < 0, ≥ 0, ≥ 0, < 0 | rows added: 1 + 4, 2 + 3',
  ]);
  expect(said('xor-proof', config, { line: { w: [5, 5], b: -5 }, signs: null, pairs: null }, 'it')).toBe(
    'retta: w1 = 0,5; w2 = 0,5; b = \u22120,5',
  );
});

test('three neurons say which gates they are, or their weights where they are none', () => {
  const config = { gate: 'xor', given: false };
  const or = { w: [10, 10], b: -5 };
  const network = { hidden: [or, { w: [10, 0], b: -5 }], output: { w: [10, -10], b: -5 } };
  expect(both('gate-network', config, network)).toEqual([
    'h₁ = OR | h₂ = w1 = 1,0; w2 = 0,0; b = \u22120,5 | uscita = h₁ ∧ ¬h₂',
    'h₁ = OR | h₂ = w1 = 1.0; w2 = 0.0; b = \u22120.5 | output = h₁ ∧ ¬h₂',
  ]);
});

test('queries say whose they are, and where they point', () => {
  const queries = [
    [28, 28],
    [-28, 28],
    [0, -40],
  ];
  expect(both('attention', { asks: 'pronouns' }, { queries })).toEqual([
    'lei (2,8; 2,8), lui (\u22122,8; 2,8), loro (0,0; \u22124,0)',
    'her (2.8; 2.8), him (\u22122.8; 2.8), them (0.0; \u22124.0)',
  ]);
  expect(said('attention', { asks: 'roles' }, { queries: queries.slice(0, 2) }, 'en')).toBe(
    'head 1 (2.8; 2.8), head 2 (\u22122.8; 2.8)',
  );
});

const terms = {
  ...{ samples: 100, energy: { max: 10_000_000, par: 1_000_000 }, accuracy: { base: 0.5, top: 0.9 } },
  ...{ noise: 0, dataSeed: '00112233445566778899aabbccddeeff', attempts: 3 },
};

test('a network says its layers, how it learns, and what it costs', () => {
  const config = {
    ...{ family: 'mlp', data: 'circle', ...terms, freed: { activation: true, batch: true } },
    limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 2_000] },
  };
  const submission = { layers: [4], rate: 0.05, epochs: 1_500, activation: 'relu', batch: 25 };
  expect(both('race', config, submission)).toEqual([
    'rete 2-4-1 relu, tasso 0,05, 1.500 epoche, gruppi di 25, energia 2.550.000',
    'network 2-4-1 relu, rate 0.05, 1,500 epochs, batches of 25, energy 2,550,000',
  ]);
});

test('a linear model has no layers to tell', () => {
  const config = {
    ...{ family: 'linear', data: 'moons', ...terms, freed: { batch: false } },
    limits: { rate: [0.001, 10], epochs: [1, 2_000] },
  };
  expect(both('race', config, { family: 'linear', rate: 0.5, epochs: 100 })).toEqual([
    'modello lineare, tasso 0,5, 100 epoche, energia 30.000',
    'linear model, rate 0.5, 100 epochs, energy 30,000',
  ]);
});

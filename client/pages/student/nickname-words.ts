import type { Locale } from '#shared/text';

/**
 * Words for names that are offered: animals and things of the field, and adjectives that fit any of them. The
 * Italian ones have one form for both genders; any pair stays within twenty characters.
 */
export const words: Readonly<Record<Locale, { nouns: readonly string[]; adjectives: readonly string[] }>> = {
  it: {
    nouns: (
      'Neurone Gradiente Tensore Vettore Pixel Kernel Strato Soglia Retta Curva Sinapsi Margine ' +
      'Segnale Epoca Pinguino Gufo Polpo Falco Volpe Lince Riccio Delfino Corvo Tasso Lontra Geco ' +
      'Orca Gatto Ape Rondine Balena Farfalla Ghepardo Airone'
    ).split(' '),
    adjectives: (
      'veloce gentile brillante audace tenace felice celeste elegante vivace agile gigante paziente ' +
      'costante lucente verde forte stabile blu viola notevole amabile geniale solare lunare'
    ).split(' '),
  },
  en: {
    nouns: (
      'Neuron Gradient Tensor Vector Pixel Kernel Layer Threshold Line Curve Synapse Margin ' +
      'Signal Epoch Penguin Owl Octopus Falcon Fox Lynx Hedgehog Dolphin Raven Badger Otter Gecko ' +
      'Orca Cat Bee Swallow Whale Butterfly Cheetah Heron'
    ).split(' '),
    adjectives: (
      'Swift Gentle Bright Bold Steady Happy Azure Elegant Lively Nimble Giant Patient ' +
      'Constant Shining Green Strong Stable Blue Violet Notable Friendly Clever Solar Lunar'
    ).split(' '),
  },
};

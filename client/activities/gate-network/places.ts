import type { Given } from '#shared/activities/gate-network/given';
import type { Network } from '#shared/activities/gate-network/config';
import { neuronsOf } from '#shared/activities/gate-network/network';
import { gateWords, HIDDEN, INPUTS, type Letters } from '#shared/activities/neuron/gate-words';
import type { Neuron } from '#shared/activities/neuron/neuron';
import { gateOf } from '#shared/activities/neuron/truth-table';
import * as m from '../../i18n/generated/messages.js';
import { gateSpoken } from '../neuron/spoken';

/** The three neurons, the hidden ones first. */
export const places = [0, 1, 2] as const;
export type NeuronPlace = (typeof places)[number];

/** How the neurons are called. */
export const names: readonly [string, string, string] = [...HIDDEN, 'y'];

/** What a neuron has before it. */
export const lettersAt = (place: number): Letters => (place === 2 ? HIDDEN : INPUTS);

/** Nobody has chosen it yet. */
export const isUnset = ({ w }: Neuron): boolean => w.every((weight) => weight === 0);

/** What a neuron is: a gate, nothing yet, or some other neuron, which `other` names. */
export function neuronWords(neuron: Neuron, place: number, other: string): string {
  if (isUnset(neuron)) return '?';
  const gate = gateOf(neuron);
  return gate ? gateWords(gate, lettersAt(place)) : other;
}

/** The same as it is read out. */
export function neuronSpoken(neuron: Neuron, place: number): string {
  if (isUnset(neuron)) return m.gate_network_open();
  const gate = gateOf(neuron);
  return gate ? gateSpoken(gate, lettersAt(place)) : m.gate_network_other();
}

/** Whether somebody has chosen something for every neuron. */
export const isChosen = (network: Network): boolean => !neuronsOf(network).some(isUnset);

/** The neuron to choose first: the first one that does not stand already. */
export const firstOpen = (given: Given | null): NeuronPlace => (given?.place === 0 ? 1 : 0);

/** The neuron at a place. */
export const neuronAt = (network: Network, place: NeuronPlace): Neuron => neuronsOf(network)[place];

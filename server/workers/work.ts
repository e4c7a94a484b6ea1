import { checked } from '#shared/training/check';
import type { TrainingRequest } from '#shared/training/request';
import type { ClassRequest } from '#shared/training/together/request';
import { isSound, isSoundClass } from './sound';

/** What a thread can be sent: a configuration to be trained, or a class to be reckoned. */
export type WorkRequest = TrainingRequest | ClassRequest;

/** A training has runs, and a design that may have neurons too. */
export const isOfClass = (request: WorkRequest): request is ClassRequest => !('seeds' in request);

/** Something for a thread: what it is sent, how long it may take, ms, and whether an answer is one. */
export interface Work {
  readonly request: WorkRequest;
  readonly patience: number;
  readonly isSound: (answer: unknown) => boolean;
}

/** Throws on what no thread may be asked. */
export function training(request: TrainingRequest, patience: (request: TrainingRequest) => number): Work {
  const asked = checked(request);
  if (!asked.ok) throw new Error(`a request was refused: ${asked.error}`);
  const { value } = asked;
  return { request: value, patience: patience(value), isSound: (answer) => isSound(answer, value) };
}

/** For a thread to start, ms, and for each product of the matrices of a class: ten times what it takes at 2.6 GHz. */
const FLOOR = 3_000;
const PRODUCT = 1e-5;
/** Hidden points and cells of a map, for each of which every neuron meets every other one. */
const PLACES = 4_000;

/** How long a class may take, ms. */
const patienceFor = (neurons: number): number => FLOOR + PRODUCT * neurons * neurons * (PLACES + neurons);

export const reckoning = (request: ClassRequest): Work => ({
  request,
  patience: Math.ceil(patienceFor(request.neurons.length)),
  isSound: (answer) => isSoundClass(answer, request),
});

import { checked } from '#shared/training/check';
import type { TrainingRequest } from '#shared/training/request';
import type { ClassRequest } from '#shared/training/together/request';
import { isSound, isSoundClass } from './sound';

/** What a thread can be sent: a configuration to be trained, or a class to be reckoned. */
export type WorkRequest = TrainingRequest | ClassRequest;

export const isOfClass = (request: WorkRequest): request is ClassRequest => 'neurons' in request;

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

/** A class of a thousand takes the reference a few seconds; see TIMES_SLOWER in patience.ts. */
const CLASS_PATIENCE = 30_000;

export const reckoning = (request: ClassRequest): Work => ({
  request,
  patience: CLASS_PATIENCE,
  isSound: (answer) => isSoundClass(answer, request),
});

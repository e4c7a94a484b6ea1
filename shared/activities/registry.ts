import { err, type Result } from '../result';
import { attention } from './attention';
import type { Bindable, BoundActivity } from './bound';
import { approximation } from './approximation';
import { choice } from './choice';
import { convKernel } from './conv-kernel';
import { classNetwork } from './class-network';
import { descent } from './descent';
import { descentCards } from './descent-cards';
import { drawing } from './drawing';
import { gate } from './gate';
import { lineFit } from './line-fit';
import { gateNetwork } from './gate-network';
import { numeric } from './numeric';
import { order } from './order';
import { perceptronRule } from './perceptron-rule';
import { poll } from './poll';
import { race } from './race';
import { rnnMemory } from './rnn-memory';
import { separatingLine } from './separating-line';
import { slide } from './slide';
import { text } from './text';
import { xorProof } from './xor-proof';

/** Every kind there is: a new one is named here, and nowhere else. */
export const activities = [
  choice,
  numeric,
  order,
  lineFit,
  gate,
  separatingLine,
  perceptronRule,
  xorProof,
  descentCards,
  descent,
  gateNetwork,
  race,
  approximation,
  classNetwork,
  convKernel,
  drawing,
  rnnMemory,
  attention,
  slide,
  poll,
  text,
] as const;

export type ActivityKind = (typeof activities)[number]['kind'];

/** In the order of the tuple. */
export const activityKinds: readonly ActivityKind[] = activities.map(({ kind }) => kind);

const kinds: ReadonlyMap<string, Bindable> = new Map(activities.map((activity) => [activity.kind, activity]));

/** What a step says of its activity; without `version` it was written by the first one of its kind. */
export interface StepOfKind {
  readonly kind: string;
  readonly version?: number | undefined;
  readonly config?: unknown;
}

/** A step's activity with its configuration read; the error says what is wrong, for whoever writes lessons. */
export const bindStep = ({ kind, version = 1, config }: StepOfKind): Result<BoundActivity, string> =>
  kinds.get(kind)?.bind(config, version) ?? err(`there is no kind ${kind}`);

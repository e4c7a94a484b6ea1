import { choice } from './choice';
import { erase, type ErasedActivity } from './erase';
import { numeric } from './numeric';
import { perceptron } from './perceptron';
import { race } from './race';

export const activityKinds = ['choice', 'numeric', 'perceptron', 'race'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Every kind with its own types: one line each. */
export const activities = { choice, numeric, perceptron, race } satisfies Record<
  ActivityKind,
  { readonly kind: string }
>;

/** Every kind as the engine sees it. */
export const erased: Readonly<Record<ActivityKind, ErasedActivity>> = {
  choice: erase(choice),
  numeric: erase(numeric),
  perceptron: erase(perceptron),
  race: erase(race),
};

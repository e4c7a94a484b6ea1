import { choice } from './choice';
import { erase, type ErasedActivity } from './erase';
import { perceptron } from './perceptron';

export const activityKinds = ['choice', 'perceptron'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Every kind with its own types: one line each. */
export const activities = { choice, perceptron } satisfies Record<ActivityKind, { readonly kind: string }>;

/** Every kind as the engine sees it. */
export const erased: Readonly<Record<ActivityKind, ErasedActivity>> = {
  choice: erase(choice),
  perceptron: erase(perceptron),
};

import type * as v from 'valibot';
import type { activities, ActivityKind } from '../activities/registry';
import type { Step } from './lesson';

/** A step whose configuration has the type of its kind: what the built-in lessons are written with. */
export type StepOf<Kind extends ActivityKind> = Omit<Step, 'kind' | 'config'> & {
  readonly kind: Kind;
  readonly config: v.InferOutput<Extract<(typeof activities)[number], { readonly kind: Kind }>['config']>;
};

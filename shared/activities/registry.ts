import { choice } from './choice';
import { erase, type ErasedActivity } from './erase';
import { gate } from './gate';
import { numeric } from './numeric';
import { race } from './race';
import { separatingLine } from './separating-line';
import { xorProof } from './xor-proof';

/** Every kind: one name each. */
const all = [choice, numeric, gate, separatingLine, xorProof, race] as const;

export type ActivityKind = (typeof all)[number]['kind'];
export const activityKinds = all.map(({ kind }) => kind) as readonly ActivityKind[];

type ByKind = { readonly [Kind in ActivityKind]: Extract<(typeof all)[number], { readonly kind: Kind }> };

/** Every kind with its own types. */
export const activities = Object.fromEntries(all.map((one) => [one.kind, one])) as unknown as ByKind;

/** Every kind as the engine sees it. */
export const erased = Object.fromEntries(
  all.map((one) => [one.kind, erase(one as never)]),
) as unknown as Readonly<Record<ActivityKind, ErasedActivity>>;

import type { Text } from '../../text';
import type { Vector } from './config';

/** What a part of a sentence answers. */
export const roles = ['who', 'when', 'does', 'where'] as const;
export type Role = (typeof roles)[number];

/** Who does it, and what is done: the two that are asked for. */
export const asked: readonly Role[] = ['who', 'does'];

/** A unit key in tenths for each, at 0°, 90°, 180° and 270°. */
export const roleKeys: Readonly<Record<Role, Vector>> = {
  who: [10, 0],
  when: [0, 10],
  does: [-10, 0],
  where: [0, -10],
};

/** The sentence as it is read. */
export const parts: readonly { readonly role: Role; readonly text: Text }[] = [
  { role: 'when', text: { it: 'Ieri', en: 'Yesterday' } },
  { role: 'who', text: { it: 'Anna', en: 'Anna' } },
  { role: 'does', text: { it: 'ha dipinto', en: 'painted' } },
  { role: 'where', text: { it: 'a casa', en: 'at home' } },
];

/** A query for each head, as long as the disc allows. */
export const idealHeads: readonly [Vector, Vector] = [
  [40, 0],
  [-40, 0],
];

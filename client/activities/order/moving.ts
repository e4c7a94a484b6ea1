import { inOrder } from '#shared/activities/order/orders';
import type { View } from '#shared/activities/order/view';
import { isObject } from '../kit/start';

/** The order with the item at `from` moved to `to`, both from 0; beyond an end it stays there. */
export function moved(order: readonly string[], from: number, to: number): string[] {
  const place = Math.min(order.length - 1, Math.max(0, to));
  const rest = order.filter((_, i) => i !== from);
  return [...rest.slice(0, place), ...order.slice(from, from + 1), ...rest.slice(place)];
}

/** The order in which a student starts: as it was before a reload, as far as it fits; else the seat's own. */
export function startOf(view: View, order: string | undefined, draft: unknown): string[] {
  const own = inOrder(view.items, order).map(({ id }) => id);
  const kept: unknown = isObject(draft) ? draft.order : null;
  if (!Array.isArray(kept) || kept.length !== own.length) return own;
  const fits = own.every((id) => kept.includes(id));
  return fits ? (kept as string[]) : own;
}

/** Which row lies at a height of the page, by the middles of all rows, from above; as near as there is one. */
export const rowAt = (middles: readonly number[], y: number): number =>
  middles.reduce(
    (best, middle, i) => (Math.abs(middle - y) < Math.abs((middles[best] ?? 0) - y) ? i : best),
    0,
  );

import { INK } from '#shared/activities/drawing/ink';
import { isObject } from '../kit/start';

/** What this phone kept of the sheet in hand, which may be anything; else it is empty. */
export function sheetIn(draft: unknown, place: number): string {
  const kept: unknown = isObject(draft) && Array.isArray(draft.ink) ? draft.ink[place] : null;
  return typeof kept === 'string' && INK.test(kept) ? kept : '0'.repeat(256);
}

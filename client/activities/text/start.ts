import { isObject } from '../kit/start';

/** What stands in the field at first: what this phone kept, else what was sent. */
export function startOf(draft: unknown, sent: string | null): string {
  const kept: unknown = isObject(draft) ? draft.text : null;
  return typeof kept === 'string' ? kept : (sent ?? '');
}

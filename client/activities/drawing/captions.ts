import * as m from '../../i18n/generated/messages.js';
import type { Hung } from './wall';

/** What stands below a sheet, and how it is read out. */
export interface Caption {
  readonly shown: string;
  readonly spoken: string;
  readonly state: 'right' | 'wrong' | 'unread';
}

/** What a network says of a sheet: the digit, or which one it took for which. */
export function captionOf({ asked, said }: Pick<Hung, 'asked' | 'said'>): Caption {
  if (said === null) return { shown: `${asked}`, spoken: m.drawing_is_unread({ asked }), state: 'unread' };
  if (said === asked) return { shown: `${asked}`, spoken: m.drawing_is_right({ asked }), state: 'right' };
  return { shown: `${asked}→${said}`, spoken: m.drawing_is_wrong({ asked, said }), state: 'wrong' };
}

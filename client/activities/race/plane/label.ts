import * as m from '../../../i18n/generated/messages.js';

/** What pictures of the plane have in common. */
export const planeLook = {
  plane: true,
  label: (accuracy: string | null, part: 'visible' | 'private'): string => {
    if (accuracy === null) return m.race_picture_start();
    return part === 'visible' ? m.race_picture({ accuracy }) : m.race_picture_private({ accuracy });
  },
} as const;

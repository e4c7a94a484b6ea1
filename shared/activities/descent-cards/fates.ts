/** What becomes of a ball that goes down a parabola by p ← p − η∇C. */
export const fates = ['smooth', 'bounces', 'away'] as const;
export type Fate = (typeof fates)[number];

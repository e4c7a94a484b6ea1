import type { Phase } from '../activity';

/** How far a student is: `sent` while the step is open and what would be sent is what was received. */
export type PlayState = 'shown' | 'open' | 'sent' | 'closed' | 'revealed';

export const stateOf = (phase: Phase, received: boolean): PlayState =>
  phase === 'open' && received ? 'sent' : phase;

/** Whether something can still be changed. */
export const isLive = (state: PlayState): boolean => state === 'open' || state === 'sent';

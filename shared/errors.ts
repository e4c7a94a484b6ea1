/**
 * Every expected failure that a person or a program can meet, in one closed list.
 * Codes are stable: clients, logs and tests rely on their spelling. Each has a sentence in every language
 * in `messages/` under `error_<code with underscores>`.
 */
export const errorCodes = [
  // coming in
  'unknown-code',
  'session-ended',
  'session-put-aside',
  'room-locked',
  'room-full',
  'name-taken',
  'name-reserved',
  'name-blank',
  'name-marks',
  'name-invalid',
  'seat-unknown',
  'too-many-seats',
  'seat-moved',
  'kicked',
  'device-kicked',
  'ticket-invalid',
  'too-many-guesses',
  'too-many-tabs',
  // playing
  'step-not-open',
  'too-late',
  'already-answered',
  'submission-invalid',
  'out-of-range',
  'no-attempts-left',
  'over-energy',
  'still-training',
  'training-failed',
  // driving
  'not-allowed',
  'unknown-session',
  'unknown-step',
  'stale-desk',
  'wrong-phase',
  'no-deadline',
  'too-early',
  'undo-too-late',
  // the teacher's account
  'signed-out',
  'sign-in-failed',
  'link-used',
  'password-weak',
  'origin-refused',
  'unknown-lesson',
  'lesson-invalid',
  'lesson-too-large',
  'rehearsal-refused',
  // the wire and the machine
  'bad-packet',
  'version-old',
  'wrong-room',
  'too-fast',
  'not-found',
  'storage-failed',
  'server-stopping',
  'server-failed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

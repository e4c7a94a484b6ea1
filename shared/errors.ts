/**
 * Every expected failure that a person or a program can meet, in one closed list: those of everybody, and those that
 * only a teacher's pages can meet, whose sentences no phone loads.
 * Codes are stable: clients, logs and tests rely on their spelling. Each has a sentence in every language
 * in `messages/` under `error_<code with underscores>`.
 */
const everybody = [
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
  // the wire and the machine
  'not-allowed',
  'unknown-session',
  'unknown-step',
  'wrong-phase',
  'origin-refused',
  'bad-packet',
  'version-old',
  'wrong-room',
  'too-fast',
  'not-found',
  'storage-failed',
  'server-moved',
  'server-stopping',
  'server-failed',
] as const;

const teachers = [
  // driving
  'stale-desk',
  'no-deadline',
  'unknown-answer',
  'too-early',
  'undo-too-late',
  // the teacher's account
  'signed-out',
  'sign-in-failed',
  'link-used',
  'password-weak',
  'unknown-lesson',
  'lesson-invalid',
  'lesson-too-large',
  'rehearsal-refused',
  // no answer came; phones have their own words for it
  'server-unreachable',
  // lessons of one's own
  'lesson-changed',
  'lesson-built-in',
  'too-many-lessons',
  'file-too-large',
  'picture-too-large',
  'picture-refused',
  'table-refused',
] as const;

export const errorCodes = [...everybody, ...teachers] as const;

export type ErrorCode = (typeof errorCodes)[number];
/** What a student's phone can meet. */
export type PhoneErrorCode = (typeof everybody)[number];

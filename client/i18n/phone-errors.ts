import type { ErrorCode, PhoneErrorCode } from '#shared/errors';
import * as m from './generated/messages.js';

export const phoneSentences: Readonly<Record<PhoneErrorCode, () => string>> = {
  'unknown-code': () => m.error_unknown_code(),
  'session-ended': () => m.error_session_ended(),
  'session-put-aside': () => m.error_session_put_aside(),
  'room-locked': () => m.error_room_locked(),
  'room-full': () => m.error_room_full(),
  'too-many-seats': () => m.error_too_many_seats(),
  'device-kicked': () => m.error_device_kicked(),
  'name-taken': () => m.error_name_taken(),
  'name-reserved': () => m.error_name_reserved(),
  'name-blank': () => m.error_name_blank(),
  'name-marks': () => m.error_name_marks(),
  'name-invalid': () => m.error_name_invalid(),
  'seat-unknown': () => m.error_seat_unknown(),
  'seat-moved': () => m.error_seat_moved(),
  kicked: () => m.error_kicked(),
  'ticket-invalid': () => m.error_ticket_invalid(),
  'too-many-guesses': () => m.error_too_many_guesses(),
  'too-many-tabs': () => m.error_too_many_tabs(),
  'step-not-open': () => m.error_step_not_open(),
  'too-late': () => m.error_too_late(),
  'already-answered': () => m.error_already_answered(),
  'submission-invalid': () => m.error_submission_invalid(),
  'out-of-range': () => m.error_out_of_range(),
  'no-attempts-left': () => m.error_no_attempts_left(),
  'over-energy': () => m.error_over_energy(),
  'still-training': () => m.error_still_training(),
  'training-failed': () => m.error_training_failed(),
  'not-allowed': () => m.error_not_allowed(),
  'unknown-session': () => m.error_unknown_session(),
  'unknown-step': () => m.error_unknown_step(),
  'wrong-phase': () => m.error_wrong_phase(),
  'origin-refused': () => m.error_origin_refused(),
  'bad-packet': () => m.error_bad_packet(),
  'version-old': () => m.error_version_old(),
  'wrong-room': () => m.error_wrong_room(),
  'too-fast': () => m.error_too_fast(),
  'not-found': () => m.error_not_found(),
  'storage-failed': () => m.error_storage_failed(),
  'server-moved': () => m.error_server_moved(),
  'server-stopping': () => m.error_server_stopping(),
  'server-failed': () => m.error_server_failed(),
};

const isPhones = (code: ErrorCode): code is PhoneErrorCode => code in phoneSentences;

/**
 * The sentence for people that belongs to a code: what happened, what is safe, what to do. On a phone: a code that only
 * a teacher's pages can meet is a bug there, and the sentences of those are not loaded.
 */
export const sentence = (code: ErrorCode): string =>
  isPhones(code) ? phoneSentences[code]() : m.error_server_failed();

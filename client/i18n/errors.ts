import type { ErrorCode } from '#shared/errors';
import * as m from './generated/messages.js';
import { phoneSentences } from './phone-errors';

/** The sentence for people that belongs to a code: what happened, what is safe, what to do. */
export function sentence(code: ErrorCode): string {
  return sentences[code]();
}

const sentences: Readonly<Record<ErrorCode, () => string>> = {
  ...phoneSentences,
  'stale-desk': () => m.error_stale_desk(),
  'unknown-answer': () => m.error_unknown_answer(),
  'no-deadline': () => m.error_no_deadline(),
  'too-early': () => m.error_too_early(),
  'undo-too-late': () => m.error_undo_too_late(),
  'signed-out': () => m.error_signed_out(),
  'sign-in-failed': () => m.error_sign_in_failed(),
  'link-used': () => m.error_link_used(),
  'password-weak': () => m.error_password_weak(),
  'server-unreachable': () => m.error_server_unreachable(),
  'unknown-lesson': () => m.error_unknown_lesson(),
  'lesson-invalid': () => m.error_lesson_invalid(),
  'lesson-too-large': () => m.error_lesson_too_large(),
  'rehearsal-refused': () => m.error_rehearsal_refused(),
  'lesson-changed': () => m.error_lesson_changed(),
  'lesson-built-in': () => m.error_lesson_built_in(),
  'too-many-lessons': () => m.error_too_many_lessons(),
  'file-too-large': () => m.error_file_too_large(),
  'picture-too-large': () => m.error_picture_too_large(),
  'picture-refused': () => m.error_picture_refused(),
  'table-refused': () => m.error_table_refused(),
};

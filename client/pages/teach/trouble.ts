import type { ErrorCode } from '#shared/errors';
import { sentence } from '../../i18n/errors';
import * as m from '../../i18n/generated/messages.js';

/** The sentence of a code for the teacher, who can do more about some of them than a student can. */
export const teacherSentence = (code: ErrorCode): string =>
  code === 'session-put-aside' ? m.desk_aside_text() : sentence(code);

import type { ClassMistakes } from '#shared/session/views';
import * as m from './generated/messages.js';

/** What stands over the mistakes of a revealed step: the class's own, or one that others make. */
export const mistakesTitle = (made: ClassMistakes | null): string =>
  made && made.named.length > 0 ? m.common_mistakes() : m.common_mistake_elsewhere();

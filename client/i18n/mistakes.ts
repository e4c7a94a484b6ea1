import type { ClassMistakes } from '#shared/session/views';
import { isSaid, type Text } from '#shared/text';
import * as m from './generated/messages.js';

/** What stands over the mistakes of a revealed step: the class's own, or one that others make. */
export const mistakesTitle = (made: ClassMistakes | null): string =>
  made && made.named.length > 0 ? m.common_mistakes() : m.common_mistake_elsewhere();

/** Whether there is a mistake to tell: one that the class made, or one that the lesson says others make. */
export const tellsMistakes = (made: ClassMistakes | null, elsewhere: Text): boolean =>
  (made !== null && made.named.length > 0) || isSaid(elsewhere);

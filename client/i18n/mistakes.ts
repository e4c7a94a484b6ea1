import type { AfterView, ClassMistakes } from '#shared/session/views';
import { isSaid } from '#shared/text';
import * as m from './generated/messages.js';

/** What stands over the mistakes of a revealed step: the class's own, or one that others make. */
export const mistakesTitle = (made: ClassMistakes | null): string =>
  made && made.named.length > 0 ? m.common_mistakes() : m.common_mistake_elsewhere();

/** Whether there is a mistake to tell of: the class made one that has a name, or the lesson tells of one. */
export const tellsMistakes = ({ made, mistake }: Pick<AfterView, 'made' | 'mistake'>): boolean =>
  (made?.named.length ?? 0) > 0 || isSaid(mistake);

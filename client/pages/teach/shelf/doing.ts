import type { LessonCard } from '#shared/lessons/api';
import * as m from '../../../i18n/generated/messages.js';

/** What can be done with a lesson beside playing it. */
export type Deed = 'edit' | 'duplicate' | 'print' | 'share' | 'export' | 'delete';

const words: Readonly<Record<Deed, () => string>> = {
  edit: () => m.shelf_edit(),
  duplicate: () => m.shelf_duplicate(),
  print: () => m.paper_link(),
  share: () => m.shelf_share(),
  export: () => m.shelf_export(),
  delete: () => m.shelf_delete(),
};

/** What a deed is called; a lesson that comes with the product is changed as a copy. */
export const deedWords = (deed: Deed, { own }: LessonCard): string =>
  deed === 'edit' && !own ? m.shelf_copy_and_edit() : words[deed]();

/** The deeds of a lesson; what is not ready yet has nothing to be printed. */
export function deedsOf({ own }: LessonCard): readonly Deed[] {
  const all: readonly Deed[] = ['edit', 'duplicate', 'print', 'share', 'export', 'delete'];
  return all.filter((deed) => (deed !== 'delete' || own) && (deed !== 'print' || (own?.ready ?? true)));
}

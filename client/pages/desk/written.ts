const LESSON = 'lesson';

/** The address of a rehearsal's desk, which knows from which lesson's editor it was begun. */
export const rehearsalOf = (session: string, lesson: string): string =>
  `/teach/sessions/${session}?${new URLSearchParams({ [LESSON]: lesson }).toString()}`;

/** The lesson that was being written, by the address' search; null: none was. */
export const writtenIn = (search: string): string | null => new URLSearchParams(search).get(LESSON) || null;

import type { OwnTerms } from '#shared/activities/race/config';
import type { Table } from '#shared/tables/table';
import type { Worth } from '#shared/tables/worth';
import { postFile, postJson, type Answer } from '../asking';

/** The table in a file or in pasted text. Refuses with `table-refused`, `file-too-large`. */
export const readTable = (file: Blob): Answer<Table> => postFile('/api/tables/read', file);

/** Whether a step on one's own table is worth playing. Refuses with `table-refused` where it cannot be played at all. */
export const worthPlaying = (kind: string, config: unknown): Answer<Worth> =>
  postJson('/api/tables/worth', { kind, config });

/** What a race on one's own table costs and asks for, and what does well in it. Refuses with `table-refused` where it cannot be played at all. */
export const raceTerms = (config: unknown): Answer<OwnTerms> =>
  postJson('/api/tables/terms', { kind: 'race', config });

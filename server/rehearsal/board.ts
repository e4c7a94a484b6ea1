import * as v from 'valibot';
import type { RehearsalCard } from '#shared/api';
import { textSchema } from '#shared/text-schema';
import type { Settings } from '../storage/prisma/settings';

/** Under what it stands who rehearses, by the teacher's id. */
const REHEARSES = 'rehearsal/';

/** A server that was killed takes its rehearsals along: what it has not said again for so long is over, ms. */
const HOLDS = 150_000;

const cardSchema = v.strictObject({
  id: v.string(),
  code: v.string(),
  title: textSchema,
  /** ms of the wall clock. */
  until: v.number(),
});

/** Where all servers read what a teacher rehearses: each rehearsal itself is in the memory of one of them. */
export interface Board {
  readonly put: (teacher: string, card: RehearsalCard) => Promise<void>;
  /** It is over. What is there of another one stays. */
  readonly clear: (teacher: string, session: string) => Promise<void>;
  readonly of: (teacher: string) => Promise<RehearsalCard | null>;
}

/** How often it has to be put there again, ms. */
export const AGAIN = 60_000;

export function boardIn({ get, set, take }: Pick<Settings, 'get' | 'set' | 'take'>): Board {
  const read = (value: string | null) => (value === null ? null : v.parse(cardSchema, JSON.parse(value)));
  return {
    put: (teacher, { id, code, title }) =>
      set(REHEARSES + teacher, JSON.stringify({ id, code, title, until: Date.now() + HOLDS })),
    clear: async (teacher, session) => {
      const value = await get(REHEARSES + teacher);
      if (value !== null && read(value)?.id === session) await take(REHEARSES + teacher, value);
    },
    of: async (teacher) => {
      const value = await get(REHEARSES + teacher);
      const kept = read(value);
      if (value === null || !kept) return null;
      if (kept.until <= Date.now()) {
        await take(REHEARSES + teacher, value);
        return null;
      }
      const { until: _, ...card } = kept;
      return card;
    },
  };
}

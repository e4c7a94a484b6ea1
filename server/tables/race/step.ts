import * as v from 'valibot';
import { config as raceConfig, type OwnConfig } from '#shared/activities/race/config';

/** What of a race on somebody's own table is worked out here: what stands there before need not fit. */
const WORKED_OUT = new Set<unknown>(['good', 'energy', 'accuracy']);

/** A race on somebody's own table whose rows and limits are as they should be; null: there is none. */
export function ownRace(config: unknown): OwnConfig | null {
  const read = v.safeParse(raceConfig, config);
  if (!read.typed || read.output.data !== 'own') return null;
  const others = read.issues?.filter(({ path }) => !WORKED_OUT.has(path?.[0].key)) ?? [];
  return others.length === 0 ? read.output : null;
}

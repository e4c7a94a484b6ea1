import type { QueryConfig } from 'pg';
import type { NameClaim } from '../log/port';
import type { StoredEntry } from '../log/messages';

/** One statement of a transaction; prepared once for each connection, by its name. */
type Make<Given> = (given: Given) => QueryConfig;

type Claimed = NameClaim & Pick<StoredEntry, 'session'>;
type InSession<Rest> = Rest & Pick<StoredEntry, 'session'>;
type Events = InSession<StoredEntry['events'][number]>[];

const column = <Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] =>
  rows.map((row) => row[key]);

/** Any number of rows is one statement: columns travel as arrays. */
export const putEvents: Make<Events> = (rows) => ({
  name: 'log-events',
  text: `INSERT INTO log_event (session, seq, at, version, command, body)
    SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::int[], $5::text[], $6::text[])`,
  values: (['session', 'seq', 'at', 'version', 'command', 'body'] as const).map((key) => column(rows, key)),
});

export const putBeside: Make<Events> = (rows) => ({
  name: 'log-beside',
  text: `INSERT INTO log_beside (session, seq, seat, body)
    SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[])`,
  values: (['session', 'seq', 'of', 'beside'] as const).map((key) => column(rows, key)),
});

export const claimNames: Make<readonly Claimed[]> = (rows) => ({
  name: 'log-claims',
  text: `INSERT INTO log_personal (session, row, text, folded)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
  values: (['session', 'row', 'text', 'folded'] as const).map((key) => column(rows, key)),
});

export const releaseName: Make<InSession<{ row: string }>> = ({ session, row }) => ({
  name: 'log-release',
  text: 'DELETE FROM log_personal WHERE session = $1 AND row = $2',
  values: [session, row],
});

export const takeCode: Make<InSession<{ code: string }>> = ({ session, code }) => ({
  name: 'log-running',
  text: 'INSERT INTO log_running (session, code) VALUES ($1, $2)',
  values: [session, code],
});

export const giveCodeBack: Make<InSession<object>> = ({ session }) => ({
  name: 'log-ended',
  text: 'DELETE FROM log_running WHERE session = $1',
  values: [session],
});

const eventsOf = (entries: readonly StoredEntry[]): Events =>
  entries.flatMap(({ session, events }) => events.map((event) => ({ session, ...event })));

const claimsOf = (entries: readonly StoredEntry[]): Claimed[] =>
  entries.flatMap(({ session, claim }) => (claim ? [{ session, ...claim }] : []));

/** What `rows` need, where there are any. */
const some = <Row>(rows: Row[], make: Make<Row[]>): QueryConfig[] => (rows.length > 0 ? [make(rows)] : []);

/**
 * Entries that only add. Events come before names: of a call that is there already, since a commit was kept whose answer
 * was lost, its seq says so, and not the name, which would look like somebody else's.
 */
export function addedBy(entries: readonly StoredEntry[]): QueryConfig[] {
  const events = eventsOf(entries);
  const beside = events.filter((event) => event.beside != null);
  return [...some(events, putEvents), ...some(beside, putBeside), ...some(claimsOf(entries), claimNames)];
}

/** Whether an entry only adds: it takes no code, gives none back, and no name. */
export const onlyAdds = ({ release, code, ends }: StoredEntry): boolean =>
  release === null && code === null && !ends;

/** All that an entry needs, in the order in which it has to happen. */
export const writtenBy = (entry: StoredEntry): QueryConfig[] => {
  const { session, release, code, ends } = entry;
  return [
    ...(release === null ? [] : [releaseName({ session, row: release })]),
    ...(code === null ? [] : [takeCode({ session, code })]),
    ...addedBy([entry]),
    ...(ends ? [giveCodeBack({ session })] : []),
  ];
};

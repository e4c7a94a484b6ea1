import type { RosterFrame } from '#shared/protocol';
import type { RosterRow } from '#shared/session/views';

/** The desk's list of students, by seat. */
export type Roster = ReadonlyMap<string, RosterRow>;

export const emptyRoster: Roster = new Map();

/** The list after a frame: all of it anew, or some lines. */
export const rosterAfter = (roster: Roster, { whole, rows }: RosterFrame): Roster =>
  new Map([...(whole ? [] : roster), ...rows.map((row) => [row.seat, row] as const)]);

import type { RosterRow } from '#shared/session/views';

/** Where many seats come from: one browser, all those of a network that keep no mark, or a network beyond a school. */
export type Whence = 'device' | 'unmarked' | 'network';

/** Many seats that come from one place. */
export interface Crowd {
  readonly whence: Whence;
  /** Tells it from others. */
  readonly key: string;
  /** Those that one would remove, in the order in which they came. */
  readonly rows: readonly RosterRow[];
  /** How many come from there in all. */
  readonly seats: number;
  /** From the first of those that one would remove to the last, ms. */
  readonly within: number;
}

/** Seats that are none of a class: fewer may be pupils at a shared computer, or a few browsers without cookies. */
const MANY: Readonly<Record<Whence, number>> = { device: 6, unmarked: 20, network: 1 };

/** So many may come quickly out of one address (docs/decisions/0041): those are the school. */
const SCHOOL = 1_200;

/** Seats beyond what one device or address has in a class, the most first. Who is out already is not among them. */
export function crowdsIn(rows: readonly RosterRow[]): readonly Crowd[] {
  const devices = new Map<string, RosterRow[]>();
  const networks = new Map<string, RosterRow[]>();
  for (const row of rows) {
    if (row.kicked || row.network === null) continue;
    put(devices, row.device, row);
    put(networks, row.network, row);
  }
  return [
    ...[...devices].map(([key, all]) => crowdOf(networks.has(key) ? 'unmarked' : 'device', key, all)),
    ...[...networks].map(([key, all]) => crowdOf('network', key, all)),
  ]
    .filter(({ whence, rows: many }) => many.length >= MANY[whence])
    .sort((a, b) => b.rows.length - a.rows.length);
}

function crowdOf(whence: Whence, key: string, all: readonly RosterRow[]): Crowd {
  const inOrder = [...all].sort((a, b) => a.joinedAt - b.joinedAt);
  const rows = whence === 'network' ? inOrder.slice(SCHOOL) : inOrder;
  const within = (rows.at(-1)?.joinedAt ?? 0) - (rows[0]?.joinedAt ?? 0);
  return { whence, key: `${whence} ${key}`, rows, seats: all.length, within };
}

function put(groups: Map<string, RosterRow[]>, key: string, row: RosterRow): void {
  const held = groups.get(key);
  if (held) held.push(row);
  else groups.set(key, [row]);
}

const STEPS = [1, 2, 5];

/** The largest of 1, 2, 5, 10, 20, 50 and so on that is not more. */
export function roundedDown(count: number): number {
  let found = 1;
  for (let ten = 1; ten <= count; ten *= 10)
    for (const step of STEPS) if (step * ten <= count) found = step * ten;
  return found;
}

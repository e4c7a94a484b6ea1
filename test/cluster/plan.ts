import type { Rng } from '#shared/rng';

/** Something that goes wrong. `calm`: how long everybody is left in peace before it; servers by their number; ms. */
export type Trouble = { readonly calm: number } & (
  | {
      readonly kind: 'kill';
      readonly servers: readonly number[];
      /** How long they are gone before they are started again. */
      readonly gone: number;
    }
  | {
      readonly kind: 'pause';
      readonly server: number;
      readonly lasts: number;
      /** One that is killed in the middle, and started again; null: none. */
      readonly killed: number | null;
    }
  | {
      readonly kind: 'cut';
      readonly server: number;
      /** `broken`: it is told that its connections end; `silent`: nothing goes through any more. */
      readonly how: 'broken' | 'silent';
      readonly lasts: number;
    }
  | { readonly kind: 'database'; readonly how: 'stop' | 'crash'; readonly lasts: number }
);

/** How much of everything there is. */
export interface Amount {
  readonly servers: number;
  readonly kills: number;
  readonly pauses: number;
  readonly cuts: number;
  /** Times that the database is ended and started again. */
  readonly databases: number;
}

/** Pauses are of every length between these, short ones more often, ms. */
export const PAUSE = { shortest: 1_500, longest: 20_000 };

/** The longest that each lasts, ms. */
const CALM = 1_200;
const GONE = 2_500;
const CUT = { shortest: 1_000, longest: 12_000 };
const DOWN = { shortest: 300, longest: 5_000 };

interface Lengths {
  readonly shortest: number;
  readonly longest: number;
}

/** The `i`th of `of` lengths, which together reach from the shortest to the longest. */
function lengthOf({ shortest, longest }: Lengths, i: number, of: number, random: Rng): number {
  const share = of === 1 ? random.unit() : i === of - 1 ? 1 : (i + random.unit()) / of;
  return Math.round(shortest + (longest - shortest) * share ** 2);
}

/** Numbers from 0 to `count` - 1, in an order drawn from `random`. */
function mixed(count: number, random: Rng): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return order;
}

/** All that is to go wrong, in its order. The same `random` plans the same. */
export function planned(
  { servers, kills, pauses, cuts, databases }: Amount,
  random: Rng,
): readonly Trouble[] {
  const calm = () => Math.round(random.unit() * CALM);
  const troubles: Trouble[] = [];
  let left = kills;
  for (let i = 0; i < pauses; i++) {
    const [server = 0, other = null] = mixed(servers, random);
    // Every fourth: the rooms of one that is killed may be sent to the one that is paused.
    const killed = i % 4 === 1 && left > 0 ? other : null;
    if (killed !== null) left -= 1;
    troubles.push({ kind: 'pause', calm: calm(), server, killed, lasts: lengthOf(PAUSE, i, pauses, random) });
  }
  while (left > 0) {
    const together = Math.min(left, random.below(20) === 0 ? servers : random.below(6) === 0 ? 2 : 1);
    const gone = Math.round(random.unit() * GONE);
    troubles.push({ kind: 'kill', calm: calm(), servers: mixed(servers, random).slice(0, together), gone });
    left -= Math.min(together, servers);
  }
  for (let i = 0; i < cuts; i++) {
    const how = i % 2 === 0 ? 'silent' : 'broken';
    const lasts = lengthOf(CUT, i, cuts, random);
    troubles.push({ kind: 'cut', calm: calm(), server: random.below(servers), how, lasts });
  }
  for (let i = 0; i < databases; i++) {
    const how = i % 2 === 0 ? 'stop' : 'crash';
    troubles.push({ kind: 'database', calm: calm(), how, lasts: lengthOf(DOWN, i, databases, random) });
  }
  return mixed(troubles.length, random).map((at) => troubles[at] as Trouble);
}

/** How long the plan takes at least, ms. */
export const lengthOfAll = (troubles: readonly Trouble[]): number =>
  troubles.reduce((sum, one) => sum + one.calm + ('lasts' in one ? one.lasts : one.gone), 0);

/** How many SIGKILLs a trouble is. */
export const killsOf = (trouble: Trouble): number =>
  trouble.kind === 'kill'
    ? trouble.servers.length
    : trouble.kind === 'pause' && trouble.killed !== null
      ? 1
      : 0;

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** A trouble in one line; servers are counted from 1. */
export function told(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'kill':
      return `killed server ${trouble.servers.map((at) => at + 1).join(' and ')}, gone for ${seconds(trouble.gone)}`;
    case 'pause': {
      const meanwhile = trouble.killed === null ? '' : `, ${trouble.killed + 1} killed meanwhile`;
      return `paused server ${trouble.server + 1} for ${seconds(trouble.lasts)}${meanwhile}`;
    }
    case 'cut':
      return `cut server ${trouble.server + 1} off (${trouble.how}) from the database for ${seconds(trouble.lasts)}`;
    case 'database':
      return `${trouble.how === 'stop' ? 'stopped' : 'crashed'} the database for ${seconds(trouble.lasts)}`;
  }
}

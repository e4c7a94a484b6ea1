import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Counted, Tally } from '../tally';

/** How often it is asked what others have counted, ms. */
const LOOK = 1_000;
/** How far back, ms: a look may come late. */
const BACK = 5_000;

/** Names that wait for their turn: beyond, what is spent counts on this server alone. */
const MOST_WAITING = 500;

const LEAKED = `greatest(0, amount - extract(epoch FROM clock_timestamp() - at) * 1000 / every)`;

/** In the order of the names, so that two servers never wait for each other. */
const ADD = `INSERT INTO spent AS kept (name, amount, every, at)
  SELECT name, greatest(0, amount), every, clock_timestamp()
    FROM unnest($1::text[], $2::float8[], $3::float8[]) AS given (name, amount, every) ORDER BY name
  ON CONFLICT (name) DO UPDATE SET at = clock_timestamp(), amount = greatest(0,
    greatest(0, kept.amount - extract(epoch FROM clock_timestamp() - kept.at) * 1000 / kept.every)
      + (SELECT given.amount FROM unnest($1::text[], $2::float8[]) AS given (name, amount) WHERE given.name = kept.name))
  RETURNING name, amount`;

const HEARD = `SELECT name, ${LEAKED}::float8 AS amount FROM spent
  WHERE at > clock_timestamp() - ${BACK} * interval '1 millisecond' ORDER BY at DESC LIMIT 2000`;

/** All of it has come back: nothing is left to remember. It waits for nobody who counts there, and nobody waits for it. */
const FORGET = `DELETE FROM spent WHERE name IN
  (SELECT name FROM spent WHERE ${LEAKED} = 0 ORDER BY name FOR UPDATE SKIP LOCKED)`;
const FORGET_EVERY = 60_000;

interface Waiting {
  amount: number;
  readonly every: number;
  readonly settle: ((amount: number | null) => void)[];
}

/**
 * Counts in one small table that no power cut keeps. One statement is on its way at a time, and the next one carries all
 * that came meanwhile, however much that is: a flood of guesses is no flood of writes.
 */
export class PostgresTally implements Tally {
  private waiting = new Map<string, Waiting>();
  private pumping = false;
  private readonly heard = new Map<string, ((counted: Counted) => void)[]>();
  private timer: NodeJS.Timeout | null = null;
  private forgot = performance.now();
  private closed = false;

  /** `secret`: what names are made with. */
  constructor(
    private readonly pool: Pool,
    private readonly secret: string,
  ) {
    this.later();
  }

  readonly nameOf = (kind: string, name: string): string =>
    `${kind}/${createHmac('sha256', this.secret).update(name).digest('base64url').slice(0, 22)}`;

  readonly add = (name: string, amount: number, every: number): Promise<number | null> =>
    new Promise((settle) => {
      const there = this.waiting.get(name);
      if (there) {
        there.amount += amount;
        there.settle.push(settle);
      } else if (this.waiting.size >= MOST_WAITING || this.closed) return settle(null);
      else this.waiting.set(name, { amount, every, settle: [settle] });
      void this.pump();
    });

  readonly hear = (kind: string, heard: (counted: Counted) => void): void => {
    this.heard.set(kind, [...(this.heard.get(kind) ?? []), heard]);
  };

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    while (this.waiting.size > 0) {
      const sent = this.waiting;
      this.waiting = new Map();
      const totals = await this.send(sent).catch(() => null);
      for (const [name, { settle }] of sent) for (const one of settle) one(totals?.get(name) ?? null);
    }
    this.pumping = false;
  }

  private async send(sent: ReadonlyMap<string, Waiting>): Promise<ReadonlyMap<string, number>> {
    const names = [...sent.keys()];
    const rows = [...sent.values()];
    const values = [names, rows.map(({ amount }) => amount), rows.map(({ every }) => every)];
    const asked = await this.pool.query<Counted>({ name: 'tally-add', text: ADD, values });
    return new Map(asked.rows.map(({ name, amount }) => [name, amount]));
  }

  private later(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.later()), LOOK);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    try {
      const { rows } = await this.pool.query<Counted>({ name: 'tally-heard', text: HEARD });
      for (const counted of rows)
        for (const heard of this.heard.get(counted.name.slice(0, counted.name.indexOf('/'))) ?? [])
          heard(counted);
      if (performance.now() - this.forgot < FORGET_EVERY) return;
      this.forgot = performance.now();
      await this.pool.query(FORGET);
    } catch {
      // The database is away: this server goes on with what it knows.
    }
  }
}

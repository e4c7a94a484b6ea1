import { randomBytes } from 'node:crypto';
import type { Notification, Pool, PoolClient } from 'pg';
import * as v from 'valibot';
import type { Hearer, News, Told } from '../news';

const CHANNEL = 'trainoff_news';

/** What one message of the database carries at the most is 8,000 bytes; a row's name is 12 of them and its quotes. */
const MOST_ROWS = 300;

/** How often it is looked whether the database still has the connection that listens, ms; a cut cable says nothing. */
const LOOK = 1_000;

/** How long until another try to listen, ms. */
const AGAIN = 500;

const toldSchema: v.GenericSchema<unknown, Told> = v.variant('what', [
  v.object({
    ...{ what: v.literal('student'), session: v.string(), seat: v.string() },
    rows: v.array(v.string()),
  }),
  v.object({ what: v.literal('session'), session: v.string() }),
  v.object({ what: v.literal('address'), teacher: v.string() }),
  v.object({ what: v.literal('rehearsal'), teacher: v.string(), session: v.string() }),
]);

/** `from`: who says it, a name drawn by lot. */
const sentSchema = v.object({ from: v.string(), told: toldSchema });

type Sent = v.InferOutput<typeof sentSchema>;

/** Null: another build's, or from somebody who may also speak on this channel. */
function sentIn(payload: string): Sent | null {
  try {
    const read = v.safeParse(sentSchema, JSON.parse(payload));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** In as many messages as it takes. */
function parts(told: Told): Told[] {
  if (told.what !== 'student' || told.rows.length <= MOST_ROWS) return [told];
  const { rows, ...rest } = told;
  return [{ ...rest, rows: rows.slice(0, MOST_ROWS) }, ...parts({ ...rest, rows: rows.slice(MOST_ROWS) })];
}

/** Carries news by the database's own LISTEN and NOTIFY, which tell in the moment of the commit. */
export class PostgresNews implements News {
  private readonly hearers: Hearer[] = [];
  private readonly name = randomBytes(9).toString('base64url');
  private client: PoolClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  private constructor(private readonly pool: Pool) {}

  /** Listens once it resolves. Rejects if the database is away. */
  static async open(pool: Pool): Promise<PostgresNews> {
    const news = new PostgresNews(pool);
    await news.listen();
    return news;
  }

  readonly tell = async (told: Told): Promise<void> => {
    for (const part of parts(told))
      await this.pool.query('SELECT pg_notify($1, $2)', [
        CHANNEL,
        JSON.stringify({ from: this.name, told: part } satisfies Sent),
      ]);
  };

  readonly hear = (hearer: Hearer): void => void this.hearers.push(hearer);

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.client?.release(true);
    this.client = null;
  }

  /** Until it listens, whoever called it is the only one who tries again. */
  private async listen(): Promise<void> {
    const client = await this.pool.connect();
    client.on('notification', (said) => this.heard(said));
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    try {
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (this.closed) return client.release(true);
    this.client = client;
    this.later(LOOK, () => void this.look(client));
  }

  private async look(client: PoolClient): Promise<void> {
    try {
      await client.query('SELECT 1');
      if (this.client === client) this.later(LOOK, () => void this.look(client));
    } catch {
      this.lose(client);
    }
  }

  private lose(client: PoolClient): void {
    if (this.client !== client) return;
    this.client = null;
    client.release(true);
    this.later(AGAIN, () => void this.again());
  }

  /** What was said between the two connections was not heard. */
  private async again(): Promise<void> {
    try {
      await this.listen();
      this.miss();
    } catch {
      this.later(AGAIN, () => void this.again());
    }
  }

  private later(ms: number, then: () => void): void {
    if (this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(then, ms);
    this.timer.unref();
  }

  private miss(): void {
    for (const { missed } of this.hearers) missed();
  }

  private heard({ payload = '' }: Notification): void {
    const sent = sentIn(payload);
    if (sent && sent.from !== this.name) for (const hearer of this.hearers) hearer.told(sent.told);
  }
}

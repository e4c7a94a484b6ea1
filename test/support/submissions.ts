import { moons } from '#shared/activities/race/families/mlp/samples';
import { startEngine, type Engine } from './engine';
import { lessonOf, single } from './lesson';
import { openRace, type Race } from './racing';
import type { Pool } from '../../server/workers/pool';

/** A race whose networks take a thread some tens of milliseconds. */
const lesson = lessonOf(
  single({ id: 'race', kind: 'race', seconds: null, config: { ...moons, attempts: 20 } }),
);

/** What a phone may send in one go is 20 commands, of which one takes its seat. */
const EACH = 10;

/** Sessions of different size on several servers, whose submissions all come at once. */
export interface Played {
  /** Sessions by their place in `sizes`, in the order in which their results came. */
  readonly order: readonly number[];
  /** For each session: how many submissions its log has, and how many jobs finished or failed in it. */
  readonly logged: readonly {
    readonly submitted: number;
    readonly finished: number;
    readonly failed: number;
    /** Jobs that were submitted, each with exactly one result. */
    readonly exact: boolean;
  }[];
  /** From the last submission to the last result, ms. */
  readonly took: number;
}

interface Given {
  /** Submissions of each session; sessions go to the servers in turn. */
  readonly sizes: readonly number[];
  readonly servers: readonly Pool[];
  /** Told of each result, with how many there are. */
  readonly onResult?: (count: number) => void;
}

/** The phones of one session send, each up to ten configurations of their own. */
async function submitAll(race: Race, count: number): Promise<void> {
  for (let from = 0; from < count; from += EACH) {
    const phone = await race.join(`Seat ${from}`);
    const own = Array.from({ length: Math.min(EACH, count - from) }, (_, i) => from + i);
    const acks = await Promise.all(
      own.map((i) =>
        phone.command({
          type: 'submit',
          step: 0,
          submission: { layers: [8, 8], rate: 0.1, epochs: 500 + i },
        }),
      ),
    );
    for (const ack of acks) if (!ack.ok) throw new Error(`a submission was refused: ${ack.code}`);
  }
}

async function loggedIn({ log }: Engine, id: string) {
  const events = (await log.read(id)).map(({ event }) => event);
  const keys = (type: 'submitted' | 'job-finished' | 'job-failed') =>
    events.flatMap((event) => (event.type === type && event.job ? [event.job.key] : [])).sort();
  const [submitted, finished, failed] = [keys('submitted'), keys('job-finished'), keys('job-failed')];
  const exact = JSON.stringify(submitted) === JSON.stringify([...finished, ...failed].sort());
  return { submitted: submitted.length, finished: finished.length, failed: failed.length, exact };
}

/** Plays them, and resolves once every submission has its result in its log. */
export async function playSubmissions({ sizes, servers, onResult }: Given): Promise<Played> {
  const order: number[] = [];
  const places = new Map<string, number>();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let all: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (all = resolve));
  const engines = await Promise.all(
    servers.map((pool) =>
      startEngine({
        train: async (asked) => {
          const result = await pool.train(asked);
          order.push(places.get(asked.session) ?? NaN);
          onResult?.(order.length);
          if (order.length === total) all();
          return result;
        },
      }),
    ),
  );
  try {
    const races = await Promise.all(
      sizes.map(async (_, i) => {
        const engine = engines[i % engines.length] as Engine;
        const race = await openRace(engine, lesson);
        places.set(race.id, i);
        return { engine, race };
      }),
    );
    const since = performance.now();
    await Promise.all(races.map(({ race }, i) => submitAll(race, sizes[i] ?? 0)));
    await done;
    const took = performance.now() - since;
    const settled = async ({ engine, race }: (typeof races)[number]) => {
      await race.desk.until(({ pulse }) => pulse?.training?.done === pulse?.training?.of);
      return loggedIn(engine, race.id);
    };
    return { order, took, logged: await Promise.all(races.map(settled)) };
  } finally {
    for (const engine of engines) await engine.stop();
  }
}

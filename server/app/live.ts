import type { FastifyInstance } from 'fastify';
import { openClassroom, type Classroom } from '../classroom';
import type { Env } from '../env';
import { report } from '../http/failures';
import { openJournal, type Journal } from '../journal';
import type { BuiltIn } from '../lessons/built-in';
import { processClock } from '../live/clock';
import { openStanding, type Opened } from '../live/standing/open';
import type { OpenMetrics } from '../metrics/open';
import type { Metrics } from '../metrics/port';
import { watched } from '../storage/log/watched';
import type { Folders, Stores } from '../stores';
import { Scribe } from '../words/scribe';
import type { Pool } from '../workers/pool';

/** What a server is made of, before it is put together. */
export interface Given {
  readonly env: Env;
  /** Names the pages that the server goes with. */
  readonly build: string;
  readonly folders: Folders;
  readonly opened: Stores;
  readonly builtIn: BuiltIn;
  readonly measured: OpenMetrics;
  readonly pool: Pool;
}

/** The sessions and what they need: a journal, figures, a log, threads. */
export interface Live extends Pick<Opened, 'standingWith'> {
  readonly journal: Journal;
  readonly metrics: Metrics;
  /** Those that are given, with a log whose commits are timed and told of. */
  readonly stores: Stores;
  readonly scribe: Scribe;
  readonly classroom: Classroom;
}

/** Says in the journal which built-in lessons are missing, and why. */
function tellBroken({ broken }: BuiltIn, journal: Journal): void {
  for (const { file, path, code } of broken)
    journal({ event: 'lesson-broken', file, path: path.join('/'), code });
}

/** Takes the running sessions up. */
export async function openLive(http: FastifyInstance, given: Given): Promise<Live> {
  const { env, folders, opened, builtIn, pool } = given;
  const { metrics } = given.measured;
  const onBug = report(http.log);
  metrics.follow(http);
  const journal = metrics.counted(openJournal(http.log, env.logLevel, processClock.now));
  tellBroken(builtIn, journal);
  const shared = opened.commons !== null;
  const { log, standingWith } = openStanding(watched(metrics.timed(opened.log), journal), {
    ...{ shared, clock: processClock, drainWithin: env.drainSeconds * 1_000, journal, onBug },
  });
  const stores = { ...opened, log };
  const scribe = new Scribe(new URL('words.js', folders.scripts), onBug);
  const workers = { train: pool.train, reckon: pool.reckon, render: scribe.render };
  const classroom = await openClassroom({ ...stores, shared }, workers, journal, onBug);
  return { journal, metrics, stores, scribe, classroom, standingWith };
}

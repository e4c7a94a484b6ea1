import type { FastifyInstance } from 'fastify';
import { Accounts } from '../accounts/accounts';
import { secretGuesses, type Guesses } from '../accounts/guesses';
import { PhoneMarks } from '../accounts/phone-marks';
import { screenKeys } from '../accounts/screen-keys';
import type { Classroom } from '../classroom';
import type { Env } from '../env';
import { openExchange, type Exchange } from '../exchange/open';
import type { AddressBook } from '../http/addresses';
import { askedHosts, type AskedHosts } from '../http/asked';
import { report } from '../http/failures';
import { originCheck, type OriginCheck } from '../http/origin';
import { senders, type SenderOf } from '../http/sender';
import type { Journal } from '../journal';
import { openLessons, type OpenLessons } from '../lessons/open';
import { processClock } from '../live/clock';
import type { Standing } from '../live/standing';
import type { Metrics } from '../metrics/port';
import { openPast, type PastSessions } from '../past/open';
import { boardIn } from '../rehearsal/board';
import { Rehearsals } from '../rehearsal/rehearsals';
import type { Stores } from '../stores';
import type { Render } from '../words/scribe';
import { openAddresses } from './addresses';
import { openLive, type Given } from './live';

/** What every part of the web side is made from. */
export interface Parts {
  readonly env: Env;
  readonly build: string;
  readonly journal: Journal;
  readonly metrics: Metrics;
  readonly stores: Stores;
  readonly classroom: Classroom;
  readonly standing: Standing;
  readonly past: PastSessions;
  readonly exchange: Exchange;
  readonly rehearsals: Rehearsals;
  readonly accounts: Accounts;
  readonly marks: PhoneMarks;
  readonly addresses: AddressBook;
  readonly screenKey: (session: string) => string;
  readonly lessons: OpenLessons;
  readonly render: Render;
  readonly senderOf: SenderOf;
  readonly askedHosts: AskedHosts;
  readonly ownPage: OriginCheck;
  /** Wrong secrets, by network. */
  readonly secrets: Guesses;
  /** Ends rehearsals, threads and jobs, then settles the sessions. The stores stay open. */
  readonly close: () => Promise<void>;
}

/** Opens everything that is asked over the web, on stores that are open. */
export async function openParts(http: FastifyInstance, given: Given): Promise<Parts> {
  const { env, build, folders, builtIn, pool } = given;
  const { scripts } = folders;
  const onBug = report(http.log);
  const { journal, metrics, stores, scribe, classroom, standingWith } = await openLive(http, given);
  const { storage, commons } = stores;
  const { rooms } = classroom;
  const tally = commons?.tally ?? null;
  const accounts = await Accounts.open(storage, processClock, tally);
  const marks = await PhoneMarks.open(storage.settings);
  const addresses = await openAddresses(http, env, classroom, stores);
  const screenKey = await screenKeys(storage.settings);
  const past = openPast(stores, { rooms, jobs: pool }, env, scripts, onBug);
  const lessons = openLessons(storage, builtIn.lessons, scripts, onBug, commons?.once);
  const exchange = openExchange(scripts, onBug);
  const standing = standingWith(rooms);
  const rehearsals = new Rehearsals({
    ...{ rooms, clock: processClock, onBug },
    elsewhere: commons && { board: boardIn(storage.settings), news: commons.news },
  });
  const asked = askedHosts(env.trustProxy);
  return {
    ...{ env, build, journal, metrics, stores, classroom, standing, past, exchange, rehearsals },
    ...{ accounts, marks, addresses, screenKey, lessons, render: scribe.render },
    ...{ senderOf: senders(env.trustProxy), askedHosts: asked, ownPage: originCheck(env.publicUrl, asked) },
    secrets: secretGuesses(processClock.now, tally),
    close: async () => {
      standing.close();
      for (const part of [rehearsals, exchange, scribe, pool, classroom, past, lessons]) await part.close();
    },
  };
}

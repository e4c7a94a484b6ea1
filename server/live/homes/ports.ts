import type { SessionLog } from '../../storage/log/port';
import type { Render } from '../../words/scribe';
import type { Reckon, Train } from '../../workers/pool';
import type { Channel } from '../channel';
import type { Clock } from '../clock';
import type { Newer } from './newer';
import type { PutAside } from '../put-aside';
import type { SessionSummary } from '../summary';

export interface RoomsPorts {
  readonly log: SessionLog;
  /** Other servers share the log: a session is here only while somebody comes for it. */
  readonly lazy?: boolean;
  readonly clock?: Clock;
  readonly train: Train;
  readonly reckon?: Reckon | undefined;
  /** The name of a teacher's account, which no seat of their sessions may have; without it every name is free. */
  readonly teachersName?: (teacher: string) => Promise<string | null>;
  /** Makes HTML of a lesson's texts; without it all stand as they are written. */
  readonly render?: Render | undefined;
  readonly onEnded: (summary: SessionSummary) => void;
  /** A session's end was taken back. */
  readonly onTakenUp: (session: string) => void;
  readonly onPutAside: (aside: PutAside) => void;
  /** A newer build has written to a session of the shared log. */
  readonly onNewer?: (newer: Newer) => void;
  /** Another server goes on writing to a session that somebody has come for here; at most once a minute. */
  readonly onOutrun?: (session: string) => void;
  /** Somebody has come to a session of the shared log in which nobody was, or the last one has gone. */
  readonly onSeen?: (session: string) => void;
  /** Told why the shared log cannot be asked who somebody comes for, once until it can be again. */
  readonly onAway?: (error: unknown) => void;
}

/** What carries frames to a room's connections, and which address phones reach it by. Set before the first connection. */
export interface Wiring {
  /** Null: nobody has been connected. */
  readonly channel: (session: string) => Channel | null;
  readonly address: (session: string) => string;
  /** The session is not here any more; some may still be connected. */
  readonly gone: (session: string) => void;
}

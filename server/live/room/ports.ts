import type { SessionLog } from '../../storage/log/port';
import type { Reckon, Train } from '../../workers/pool';
import type { Channel } from '../channel';
import type { Clock } from '../clock';
import type { SessionSummary } from '../summary';
import type { TeachersName } from './live-state';

export interface RoomPorts {
  readonly log: SessionLog;
  /** Other servers may write to the session. */
  readonly shared?: boolean;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly address: () => string;
  readonly train: Train;
  /** Without it classes are reckoned on the room's own thread. */
  readonly reckon?: Reckon | undefined;
  /** Whose name no seat may have; without it every name is free. */
  readonly teachersName?: TeachersName | undefined;
  readonly onEnded: (summary: SessionSummary) => void;
  /** Its end was taken back. */
  readonly onTakenUp: () => void;
  /** Somebody is connected again, or the last one has gone. */
  readonly onPeopled?: (() => void) | undefined;
  /** Another server has written to the session. */
  readonly onOvertaken?: (() => void) | undefined;
}

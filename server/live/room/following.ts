import type { EventType, LoggedEvent } from '#shared/session/events';
import type { Channel } from '../channel';
import type { Attendance } from './attendance';
import type { Drafts } from './drafts';
import type { LiveClass } from './live-class';
import type { Pulses } from './pulses';

/** What a room holds beside its log. */
export interface FollowingPorts {
  readonly attendance: Attendance;
  readonly drafts: Drafts;
  readonly pulses: Pulses;
  readonly liveClass: LiveClass;
  readonly channel: Pick<Channel, 'dismiss'>;
}

/** Presence, drafts and the desk's list are not in the log: they are brought in step with its new events here. */
export class Following {
  constructor(private readonly ports: FollowingPorts) {}

  follow(records: readonly LoggedEvent[]): void {
    const { pulses } = this.ports;
    for (const record of records) this.followOne(record);
    if (records.some(({ event }) => changesEveryRow.has(event.type))) pulses.touchAll();
    else pulses.touch();
  }

  private followOne({ event }: LoggedEvent): void {
    const { attendance, drafts, pulses, liveClass, channel } = this.ports;
    if (event.type === 'step-opened') {
      attendance.begin();
      liveClass.begin();
    }
    if (endsDrafts.has(event.type)) drafts.clear();
    if (event.type === 'submitted') drafts.drop(event.seat);
    if (event.type === 'seat-kicked') channel.dismiss(event.seat, 'kicked');
    if (event.type === 'seats-kicked') for (const seat of event.seats) channel.dismiss(seat, 'kicked');
    if (event.type === 'seat-moved') channel.dismiss(event.seat, 'seat-moved');
    if ('seat' in event) pulses.touch(event.seat);
    if (event.type === 'seats-kicked' || event.type === 'seats-readmitted')
      for (const seat of event.seats) pulses.touch(seat);
  }
}

/** Drafts of an earlier opening are dropped. A move to the step that is open leaves them: they may count at its close. */
const endsDrafts: ReadonlySet<EventType> = new Set(['step-opened', 'voting-again']);

/** What is asked is another thing, is over, or is shown: every line of the desk's list may say something else. */
const changesEveryRow: ReadonlySet<EventType> = new Set([
  'stage-entered',
  'step-opened',
  'voting-again',
  'step-closed',
  'step-revealed',
  'session-ended',
  'end-undone',
]);

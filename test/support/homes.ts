import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import type { Ack } from '#shared/protocol';
import type { HostCommand } from '#shared/session/commands';
import type { SeatId } from '#shared/session/events';
import type { Channel, Greeting } from '../../server/live/channel';
import type { Clock } from '../../server/live/clock';
import type { RoomHandle } from '../../server/live/handle';
import type { RoomsPorts } from '../../server/live/homes/ports';
import { Rooms } from '../../server/live/rooms';
import type { SentCommand } from '../../server/live/sent-command';
import type { SessionLog } from '../../server/storage/log/port';
import { trainHere } from './engine';

export const id = () => randomBytes(9).toString('base64url');

/** What one server says to whoever is connected, and tells of its sessions. */
export class Said {
  readonly frames: string[] = [];
  readonly greetings: Greeting[] = [];
  /** Who was sent away: all of a session, with the reason. */
  readonly away: [session: string, code: ErrorCode][] = [];
  readonly ended: string[] = [];
  /** Sessions that are not here any more. */
  readonly gone: string[] = [];
  readonly seen: string[] = [];
  readonly aside: string[] = [];
  /** Sessions that could not be taken over. */
  readonly outrun: string[] = [];
  readonly failures: unknown[] = [];

  channel(session: string): Channel {
    return {
      greet: (_connection, greeting) => void this.greetings.push(greeting),
      toRoom: (_role, frame) => void this.frames.push(frame),
      toSeat: (_seat, { beginning, end }) => void this.frames.push(beginning + end()),
      pulse: (pulse) => void this.frames.push(pulse),
      roster: (roster) => void this.frames.push(roster),
      dismiss: () => undefined,
      dismissAll: (code) => void this.away.push([session, code]),
    };
  }
}

interface Given extends Partial<Pick<RoomsPorts, 'train' | 'reckon' | 'lazy'>> {
  readonly log: SessionLog;
  readonly clock?: Clock;
}

/** One of several servers that share a log. */
export async function startHome(given: Given): Promise<{ readonly rooms: Rooms; readonly said: Said }> {
  const said = new Said();
  const rooms = await Rooms.open({
    ...{ lazy: true, train: trainHere },
    ...given,
    onEnded: (summary) => said.ended.push(summary.id),
    onTakenUp: () => undefined,
    onPutAside: ({ session }) => said.aside.push(session),
    onOutrun: (session) => said.outrun.push(session),
    onSeen: (session) => said.seen.push(session),
    onAway: (error) => said.failures.push(error),
  });
  rooms.wire({
    channel: (session) => said.channel(session),
    address: () => '',
    gone: (session) => said.gone.push(session),
  });
  return { rooms, said };
}

export async function beginAt(rooms: Rooms, lesson: Lesson) {
  const created = await rooms.create({ lesson, host: 'ada' });
  if (!created.ok) throw new Error(created.error);
  return created.value;
}

export const joining = (seat: SeatId, name: string = seat): SentCommand => {
  const row = `n-${seat}`;
  const command = { type: 'join', seat, name: row, token: `t-${seat}` } as const;
  return {
    id: `join/${seat}`,
    actor: { role: 'newcomer', command },
    claim: { row, text: name, folded: name.toLowerCase() },
  };
};

export const asHost = (command: HostCommand, name: string = id()): SentCommand => ({
  ...{ id: `host/${name}`, actor: { role: 'host', command }, claim: null },
});

export const asSeat = (seat: SeatId, step: number, submission: unknown): SentCommand => ({
  id: `seat/${seat}/${step}`,
  actor: { role: 'seat', seat, command: { type: 'submit', step, submission } },
  claim: null,
});

/** Goes to a session's first step and opens it. */
export async function openFirst(room: RoomHandle): Promise<void> {
  const acks: Ack[] = [
    await room.execute(asHost({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } })),
    await room.execute(asHost({ type: 'open', step: 0 })),
  ];
  if (acks.some(({ ok }) => !ok)) throw new Error(JSON.stringify(acks));
}

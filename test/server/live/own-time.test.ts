import { beforeEach, describe, expect, it } from 'vitest';
import type { Pace } from '#shared/session/events';
import { GRACE, LEFT_AFTER_RESTART } from '#shared/session/conductor/time';
import { Room } from '../../../server/live/room/room';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { trainHere } from '../../support/engine';
import { lessonOf, picks, single } from '../../support/lesson';
import { created, tokenOf } from '../../support/session';
import { settled, VirtualClock } from '../../support/virtual-clock';

const lesson = lessonOf(single({ seconds: 20 }));

let log: SessionLog;
let clock: VirtualClock;
let room: Room;
/** How long the disk takes, ms. */
let slow: number;
let ids = 0;

const load = () =>
  Room.load('s', {
    log: {
      ...log,
      append: (entries) =>
        new Promise((resolve) => clock.after(slow, () => void log.append(entries).then(resolve))),
    },
    clock,
    channel: {
      greet: () => undefined,
      toRoom: () => undefined,
      toSeat: () => undefined,
      pulse: () => undefined,
      roster: () => undefined,
      dismiss: () => undefined,
      dismissAll: () => undefined,
    },
    address: () => '',
    train: trainHere,
    onEnded: () => undefined,
    onTakenUp: () => undefined,
  });

type Command = Parameters<Room['execute']>[0]['actor'];

const send = (actor: Command) => room.execute({ id: `command-${++ids}`, actor, claim: null });

/** Says something to the room, and lets the disk write it. */
async function say(actor: Command) {
  const ack = send(actor);
  await clock.advance(slow);
  return ack;
}

const answer = (seat: string): Command => ({
  role: 'seat',
  seat,
  command: { type: 'submit', step: 0, submission: picks('c') },
});

const phase = () => room.state.steps[0]?.phase;
const zero = () => room.state.steps[0]?.countdown?.deadline ?? NaN;

async function openFor(paces: Readonly<Record<string, Pace>>): Promise<void> {
  for (const [seat, pace] of Object.entries(paces)) {
    const join = { type: 'join', seat, name: `row-${seat}`, token: tokenOf(seat) } as const;
    await say({ role: 'newcomer', command: join });
    room.arrive(seat);
    await say({ role: 'host', command: { type: 'pace', seat, pace } });
  }
  const to = { at: 'step', step: 0 } as const;
  await say({ role: 'host', command: { type: 'go', from: { at: 'lobby' }, to } });
  await say({ role: 'host', command: { type: 'open', step: 0 } });
}

/** Goes to a time after the class's zero. */
const past = (ms: number) => clock.advance(zero() + ms - clock.now());

beforeEach(async () => {
  slow = 0;
  log = memoryLog();
  clock = new VirtualClock();
  await log.append([{ session: 's', events: [created(lesson)], claim: null, release: null }]);
  room = await load();
});

describe('a room where somebody has more time', () => {
  it('closes as ever if they have answered before the zero of the others', async () => {
    await openFor({ ada: 10, ben: 20 });
    await say(answer('ben'));
    await past(GRACE);
    expect(phase()).toBe('closed');
  });

  it('stays open for them, takes their answer, and closes at once', async () => {
    await openFor({ ada: 10, ben: 20 });
    await past(GRACE);
    expect(phase()).toBe('open');
    expect(await say(answer('ada'))).toEqual({ ok: false, code: 'too-late' });
    await past(GRACE + 5_000);
    expect(await say(answer('ben'))).toMatchObject({ ok: true });
    await settled();
    await clock.advance(1);
    expect(phase()).toBe('closed');
  });

  it('closes at the last of their zeros if no answer comes', async () => {
    await openFor({ ada: 10, ben: 13, cleo: 20 });
    await past(zero() + GRACE - 1);
    expect(phase()).toBe('open');
    await clock.advance(1);
    expect(phase()).toBe('closed');
  });

  it('waits for a seat without a countdown as long as the teacher does', async () => {
    await openFor({ ada: 10, ben: null });
    await past(3_600_000);
    expect(phase()).toBe('open');
    await say({ role: 'host', command: { type: 'close', step: 0 } });
    expect(phase()).toBe('closed');
  });

  it('does not wait after a restart for who has not come back', async () => {
    await openFor({ ada: 10, ben: null });
    await past(GRACE);
    room.stop();
    room = await load();
    void room.resume();
    await clock.advance(LEFT_AFTER_RESTART + GRACE);
    expect(phase()).toBe('closed');
  });
});

it('an answer that came in time is not late because the disk is slow', async () => {
  await openFor({ ada: 10, ben: 10 });
  slow = 5_000;
  await past(GRACE - 100);
  const first = send(answer('ada'));
  await clock.advance(50);
  const second = send(answer('ben'));
  await clock.advance(2 * slow);
  expect(await first).toMatchObject({ ok: true });
  expect(await second).toMatchObject({ ok: true });
});

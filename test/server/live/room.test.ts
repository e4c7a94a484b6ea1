import { trainHere } from '../../support/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { HostCommand } from '#shared/session/commands';
import { EVENT_VERSION, type SessionEvent } from '#shared/session/events';
import { UNDO_WITHIN } from '#shared/session/decide/end';
import { openStep } from '#shared/session/state';
import { GRACE, LEFT_AFTER_RESTART } from '#shared/session/conductor/time';
import type { Channel } from '../../../server/live/channel';
import { Room } from '../../../server/live/room/room';
import { memoryLog } from '../../../server/storage/log/memory';
import type { Appended, SessionLog } from '../../../server/storage/log/port';
import { settled, VirtualClock } from '../../support/virtual-clock';
import { lessons } from '../../support/lessons';

const lesson = lessons[0] as Lesson;
const firstStep = { at: 'step', step: 0 } as const;
const silent: Channel = {
  greet: () => undefined,
  toRoom: () => undefined,
  toSeat: () => undefined,
  pulse: () => undefined,
  roster: () => undefined,
  dismiss: () => undefined,
  dismissAll: () => undefined,
};

const created: SessionEvent = {
  type: 'session-created',
  lesson,
  host: 'host',
  code: '123456',
  seed: '0'.repeat(32),
  limit: 2,
  wall: '2026-01-01T00:00:00.000Z',
};

/** A store whose next appends end as told, without taking anything. */
function troubled(log: SessionLog, trouble: Appended[]): SessionLog {
  return {
    ...log,
    append: (entries) => {
      const outcome = trouble.shift();
      return outcome === undefined ? log.append(entries) : Promise.resolve({ outcome, at: 0 });
    },
  };
}

let log: SessionLog;
let trouble: Appended[];
let clock: VirtualClock;
let room: Room;
let takenUp: number;

const load = () =>
  Room.load('s', {
    log,
    clock,
    channel: silent,
    address: () => '',
    train: trainHere,
    onEnded: () => undefined,
    onTakenUp: () => (takenUp += 1),
  });

beforeEach(async () => {
  takenUp = 0;
  trouble = [];
  log = troubled(memoryLog(), trouble);
  clock = new VirtualClock();
  const record = { seq: 1, at: 0, version: EVENT_VERSION, command: 'create', event: created };
  await log.append([{ session: 's', events: [record], claim: null, release: null }]);
  room = await load();
});

let ids = 0;
const host = (command: HostCommand) =>
  room.execute({ id: `host/${ids++}`, actor: { role: 'host', command }, claim: null });

const join = (seat: string, text = seat, id = `join/${seat}`) =>
  room.execute({
    id,
    actor: { role: 'newcomer', command: { type: 'join', seat, name: `n-${seat}`, token: `t-${seat}` } },
    claim: { row: `n-${seat}`, text, folded: text.toLowerCase() },
  });

const answer = (seat: string, id: string) =>
  room.execute({
    id,
    actor: {
      role: 'seat',
      seat,
      command: {
        type: 'submit',
        step: 0,
        submission: room.state.steps[0]?.activity.answers?.bots.constant(never, ''),
      },
    },
    claim: null,
  });
const never = { uint32: () => 0, unit: () => 0, below: () => 0 };

const openFirst = async () => {
  await host({ type: 'go', from: { at: 'lobby' }, to: firstStep });
  await host({ type: 'open', step: 0 });
};
const deadline = () => openStep(room.state)?.step.countdown?.deadline ?? NaN;

describe('a room', () => {
  it('closes an open step by itself a second after the zero that phones show', async () => {
    await openFirst();
    await clock.advance(deadline() - clock.now() + GRACE - 1);
    expect(room.state.steps[0]?.phase).toBe('open');
    await clock.advance(1);
    expect(room.state.steps[0]?.phase).toBe('closed');
  });

  it('takes its end back for five minutes, and tells that it goes on', async () => {
    await openFirst();
    await host({ type: 'end' });
    await clock.advance(UNDO_WITHIN);
    expect(await host({ type: 'undo-end' })).toMatchObject({ ok: true });
    expect(takenUp).toBe(1);
    expect(await log.running()).toEqual([{ session: 's', code: '123456' }]);
    await host({ type: 'end' });
    await clock.advance(UNDO_WITHIN + 1);
    expect(await host({ type: 'undo-end' })).toEqual({ ok: false, code: 'undo-too-late' });
    expect(await log.running()).toEqual([]);
  });

  it('refuses everything once it is sealed, and is sealed only when it is over', async () => {
    expect(await room.seal()).toBe(false);
    await host({ type: 'end' });
    expect(await room.seal()).toBe(true);
    expect(await host({ type: 'undo-end' })).toEqual({ ok: false, code: 'session-ended' });
  });

  it('does not close a frozen step, and gives it its time back afterwards', async () => {
    await openFirst();
    await clock.advance(10_000);
    const left = deadline() - clock.now();
    await host({ type: 'freeze', step: 0 });
    await clock.advance(3_600_000);
    expect(room.state.steps[0]?.phase).toBe('open');
    await host({ type: 'unfreeze', step: 0 });
    expect(deadline() - clock.now()).toBe(left);
  });

  it('gives an open step at least five seconds after a restart, however late it was', async () => {
    await openFirst();
    await clock.advance(deadline() - clock.now() - 1_000);
    await join('ada');
    room.stop();
    await clock.advance(60_000);
    room = await load();
    await room.resume();
    expect(deadline() - room.state.at).toBe(LEFT_AFTER_RESTART);
    await clock.advance(LEFT_AFTER_RESTART + GRACE);
    expect(room.state.steps[0]?.phase).toBe('closed');
  });

  it('counts who was connected while the step was open as present, and nobody else', async () => {
    await join('ada');
    await join('bo');
    room.arrive('ada');
    await openFirst();
    room.leave('ada');
    await host({ type: 'close', step: 0 });
    expect([...(room.state.steps[0]?.present ?? [])]).toEqual(['ada']);
  });

  it('refuses with storage-failed what the disk did not take, and shows nothing of it', async () => {
    trouble.push('failed');
    expect(await join('ada')).toEqual({ ok: false, code: 'storage-failed' });
    expect(room.state.seats.size).toBe(0);
    expect(await join('ada')).toMatchObject({ ok: true });
  });

  it('decides again on what the log says after another server was faster', async () => {
    await join('ada');
    await openFirst();
    const elsewhere = await load();
    await elsewhere.execute({
      id: 'elsewhere',
      actor: { role: 'host', command: { type: 'close', step: 0 } },
      claim: null,
    });
    elsewhere.stop();
    expect(await answer('ada', 'ada/1')).toEqual({ ok: false, code: 'too-late' });
    expect(room.state.steps[0]?.phase).toBe('closed');
  });

  it('lets the log fence a name that another server gave away', async () => {
    const elsewhere = await load();
    await elsewhere.execute({
      id: 'join/far',
      actor: { role: 'newcomer', command: { type: 'join', seat: 'far', name: 'n-far', token: 't-far' } },
      claim: { row: 'n-far', text: 'Ada', folded: 'ada' },
    });
    elsewhere.stop();
    const both = [join('ada', 'Ada'), join('bo', 'Bo')];
    expect(await both[0]).toEqual({ ok: false, code: 'name-taken', free: 'Ada 2' });
    expect(await both[1]).toMatchObject({ ok: true });
    expect([...room.state.seats.keys()]).toEqual(['far', 'bo']);
  });

  it('is full at its limit, and has room again when somebody is kicked', async () => {
    await join('ada');
    await join('bo');
    expect(await join('cy')).toEqual({ ok: false, code: 'room-full' });
    await host({ type: 'kick', seat: 'bo' });
    expect(await join('cy')).toMatchObject({ ok: true });
  });

  it('acks a command again that was acked before a crash, and counts it once', async () => {
    await join('ada');
    await openFirst();
    expect(await answer('ada', 'ada/once')).toMatchObject({ ok: true });
    room.stop();
    room = await load();
    expect(await answer('ada', 'ada/once')).toMatchObject({ ok: true });
    const events = await log.read('s');
    expect(events.filter(({ event }) => event.type === 'submitted')).toHaveLength(1);
  });

  it('sends at most four pulses a second, however many tune', async () => {
    let pulses = 0;
    const loud = { ...silent, pulse: () => void pulses++ };
    room.stop();
    room = await Room.load('s', {
      log,
      clock,
      channel: loud,
      address: () => '',
      train: trainHere,
      onEnded: () => undefined,
      onTakenUp: () => undefined,
    });
    await join('ada');
    await host({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 1 } });
    await host({ type: 'open', step: 1 });
    pulses = 0;
    for (let ms = 0; ms < 1_000; ms += 10) {
      room.tune('ada', 1, { w: [-10], b: (ms % 6) * 5 });
      await clock.advance(10);
    }
    expect(pulses).toBeGreaterThan(2);
    expect(pulses).toBeLessThanOrEqual(5);
  });

  it('tells phones first, then acks, then shows desk and projector, before anything else happens', async () => {
    const order: string[] = [];
    const later: (() => void)[] = [];
    const { now, after } = clock;
    room.stop();
    room = await Room.load('s', {
      log,
      clock: { now, after, soon: (then) => void later.push(then) },
      channel: { ...silent, toRoom: (role) => void order.push(role) },
      address: () => '',
      train: trainHere,
      onEnded: () => undefined,
      onTakenUp: () => undefined,
    });
    const step = { at: 'step', step: 0 } as const;
    const going = host({ type: 'go', from: { at: 'lobby' }, to: step }).then(() => order.push('ack'));
    await settled();
    const opening = host({ type: 'open', step: 0 }).then(() => order.push('ack'));
    await settled();
    expect(order).toEqual(['ack']);
    later.shift()?.();
    await going;
    await settled();
    expect(order).toEqual(['ack', 'screen', 'desk', 'phone', 'ack']);
    later.shift()?.();
    await opening;
    await settled();
    expect(order.slice(-2)).toEqual(['screen', 'desk']);
  });

  it('lets a reader wait for the commit: nobody is shown what is not durable', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let shown: string | null = null;
    const slow: SessionLog = { ...log, append: (entries) => held.then(() => log.append(entries)) };
    room = await Room.load('s', {
      log: slow,
      clock,
      channel: {
        ...silent,
        greet: (_phone, greeting) => (shown = 'frame' in greeting ? greeting.frame : null),
      },
      address: () => '',
      train: trainHere,
      onEnded: () => undefined,
      onTakenUp: () => undefined,
    });
    const joining = join('ada');
    room.greet('a phone', { role: 'phone', token: 't-ada', had: null });
    await settled();
    expect(shown).toBeNull();
    release();
    await joining;
    await settled();
    expect(shown).toContain('"name":"ada"');
  });
});

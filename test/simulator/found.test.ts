import { trainHere } from '../support/engine';
import { describe, expect, test } from 'vitest';
import { GRACE } from '#shared/session/conductor/time';
import type { PulseFrame } from '#shared/protocol';
import type { HostCommand } from '#shared/session/commands';
import type { Clock } from '../../server/live/clock';
import { Room } from '../../server/live/room/room';
import { memoryLog } from '../../server/storage/log/memory';
import type { SessionLog } from '../../server/storage/log/port';
import { gate, lessonOf, thinNeuron } from '../support/lesson';
import { created, tokenOf } from '../support/session';
import { settled, VirtualClock } from '../support/virtual-clock';

const SESSION = 'session-1';
const lesson = lessonOf(gate({ seconds: 5 }));

/** A room with one seat and its step open; `through` decides about each append. */
async function openRoom(
  through: (commit: () => ReturnType<SessionLog['append']>) => ReturnType<SessionLog['append']>,
  timer: (clock: Clock) => Clock = (clock) => clock,
  shown: (seat: string, except: string | null) => void = () => undefined,
) {
  const log = memoryLog();
  await log.append([{ session: SESSION, events: [created(lesson)], claim: null, release: null }]);
  const clock = new VirtualClock();
  const pulses: PulseFrame[] = [];
  const room = await Room.load(SESSION, {
    log: { ...log, append: (entries) => through(() => log.append(entries)) },
    clock: timer(clock),
    channel: {
      greet: () => undefined,
      toRoom: () => undefined,
      toSeat: (seat, _frame, except) => shown(seat, except),
      pulse: (text) => pulses.push(JSON.parse(text) as PulseFrame),
      roster: () => undefined,
      dismiss: () => undefined,
      dismissAll: () => undefined,
    },
    address: () => '',
    train: trainHere,
    onEnded: () => undefined,
    onTakenUp: () => undefined,
  });
  const command = { type: 'join', seat: 'ada', name: 'row', token: tokenOf('ada') } as const;
  await room.execute({ id: 'join', actor: { role: 'newcomer', command }, claim: null });
  const host = (id: string, what: HostCommand) =>
    room.execute({ id, actor: { role: 'host', command: what }, claim: null });
  await host('go', { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await host('open', { type: 'open', step: 0 });
  return { room, clock, pulses, left: room.state.steps[0]!.countdown!.deadline + GRACE };
}

const failing: ReturnType<SessionLog['append']> = Promise.resolve({ outcome: 'failed', at: null });

/** Each was a seed that found something; told here as short as it can be. */
describe('what the simulator found', () => {
  test('a close by the clock that the disk refuses is tried again', async () => {
    let broken = false;
    const { room, clock, left } = await openRoom((commit) => (broken ? failing : commit()));
    broken = true;
    await clock.advance(left + 2_000);
    expect(room.state.steps[0]?.phase).toBe('open');
    broken = false;
    await clock.advance(2_000);
    expect(room.state.steps[0]?.phase).toBe('closed');
    room.stop();
  });

  test('a timer that fires a moment too early still closes the step', async () => {
    const early = ({ now, after }: Clock): Clock => ({ now, after: (ms, then) => after(ms - 0.9, then) });
    const { room, clock, left } = await openRoom((commit) => commit(), early);
    await clock.advance(left + 100);
    expect(room.state.steps[0]?.phase).toBe('closed');
    room.stop();
  });

  test('an answer on its way to the disk is not counted yet', async () => {
    let held: (() => void) | null = null;
    let slow = false;
    const { room, clock, pulses } = await openRoom((commit) =>
      slow ? new Promise((resolve) => (held = () => void commit().then(resolve))) : commit(),
    );
    slow = true;
    const command = { type: 'submit', step: 0, submission: thinNeuron } as const;
    const answer = room.execute({ id: 'answer', actor: { role: 'seat', seat: 'ada', command }, claim: null });
    await settled();
    room.arrive('ada');
    await clock.advance(1_000);
    expect(pulses.map(({ answered }) => answered)).not.toContain(1);
    (held as (() => void) | null)?.();
    await settled();
    expect(await answer).toMatchObject({ ok: true });
    await clock.advance(1_000);
    expect(pulses.at(-1)?.answered).toBe(1);
    room.stop();
  });

  test('an answer in one commit with something for everybody is told by a frame too, not by its ack alone', async () => {
    let held: (() => void) | null = null;
    const told: [string, string | null][] = [];
    const phone = 'a phone';
    const { room } = await openRoom(
      (commit) =>
        held === null
          ? commit()
          : new Promise((resolve) => {
              held = () => void commit().then(resolve);
            }),
      undefined,
      (seat, except) => told.push([seat, except]),
    );
    room.arrive('ada');
    held = () => undefined;
    const first = room.execute({
      id: 'lock',
      actor: { role: 'host', command: { type: 'lock' } },
      claim: null,
    });
    await settled();
    const command = { type: 'submit', step: 0, submission: thinNeuron } as const;
    const answer = room.execute(
      { id: 'answer', actor: { role: 'seat', seat: 'ada', command }, claim: null },
      phone,
    );
    const shown = { type: 'show-board', shown: false } as const;
    const board = room.execute({ id: 'board', actor: { role: 'host', command: shown }, claim: null });
    told.length = 0;
    const letGo = held;
    held = null;
    letGo();
    for (const each of [first, answer, board]) expect(await each).toMatchObject({ ok: true });
    expect(told).toEqual([['ada', null]]);
    room.stop();
  });

  test('who knocks while a seat is on its way to the disk is not told that it is there', async () => {
    let broken = false;
    const { room } = await openRoom((commit) => (broken ? failing : commit()));
    broken = true;
    const command = { type: 'join', seat: 'ben', name: 'row-ben', token: tokenOf('ben') } as const;
    const joined = room.execute({ id: 'ben', actor: { role: 'newcomer', command }, claim: null });
    const seen = room.admit(tokenOf('ben'));
    expect(await joined).toMatchObject({ ok: false });
    expect(await seen).toEqual({ ok: true, value: null });
    room.stop();
  });
});

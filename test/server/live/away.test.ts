import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhoneFrame } from '#shared/protocol';
import type { HostCommand } from '#shared/session/commands';
import { Room } from '../../../server/live/room/room';
import { memoryLog } from '../../../server/storage/log/memory';
import { trainHere } from '../../support/engine';
import { gate, lessonOf, picks, single, thinNeuron } from '../../support/lesson';
import { created, tokenOf } from '../../support/session';
import { VirtualClock } from '../../support/virtual-clock';

/** How long the phone sleeps, ms: ten minutes. */
const NAP = 600_000;
const SESSION = 'session-1';

let room: Room;
let clock: VirtualClock;
/** Whom frames were made for while the phone slept. */
let toSeats: string[];
/** The first frames of connections. */
let greeted: string[];

const host = (command: HostCommand) =>
  room.execute({
    id: JSON.stringify([room.state.seq, command]),
    actor: { role: 'host', command },
    claim: null,
  });
const answer = (seat: string, step: number, submission: unknown) =>
  room.execute({
    id: `${seat}/${step}`,
    actor: { role: 'seat', seat, command: { type: 'submit', step, submission } },
    claim: null,
  });

beforeEach(async () => {
  clock = new VirtualClock();
  toSeats = [];
  greeted = [];
  const log = memoryLog();
  const lesson = lessonOf(single({ seconds: null }), gate({ seconds: 1_200 }));
  await log.append([{ session: SESSION, events: [created(lesson)], claim: null, release: null }]);
  room = await Room.load(SESSION, {
    log,
    clock,
    channel: {
      greet: (_phone, greeting) => void ('frame' in greeting && greeted.push(greeting.frame)),
      toRoom: () => undefined,
      toSeat: (seat, frame) => void (frame.end() && toSeats.push(seat)),
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
  for (const seat of ['ada', 'bo']) {
    const command = { type: 'join', seat, name: `row-${seat}`, token: tokenOf(seat) } as const;
    await room.execute({ id: `join-${seat}`, actor: { role: 'newcomer', command }, claim: null });
    room.arrive(seat);
  }
  await host({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await host({ type: 'open', step: 0 });
  await answer('ada', 0, picks('c'));
});

afterEach(() => room.stop());

describe('a phone that sleeps for ten minutes', () => {
  it('costs nothing meanwhile, keeps its answer, and wakes up on the right screen', async () => {
    room.leave('ada');
    toSeats = [];
    await host({ type: 'close', step: 0 });
    await host({ type: 'reveal', step: 0 });
    await host({ type: 'go', from: { at: 'step', step: 0 }, to: { at: 'step', step: 1 } });
    await host({ type: 'open', step: 1 });
    await clock.advance(NAP);
    await answer('bo', 1, thinNeuron);
    expect(new Set(toSeats)).toEqual(new Set(['bo']));

    room.greet('a phone', { role: 'phone', token: tokenOf('ada'), had: 'ada' });
    room.arrive('ada');
    await room.idle();

    expect(greeted.map((text) => JSON.parse(text) as PhoneFrame)).toHaveLength(1);
    expect(JSON.parse(greeted[0] ?? '')).toMatchObject({
      whole: true,
      common: { step: { index: 1, phase: 'open' } },
      own: { seat: 'ada', step: { index: 1, submission: null }, place: { rank: 1, points: 1_000 } },
    });
    expect(await answer('ada', 1, thinNeuron)).toMatchObject({ ok: true });
    await host({ type: 'close', step: 1 });
    expect(room.state.steps[0]?.answers.get('ada')).toMatchObject({ points: 1_000 });
    expect([...(room.state.steps[1]?.present ?? [])].sort()).toEqual(['ada', 'bo']);
  });

  it('was not there for a step that was opened and closed while it slept', async () => {
    room.leave('ada');
    await host({ type: 'close', step: 0 });
    await host({ type: 'go', from: { at: 'step', step: 0 }, to: { at: 'step', step: 1 } });
    await host({ type: 'open', step: 1 });
    await clock.advance(NAP);
    await host({ type: 'close', step: 1 });
    expect(room.state.steps[0]?.present).toContain('ada');
    expect([...(room.state.steps[1]?.present ?? [])]).toEqual(['bo']);
  });
});

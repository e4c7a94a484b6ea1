import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { HostCommand } from '#shared/session/commands';
import type { PulseFrame, RosterFrame } from '#shared/protocol';
import type { Channel } from '../../../server/live/channel';
import type { RoomHandle } from '../../../server/live/handle';
import { Rooms } from '../../../server/live/rooms';
import { STUDENTS } from '../../../server/rehearsal/crowd';
import { Rehearsals } from '../../../server/rehearsal/rehearsals';
import { memoryLog } from '../../../server/storage/log/memory';
import { trainHere } from '../../support/engine';
import { gate, lessonOf, single } from '../../support/lesson';
import { VirtualClock } from '../../support/virtual-clock';

const lesson = lessonOf(single(), gate());
const TEACHER = 'ada';

let clock: VirtualClock;
let rooms: Rooms;
let rehearsals: Rehearsals;
let room: RoomHandle;
let pulse: PulseFrame | null;
let listed: Map<string, RosterFrame['rows'][number]>;
let bugs: unknown[];
let ended: string[];
const log = memoryLog();

/** What a desk hears. */
const heard: Channel = {
  greet: () => undefined,
  toRoom: () => undefined,
  toSeat: () => undefined,
  dismiss: () => undefined,
  dismissAll: () => undefined,
  pulse: (text) => (pulse = JSON.parse(text) as PulseFrame),
  roster: (text) => {
    for (const row of (JSON.parse(text) as RosterFrame).rows) listed.set(row.seat, row);
  },
};

const begin = async (of: Lesson = lesson) => {
  const begun = await rehearsals.begin(of, TEACHER);
  if (!begun.ok) throw new Error(begun.error);
  return rooms.get(begun.value) as RoomHandle;
};

let commands = 0;
const host = (command: HostCommand) =>
  room.execute({ id: `host/${commands++}`, actor: { role: 'host', command }, claim: null });

beforeEach(async () => {
  [clock, bugs, ended, pulse] = [new VirtualClock(), [], [], null];
  listed = new Map();
  rooms = await Rooms.open({
    ...{ log, clock, train: trainHere, onTakenUp: () => undefined, onPutAside: () => undefined },
    teachersName: () => Promise.resolve('Ada'),
    onEnded: ({ id }) => ended.push(id),
  });
  rooms.wire({ channel: () => heard, address: () => 'http://school.test', gone: () => undefined });
  rehearsals = new Rehearsals({ rooms, clock, onBug: (bug) => bugs.push(bug) });
  room = await begin();
});

afterEach(async () => {
  expect(bugs).toEqual([]);
  await rehearsals.close();
  await rooms.close();
});

const everybodyIn = () => clock.advance(10_000);

async function opened(step: number): Promise<void> {
  await host({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } });
  await host({ type: 'open', step });
}

test('a class of 28 comes in one after the other, each under a name of its own', async () => {
  await clock.advance(1_000);
  expect(pulse?.here).toBeGreaterThan(0);
  expect(pulse?.here).toBeLessThan(STUDENTS);
  await everybodyIn();
  expect(pulse).toMatchObject({ seats: 28, here: 28 });
  const called = new Set([...listed.values()].map(({ name }) => name));
  expect(called.size).toBe(28);
  expect(called, 'the teacher is Ada').not.toContain('Ada');
});

test('it answers as people do: not at once, most of them in time, some right and some wrong', async () => {
  await everybodyIn();
  await opened(0);
  await clock.advance(1_000);
  expect(pulse?.answered).toBe(0);
  await clock.advance(14_000);
  expect(pulse?.answered).toBeGreaterThan(20);
  await host({ type: 'close', step: 0 });
  await host({ type: 'reveal', step: 0 });
  await clock.advance(500);
  const verdicts = new Set([...listed.values()].map(({ verdict }) => verdict));
  expect(verdicts).toContain('right');
  expect(verdicts).toContain('wrong');
});

test('it taps at a slide that asks for it, which the desk reads of each and nothing notes', async () => {
  const config = { lines: [], picture: null, link: null, tap: true, lookUp: false };
  room = await begin(lessonOf(single({ id: 'in', kind: 'slide', points: 0, seconds: null, config })));
  listed = new Map();
  await everybodyIn();
  await host({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  await clock.advance(300);
  expect(pulse?.answered).toBe(0);
  await clock.advance(8_000);
  expect(pulse?.answered).toBeGreaterThan(20);
  const tapped = [...listed.values()].filter(({ answered }) => answered);
  expect(tapped).toHaveLength(pulse?.answered ?? 0);
});

test('who has answered is told anew of everybody once it means another thing', async () => {
  const proof = single({ kind: 'perceptron-rule', config: { gate: 'or' }, seconds: null });
  room = await begin(lessonOf(proof));
  listed = new Map();
  await everybodyIn();
  await opened(0);
  // Some are half-way by now.
  await clock.advance(15_000);
  await host({ type: 'close', step: 0 });
  await clock.advance(500);
  const said = [...listed.values()].filter(({ sentBy }) => sentBy !== null);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter(({ answered }) => !answered)).toEqual([]);
  await host({ type: 'open', step: 0 });
  await clock.advance(500);
  expect([...listed.values()].filter(({ answered }) => answered)).toEqual([]);
});

test('it turns sliders on the way to an answer, which the class picture shows', async () => {
  await everybodyIn();
  await opened(1);
  await clock.advance(4_000);
  const early = JSON.stringify(pulse?.picture);
  await clock.advance(2_000);
  expect(JSON.stringify(pulse?.picture)).not.toBe(early);
});

test('who was sent out says nothing, and comes back with the next question', async () => {
  await everybodyIn();
  for (const seat of listed.keys()) await host({ type: 'kick', seat });
  await opened(0);
  await clock.advance(20_000);
  expect([...listed.values()].filter(({ answered }) => answered)).toEqual([]);
});

test('a locked room keeps them outside until it is open again', async () => {
  await host({ type: 'lock' });
  await everybodyIn();
  expect((await room.facts()).students).toBe(0);
  await host({ type: 'unlock' });
  await everybodyIn();
  expect((await room.facts()).students).toBe(28);
});

test('nothing of it is written, and its end leaves nothing: no room, no row, nobody who acts', async () => {
  await everybodyIn();
  expect(await rehearsals.of(TEACHER)).toEqual([{ id: room.id, code: room.code, title: lesson.title }]);
  expect(await log.running()).toEqual([]);
  expect(await log.read(room.id)).toEqual([]);
  expect(await host({ type: 'end' })).toMatchObject({ ok: true });
  expect([rooms.get(room.id), rooms.byCode(room.code)]).toEqual([null, null]);
  expect(await rehearsals.of(TEACHER)).toEqual([]);
  expect(await rehearsals.of('bo')).toEqual([]);
  expect(ended).toEqual([]);
  expect(await host({ type: 'undo-end' })).toEqual({ ok: false, code: 'session-ended' });
});

test('another one ends the one before, and one that is forgotten ends after three hours', async () => {
  const second = await begin();
  expect(rooms.get(room.id)).toBeNull();
  expect((await rehearsals.of(TEACHER)).map(({ id }) => id)).toEqual([second.id]);
  await clock.advance(3 * 3_600_000 + 1_000);
  expect(rooms.get(second.id)).toBeNull();
});

test('a class needs one timer, and none once the server ends', async () => {
  const timers = () => clock.waiting;
  await everybodyIn();
  const lobby = timers();
  await opened(0);
  await clock.advance(2_000);
  expect(timers() - lobby).toBeLessThanOrEqual(2);
  await rehearsals.close();
  await clock.advance(60_000);
  const { students } = await room.facts();
  expect(students).toBe(28);
});

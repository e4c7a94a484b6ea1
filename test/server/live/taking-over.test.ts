import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { RoomHandle } from '../../../server/live/handle';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { asHost, beginAt, joining, startHome } from '../../support/homes';
import { lessons } from '../../support/lessons';
import { settled } from '../../support/virtual-clock';

type Home = Awaited<ReturnType<typeof startHome>>;

/** How many answers the class sends while the whole log is read. */
const MEANWHILE = 20;

/** What the server to which somebody comes does before it appends. */
let beforeAppend: () => Promise<unknown>;
/** What it waits for when it reads the whole log. */
let whileReading: () => Promise<unknown>;
let appends: number;
let log: SessionLog;
let home: Home;
let comer: Home;
let session: string;
let code: string;

beforeEach(async () => {
  const kept = memoryLog();
  appends = 0;
  beforeAppend = settled;
  whileReading = () => Promise.resolve();
  log = { ...kept, append: (entries) => settled().then(() => kept.append(entries)) };
  home = await startHome({ log });
  comer = await startHome({
    log: {
      ...kept,
      read: async (id, after = 0) => {
        const events = await kept.read(id, after);
        await (after === 0 ? whileReading() : settled());
        return events;
      },
      append: async (entries) => {
        appends += 1;
        await beforeAppend();
        return kept.append(entries);
      },
    },
  });
  ({ id: session, code } = await beginAt(home.rooms, lessons[0] as Lesson));
});

const seqs = async () => (await log.read(session)).map(({ seq }) => seq);

/** A class that answers one after the other until its server sends it away; which seats were acked. */
async function answering(room: RoomHandle, answered: (count: number) => void): Promise<string[]> {
  const acked: string[] = [];
  for (;;) {
    const seat = `s${acked.length}`;
    const ack = await room.execute(joining(seat));
    if (!ack.ok) return acked;
    acked.push(seat);
    answered(acked.length);
    for (let turn = 0; turn < 3; turn++) await settled();
  }
}

describe('a session whose class answers on another server all the time', () => {
  it('is taken over by the one that somebody comes to, the class is sent there, and nothing is lost', async () => {
    const room = await home.rooms.at(code);
    if (!room) throw new Error('nobody found it');
    let count = 0;
    whileReading = async () => {
      const until = count + MEANWHILE;
      while (count < until) await settled();
    };
    const playing = answering(room, (answers) => (count = answers));
    const here = await comer.rooms.of(session);
    const acked = await playing;
    expect(acked.length).toBeGreaterThanOrEqual(MEANWHILE);
    await expect.poll(() => home.said.away).toEqual([[session, 'server-moved']]);
    expect(home.rooms.held()).toEqual([]);
    expect(comer.rooms.get(session)).toBe(here);
    expect(comer.said.away).toEqual([]);
    expect(await here?.execute(joining('late'))).toMatchObject({ ok: true });
    const seats = new Set((await here?.named())?.values());
    expect([...acked, 'late'].filter((seat) => !seats.has(seat))).toEqual([]);
    expect(await seqs()).toEqual((await seqs()).map((_, i) => i + 1));
  });

  it('is nobody’s here before it is taken over: whoever asks meanwhile waits for the same', async () => {
    await home.rooms.at(code);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    beforeAppend = () => held;
    const asked = [comer.rooms.of(session), comer.rooms.at(code)];
    while (appends === 0) await settled();
    expect([comer.rooms.get(session), comer.rooms.byCode(code), comer.rooms.held()]).toEqual([
      null,
      null,
      [],
    ]);
    release();
    const [first, second] = await Promise.all(asked);
    expect(first).toBe(second);
    expect(comer.rooms.get(session)).toBe(first);
  });

  it('is left where it is if that never ends, which is told once', async () => {
    const room = await home.rooms.at(code);
    let count = 0;
    beforeAppend = () => room?.execute(joining(`s${count++}`)) ?? Promise.resolve();
    await expect(comer.rooms.of(session)).rejects.toMatchObject({ name: 'LogAway' });
    await expect(comer.rooms.of(session)).rejects.toMatchObject({ name: 'LogAway' });
    expect([comer.said.outrun, comer.said.failures, comer.rooms.held()]).toEqual([[session], [], []]);
    expect(home.said.away).toEqual([]);
    expect(await room?.facts()).toMatchObject({ students: count });
  });
});

it('a session that ends while it is loaded elsewhere is found there by nobody', async () => {
  const room = await home.rooms.at(code);
  beforeAppend = () => room?.execute(asHost({ type: 'end' }, 'end')) ?? Promise.resolve();
  expect(await comer.rooms.of(session)).toBeNull();
  expect([comer.rooms.held(), comer.said.ended, home.said.away]).toEqual([[], [], []]);
});

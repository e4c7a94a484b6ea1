import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { rebuilt } from '../../../server/storage/log/rebuild';
import { asHost, beginAt, joining, startHome } from '../../support/homes';
import { lessons } from '../../support/lessons';
import { settled, VirtualClock } from '../../support/virtual-clock';

const moved = { ok: false, code: 'server-moved' };

/** A log of which one server's appends may have to wait, or get no answer though they arrived. */
class Cable {
  /** What an append waits for before it goes off. */
  open: Promise<unknown> = Promise.resolve();
  /** Appends arrive, and their answers do not. */
  mute = false;
  readonly log: SessionLog;

  constructor(kept: SessionLog) {
    this.log = {
      ...kept,
      append: async (entries) => {
        await this.open;
        const appended = await kept.append(entries);
        return this.mute ? { outcome: 'failed', at: null } : appended;
      },
    };
  }

  /** From now on appends wait, until what is returned is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.open = new Promise<void>((resolve) => (release = resolve));
    return release;
  }
}

let log: SessionLog;
let cable: Cable;
let clock: VirtualClock;
/** How long the process of the first server has not run, ms. */
let slept: number;
let one: Awaited<ReturnType<typeof startHome>>;
let other: Awaited<ReturnType<typeof startHome>>;
let session: string;
let code: string;

beforeEach(async () => {
  log = memoryLog();
  cable = new Cable(log);
  clock = new VirtualClock();
  slept = 0;
  const { after } = clock;
  one = await startHome({ log: cable.log, clock: { after, now: () => clock.now() + slept } });
  other = await startHome({ log, clock });
  ({ id: session, code } = await beginAt(one.rooms, lessons[0] as Lesson));
});

async function at({ rooms }: typeof one) {
  const room = await rooms.at(code);
  if (!room) throw new Error('nobody found it');
  return room;
}

const holds = ({ rooms }: typeof one) => rooms.held().length === 1;
const seats = async () => rebuilt(await log.read(session)).seats.size;

describe('a server that stands back from a session', () => {
  it('sends everybody to another server, and has it no longer', async () => {
    await at(one);
    await one.rooms.letGo(session);
    expect([one.said.away, holds(one)]).toEqual([[[session, 'server-moved']], false]);
    await one.rooms.letGo(session);
    await one.rooms.letGo('nowhere');
    expect(one.said.away).toHaveLength(1);
  });

  it('acks first what the log takes, and refuses what still waits behind it', async () => {
    const room = await at(one);
    const release = cable.hold();
    const acks = [room.execute(joining('ben'))];
    await settled();
    acks.push(room.execute(joining('cleo')));
    const standing = one.rooms.letGo(session);
    acks.push(room.execute(joining('dina')));
    expect(one.said.away).toEqual([]);
    release();
    await standing;
    expect(await Promise.all(acks)).toMatchObject([{ ok: true }, moved, moved]);
    expect([await seats(), one.said.away.length]).toEqual([1, 1]);
  });

  it('waits a second for a log that does not answer, and refuses what it cannot know', async () => {
    const room = await at(one);
    const release = cable.hold();
    const joined = room.execute(joining('ben'));
    let gone = false;
    void one.rooms.letGo(session).then(() => (gone = true));
    await clock.advance(999);
    expect(gone).toBe(false);
    await clock.advance(1);
    expect([gone, one.said.away, await joined]).toEqual([true, [[session, 'server-moved']], moved]);

    const home = await at(other);
    expect(await home.execute(joining('ben'))).toMatchObject({ ok: true });
    release();
    await clock.advance(2_000);
    expect((await log.read(session)).filter(({ event }) => event.type === 'seat-joined')).toHaveLength(1);
  });

  it('answers whoever still asks of it at once, though the log does not answer', async () => {
    const room = await at(one);
    const release = cable.hold();
    void room.execute(joining('ben'));
    await settled();
    const standing = one.rooms.letGo(session);
    expect(await room.admit('t-ben')).toEqual({ ok: false, error: 'server-moved' });
    room.greet('a phone', { role: 'phone', token: 't-ben', had: null });
    expect(one.said.greetings).toEqual([{ refusal: 'server-moved' }]);
    release();
    await standing;
  });

  it('sends on who came in the moment in which it was let go of', async () => {
    (await at(one)).connected(1);
    await one.rooms.letGo(session);
    expect(one.said.away).toEqual([[session, 'server-moved']]);
  });

  it('loads it again for whoever comes meanwhile, but not before that', async () => {
    const room = await at(one);
    const release = cable.hold();
    void room.execute(joining('ben'));
    await settled();
    const standing = one.rooms.letGo(session);
    const again = one.rooms.at(code);
    await settled();
    expect(one.rooms.get(session)).toBeNull();
    release();
    await standing;
    expect(await again).not.toBe(room);
    expect(await (await again)?.facts()).toMatchObject({ students: 1 });
    expect(one.said.away).toHaveLength(1);
  });

  it('lists an end that the log took in that moment', async () => {
    const room = await at(one);
    const release = cable.hold();
    const ended = room.execute(asHost({ type: 'end' }));
    await settled();
    const standing = one.rooms.letGo(session);
    release();
    await standing;
    expect([await ended, one.said.ended]).toMatchObject([{ ok: true }, [session]]);
  });
});

describe('a server to whose session another one has written', () => {
  it('finds out with the next thing that happens there, and stands back', async () => {
    const [room, home] = [await at(one), await at(other)];
    expect(await home.execute(joining('ben'))).toMatchObject({ ok: true });
    expect(await room.execute(joining('cleo'))).toEqual(moved);
    await settled();
    expect([one.said.away, holds(one), holds(other)]).toEqual([[[session, 'server-moved']], false, true]);
    expect(await home.execute(joining('cleo'))).toMatchObject({ ok: true });
    expect([await seats(), other.said.away]).toEqual([2, []]);
  });

  it('acks what the other one has made durable already, and shows it', async () => {
    const [room, home] = [await at(one), await at(other)];
    await home.execute(joining('ben'));
    expect(await room.execute(joining('ben'))).toMatchObject({ ok: true });
    expect(await seats()).toBe(1);
    await settled();
    expect(holds(one)).toBe(false);
  });

  it('tells a name that is taken there', async () => {
    const [room, home] = [await at(one), await at(other)];
    await home.execute(joining('ben', 'Ben'));
    const ack = await room.execute({ ...joining('cleo', 'BEN') });
    expect(ack.ok ? null : ack.code).toMatch(/^(server-moved|name-taken)$/);
    expect(await seats()).toBe(1);
  });

  it('does not take for another’s what itself has written without hearing of it', async () => {
    const room = await at(one);
    cable.mute = true;
    expect(await room.execute(joining('ben'))).toEqual({ ok: false, code: 'storage-failed' });
    cable.mute = false;
    expect(await room.execute(joining('ben'))).toMatchObject({ ok: true });
    expect([await seats(), holds(one), one.said.away]).toEqual([1, true, []]);
  });

  it('does not take for another’s that both have loaded it at once', async () => {
    const both = await Promise.all([at(one), at(other)]);
    expect([holds(one), holds(other)]).toEqual([true, true]);
    const types = (await log.read(session)).map(({ event }) => event.type);
    expect(types).toEqual(['session-created', 'session-resumed']);
    expect(await Promise.all(both.map((room) => room.facts()))).toMatchObject([
      { students: 0 },
      { students: 0 },
    ]);
  });

  it('can be told by how far the log goes, and counts what it has on its way', async () => {
    const [room, home] = [await at(one), await at(other)];
    const seqOf = ({ rooms }: typeof one) => rooms.held()[0]?.seq ?? 0;
    const head = async () => (await log.heads([session])).get(session) ?? 0;
    expect(await head()).toBeGreaterThan(seqOf(one));
    await one.rooms.letGo(session);
    const again = await at(one);
    expect(again).not.toBe(room);
    expect(seqOf(one)).toBe(await head());
    expect(await head()).toBeGreaterThan(seqOf(other));
    const release = cable.hold();
    const joined = again.execute(joining('ben'));
    await settled();
    expect(seqOf(one)).toBe((await head()) + 1);
    release();
    await joined;
    expect(seqOf(one)).toBe(await head());
    expect(await home.facts()).toMatchObject({ students: 0 });
  });
});

it('a process that did not run for a while has no session of the shared log any more', async () => {
  await at(one);
  const before = (await log.read(session)).length;
  slept += 10_000;
  await clock.advance(1_000);
  expect([holds(one), one.said.away]).toEqual([false, [[session, 'server-moved']]]);
  expect(await log.read(session)).toHaveLength(before);
});

it('a server that has its log for itself keeps its sessions, whoever asks it to let go', async () => {
  const alone = await startHome({ log, clock, lazy: false });
  expect([alone.rooms.get(session)?.id, alone.rooms.held()]).toEqual([session, []]);
  await alone.rooms.letGo(session);
  await alone.rooms.letGo(session);
  await clock.advance(3_600_000);
  expect([(await alone.rooms.at(code))?.id, (await alone.rooms.of(session))?.id]).toEqual([session, session]);
  expect([alone.said.away, await alone.rooms.at('000000')]).toEqual([[], null]);
  expect(await alone.rooms.get(session)?.execute(joining('ben'))).toMatchObject({ ok: true });
});

it('connections of before that end only now take nobody’s session away that is here again', async () => {
  const room = await at(one);
  room.connected(1);
  await one.rooms.letGo(session);
  const again = await at(one);
  again.connected(1);
  room.connected(-1);
  await clock.advance(3_600_000);
  expect(one.rooms.get(session)).toBe(again);
});

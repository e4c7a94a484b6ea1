import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { TrainingResult } from '#shared/training/request';
import { train } from '#shared/training/train';
import type { RoomHandle } from '../../../server/live/handle';
import { LET_GO } from '../../../server/live/homes/quiet';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { rebuilt } from '../../../server/storage/log/rebuild';
import type { Asked } from '../../../server/workers/job';
import { asHost, asSeat, beginAt, joining, openFirst, startHome } from '../../support/homes';
import { lessons } from '../../support/lessons';
import { settled, VirtualClock } from '../../support/virtual-clock';

const lesson = lessons[0] as Lesson;
const MINUTE = 60_000;

/** A log that counts what it is asked, and may be away, or slow to take anything. */
class Shared {
  readonly #kept = memoryLog();
  reads = 0;
  finds = 0;
  away = false;
  /** What an append waits for. */
  held: Promise<unknown> = Promise.resolve();

  readonly log: SessionLog = {
    ...this.#kept,
    find: (key) => {
      this.finds += 1;
      return this.away ? Promise.reject(new Error('gone')) : this.#kept.find(key);
    },
    read: (session, after) => {
      this.reads += 1;
      return this.away ? Promise.reject(new Error('gone')) : this.#kept.read(session, after);
    },
    append: async (entries) => {
      await this.held;
      return this.away ? { outcome: 'failed', at: null } : this.#kept.append(entries);
    },
  };

  async types(session: string): Promise<string[]> {
    return (await this.#kept.read(session)).map(({ event }) => event.type);
  }
}

let shared: Shared;
let clock: VirtualClock;
let one: Awaited<ReturnType<typeof startHome>>;
let other: Awaited<ReturnType<typeof startHome>>;
let session: string;
let code: string;

beforeEach(async () => {
  shared = new Shared();
  clock = new VirtualClock();
  const given = { log: shared.log, clock };
  one = await startHome(given);
  other = await startHome(given);
  ({ id: session, code } = await beginAt(one.rooms, lesson));
});

/** The session as `home` has it, once somebody has come for it there. */
async function at(home: typeof one): Promise<RoomHandle> {
  const room = await home.rooms.at(code);
  if (!room) throw new Error('nobody found it');
  return room;
}

const heldBy = ({ rooms }: typeof one) => rooms.held().map(({ id, connections }) => [id, connections]);

describe('a session of a shared log', () => {
  it('is on no server before somebody comes for it, not even where it was begun', async () => {
    expect([heldBy(one), heldBy(other)]).toEqual([[], []]);
    expect([one.rooms.get(session), one.rooms.byCode(code)]).toEqual([null, null]);
    expect(await shared.types(session)).toEqual(['session-created']);
  });

  it('is loaded where somebody comes, by its code or by its id, and goes on as after a restart', async () => {
    expect((await other.rooms.at(code))?.id).toBe(session);
    expect((await one.rooms.of(session))?.code).toBe(code);
    expect(other.rooms.get(session)).toBe(await other.rooms.of(session));
    expect(await shared.types(session)).toEqual(['session-created', 'session-resumed', 'session-resumed']);
  });

  it('is loaded once for all who come at once', async () => {
    const rooms = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (i % 2 ? one.rooms.at(code) : one.rooms.of(session))),
    );
    expect(new Set(rooms)).toEqual(new Set([one.rooms.get(session)]));
    expect([shared.finds, shared.reads]).toEqual([2, 1]);
    expect(await shared.types(session)).toEqual(['session-created', 'session-resumed']);
  });

  it('is found nowhere if its code or id is nobody’s, or once it has ended and is in no memory', async () => {
    expect([await one.rooms.at('000000'), await one.rooms.of('nowhere')]).toEqual([null, null]);
    await (await at(one)).execute(asHost({ type: 'end' }));
    expect(one.said.ended).toEqual([session]);
    expect((await one.rooms.at(code))?.id).toBe(session);
    expect([await other.rooms.at(code), await other.rooms.of(session)]).toEqual([null, null]);
  });

  it('gives way to the one that has its code now, once it has ended', async () => {
    await (await at(one)).execute(asHost({ type: 'end' }));
    const [first] = await shared.log.read(session);
    if (first?.event.type !== 'session-created') throw new Error('no beginning');
    await shared.log.append([{ session: 'newer', events: [first], claim: null, release: null }]);
    expect((await one.rooms.at(code))?.id).toBe('newer');
    expect((await one.rooms.of(session))?.id).toBe(session);
  });

  it('that this build cannot read is put aside when somebody comes for it, which is told once', async () => {
    const events = [{ seq: 3, at: 0, version: 1, command: null, event: { type: 'room-locked' } as const }];
    await shared.log.append([{ session, events, claim: null, release: null }]);
    expect([await one.rooms.at(code), await one.rooms.at(code), await one.rooms.of(session)]).toEqual([
      ...[null, null, null],
    ]);
    expect([one.rooms.aside.has(session), one.rooms.aside.withCode(code)?.why]).toEqual([true, 'log-gap']);
    expect([one.said.aside, other.said.aside]).toEqual([[session], []]);
  });

  it('waits for a log that cannot be asked, which is told once, and is there when it can be again', async () => {
    shared.away = true;
    await expect(one.rooms.at(code)).rejects.toMatchObject({ name: 'LogAway' });
    await expect(one.rooms.of(session)).rejects.toMatchObject({ name: 'LogAway' });
    expect(one.said.failures).toHaveLength(1);
    shared.away = false;
    expect(await one.rooms.at(code)).not.toBeNull();
    shared.away = true;
    await expect(one.rooms.at('000000')).rejects.toMatchObject({ name: 'LogAway' });
    expect(one.said.failures).toHaveLength(2);
  });

  it('is not there half: where it cannot go on, nobody has it', async () => {
    const log: SessionLog = {
      ...shared.log,
      append: () => Promise.resolve({ outcome: 'failed', at: null }),
    };
    const broken = await startHome({ log, clock });
    await expect(broken.rooms.at(code)).rejects.toMatchObject({ name: 'LogAway' });
    expect([heldBy(broken), broken.rooms.get(session)]).toEqual([[], null]);
  });
});

describe('a server lets go of a session', () => {
  it('to which nobody has been connected for five minutes', async () => {
    await at(one);
    await clock.advance(LET_GO - 1);
    expect(heldBy(one)).toEqual([[session, 0]]);
    expect(one.said.gone).toEqual([]);
    await clock.advance(1);
    expect([heldBy(one), one.said.gone]).toEqual([[], [session]]);
    expect(await shared.types(session)).toEqual(['session-created', 'session-resumed']);
  });

  it('not while anybody is connected, be it a phone without a seat', async () => {
    const room = await at(one);
    room.connected(1);
    room.connected(1);
    await clock.advance(60 * MINUTE);
    room.connected(-1);
    await clock.advance(60 * MINUTE);
    expect(heldBy(one)).toEqual([[session, 1]]);
    room.connected(-1);
    await clock.advance(LET_GO - 1);
    room.connected(1);
    await clock.advance(LET_GO);
    expect(heldBy(one)).toEqual([[session, 1]]);
    room.connected(-1);
    await clock.advance(LET_GO);
    expect(heldBy(one)).toEqual([]);
  });

  it('not while somebody asks for it now and then, without a connection', async () => {
    for (let n = 0; n < 3; n++) {
      await (n % 2 ? one.rooms.of(session) : one.rooms.at(code));
      await clock.advance(LET_GO - 1);
      expect(heldBy(one)).toEqual([[session, 0]]);
    }
    await clock.advance(1);
    expect(heldBy(one)).toEqual([]);
  });

  it('and tells when somebody came to where nobody was, and when the last one has gone', async () => {
    const room = await at(one);
    expect(one.said.seen).toEqual([]);
    for (const by of [1, 1, -1, -1] as const) room.connected(by);
    expect(one.said.seen).toEqual([session, session]);
  });

  it('also of one that has ended, whose code is then told as that of an ended session', async () => {
    await (await at(one)).execute(asHost({ type: 'end' }));
    await clock.advance(LET_GO);
    expect([heldBy(one), await one.rooms.at(code)]).toEqual([[], null]);
  });

  it('and closes an open step only until then; who comes afterwards has its time back', async () => {
    const room = await at(one);
    await openFirst(room);
    await one.rooms.letGo(session);
    const before = await shared.types(session);
    await clock.advance(60 * MINUTE);
    expect(await shared.types(session)).toEqual(before);
    const again = await at(other);
    expect(await again.round()).toMatchObject({ asks: 'answer', step: 0 });
    await clock.advance(4_999);
    expect(await again.round()).toMatchObject({ asks: 'answer', step: 0 });
  });

  it('and refuses what still comes to it as moved, with every way of asking', async () => {
    const room = await at(one);
    await room.execute(joining('ben'));
    const letting = one.rooms.letGo(session);
    const moved = { ok: false, code: 'server-moved' };
    expect(await room.execute(joining('cleo'))).toEqual(moved);
    await letting;
    expect(await room.comeIn(joining('dina'), 't-dina')).toEqual({ ack: moved, seat: null });
    expect(await room.admit('t-ben')).toEqual({ ok: false, error: 'server-moved' });
    room.greet('a phone', { role: 'phone', token: 't-ben', had: 'ben' });
    expect(one.said.greetings).toEqual([{ refusal: 'server-moved' }]);
    expect(await (await at(other)).facts()).toMatchObject({ students: 1 });
  });

  it('and leaves no timer, and says nothing more, whatever still comes and goes', async () => {
    const idle = clock.waiting;
    const room = await at(one);
    await room.execute(joining('ben'));
    await openFirst(room);
    room.connected(1);
    room.arrive('ben');
    await one.rooms.letGo(session);
    const said = one.said.frames.length;
    room.tune('ben', 0, 1);
    room.warmUp('ben', 10);
    room.leave('ben');
    room.connected(-1);
    room.addressChanged();
    expect(clock.waiting).toBe(idle);
    await clock.advance(MINUTE);
    expect(one.said.frames).toHaveLength(said);
    expect(one.said.seen).toEqual([session]);
  });

  it('never of a rehearsal, which is in its memory alone', async () => {
    let over: string | null = null;
    const begun = await one.rooms.create({
      ...{ lesson, host: 'ada' },
      rehearsal: { onOver: (rehearsal) => (over = rehearsal) },
    });
    if (!begun.ok) throw new Error(begun.error);
    const { id, code: own } = begun.value;
    await clock.advance(10 * LET_GO);
    await one.rooms.letGo(id);
    await one.rooms.letGo(id);
    expect((await one.rooms.at(own))?.id).toBe(id);
    expect([heldBy(one), one.said.away, await other.rooms.at(own)]).toEqual([[], [], null]);
    expect(await one.rooms.get(id)?.execute(asHost({ type: 'end' }))).toMatchObject({ ok: true });
    expect([over, one.rooms.get(id), one.said.gone]).toEqual([id, null, [id]]);
  });

  it('and its trainings go nowhere: whoever has the session then asks for them again', async () => {
    const race = lessons.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'race');
    if (!race) throw new Error('no race');
    const asked: { readonly job: Asked; readonly settle: (result: TrainingResult | null) => void }[] = [];
    const waiting = await startHome({
      ...{ log: shared.log, clock },
      train: (job) => new Promise((settle) => asked.push({ job, settle })),
    });
    ({ id: session, code } = await beginAt(one.rooms, { ...lesson, steps: [race] }));
    const room = await at(waiting);
    await room.execute(joining('ben'));
    await openFirst(room);
    const { activity } = rebuilt(await shared.log.read(session)).steps[0] ?? {};
    const submission: unknown = activity?.answers?.bots.constant(never, '00'.repeat(16));
    expect(await room.execute(asSeat('ben', 0, submission))).toMatchObject({ ok: true });
    const [first] = asked;
    expect(asked).toHaveLength(1);
    await waiting.rooms.letGo(session);
    expect(first?.job.dropped?.aborted).toBe(true);
    const before = await shared.types(session);
    first?.settle(train(first.job.request()));
    await clock.advance(MINUTE);
    expect(await shared.types(session)).toEqual(before);

    await at(other);
    await settled();
    await clock.advance(1);
    const after = await shared.types(session);
    expect(after.filter((type) => type === 'job-finished')).toHaveLength(1);
  });
});

const never = { uint32: () => 0, unit: () => 0, below: () => 0 };

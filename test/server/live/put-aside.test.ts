import { afterEach, beforeEach, expect, it } from 'vitest';
import { Rooms } from '../../../server/live/rooms';
import type { PutAside } from '../../../server/live/put-aside';
import { startEngine, trainHere, type Engine } from '../../support/engine';
import { logSql } from '../../support/sql';
import { bodyOf, rewrite, spoilStep } from '../../support/spoilt';

let engine: Engine;
let id: string;
let code: string;
let other: string;

beforeEach(async () => {
  engine = await startEngine();
  ({ id, code } = await engine.create());
  ({ id: other } = await engine.create());
  const phone = engine.phone(code);
  await phone.arrived();
  expect(await phone.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
});

afterEach(() => engine.stop());

const spoilt: Readonly<Record<string, () => { why: string; seq: number }>> = {
  'a step that no kind accepts': () => {
    spoilStep(engine.folder, id);
    return { why: 'not-understood', seq: 1 };
  },
  'an event of a newer version': () => {
    logSql(engine.folder, 'UPDATE event SET version = 99 WHERE session = ? AND seq = 2', id);
    return { why: 'newer-event', seq: 2 };
  },
  'an event of a kind that is not known': () => {
    rewrite(engine.folder, id, 2, '{"type":"seat-levitated","seat":"x"}');
    return { why: 'not-understood', seq: 2 };
  },
  'an event that is cut off': () => {
    rewrite(engine.folder, id, 2, bodyOf(engine.folder, id, 2).slice(0, -5));
    return { why: 'not-understood', seq: 2 };
  },
  'an event missing': () => {
    logSql(engine.folder, 'DELETE FROM event WHERE session = ? AND seq = 1', id);
    return { why: 'log-gap', seq: 1 };
  },
};

const nothing = () => undefined;

it.each(Object.entries(spoilt))(
  'a session with %s is put aside, and the other one is not',
  async (_what, spoil) => {
    const { why, seq } = spoil();
    const aside: PutAside[] = [];
    const rooms = await Rooms.open({
      ...{ log: engine.log, train: trainHere, onEnded: nothing, onTakenUp: nothing },
      onPutAside: (each) => aside.push(each),
    });
    expect(aside).toEqual([{ session: id, code, why, seq }]);
    expect([rooms.get(id), rooms.byCode(code)]).toEqual([null, null]);
    expect((await rooms.running()).map((room) => room.id)).toEqual([other]);
    await rooms.close();
  },
);

it('a disk that cannot be read is no matter of one session: it is told to whoever starts the server', async () => {
  const log = { ...engine.log, read: () => Promise.reject(new Error('disk I/O error')) };
  const opened = Rooms.open({
    ...{ log, train: trainHere },
    ...{ onEnded: nothing, onTakenUp: nothing, onPutAside: nothing },
  });
  await expect(opened).rejects.toThrow('disk I/O error');
});

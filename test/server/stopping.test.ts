import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '#shared/session/evolve';
import { Phone } from '../../demo/phone';
import { cableTo } from '../support/cable';
import { startServer, type RunningServer } from '../support/server';
import { sqliteLog } from '../support/sqlite-log';
import { FIRST_ANSWER, teach, type Taught } from '../support/taught';

let server: RunningServer;
let taught: Taught;

beforeEach(async () => {
  server = await startServer();
  taught = await teach(server);
});

afterEach(() => server.remove());

const openFirst = () =>
  taught.drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } }, { type: 'open', step: 0 });

describe('a server that is asked to end in a lesson', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s tells its phones and exits with 0',
    async (signal) => {
      const phone = await taught.seated('Bo');
      const told = phone.until(({ bye }) => bye !== null);
      const ended = server.stop(signal);
      await told;
      expect(phone.bye).toEqual({ code: 'server-stopping' });
      expect(await ended).toMatchObject({ code: 0, signal: null });
    },
  );

  it('does not wait for a phone that never reads: it exits with 0, which it does not after its ten seconds', async () => {
    const cable = await cableTo(server.port);
    const asleep = await taught.seated('Bo', undefined, cable.port);
    cable.freeze();
    expect(await server.stop()).toMatchObject({ code: 0, signal: null });
    asleep.close();
    await cable.remove();
  });

  it('acks what had arrived once it is on the disk, and refuses what comes later, before it goes', async () => {
    const phones = await Promise.all(Array.from({ length: 10 }, (_, i) => taught.seated(`Student ${i}`)));
    await openFirst();
    await Promise.all(phones.map((phone) => phone.until(({ own }) => (own?.step?.view ?? null) !== null)));
    const other = new Database(join(server.dataDir, 'log.db'));
    other.exec('BEGIN IMMEDIATE');
    const [late, ...early] = phones;
    const acks = Promise.all(early.map((phone) => phone.command(FIRST_ANSWER)));
    // A connection's messages are handled in their order: once it has answered this, the answer has arrived too.
    await Promise.all(early.map(({ socket }) => new Promise<void>((done) => socket.emit('probe', done))));
    const ended = server.stop();
    await Promise.all(phones.map((phone) => phone.until(({ bye }) => bye !== null)));
    expect(await late?.command(FIRST_ANSWER)).toEqual({ ok: false, code: 'server-stopping' });
    other.exec('ROLLBACK');
    other.close();
    expect((await acks).map(({ ok }) => ok)).toEqual(early.map(() => true));
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('takes each answer that was under way once, before or after, and phones go on by themselves', async () => {
    const { code, build } = taught;
    const phones = Array.from({ length: 30 }, () => new Phone({ url: server.base, code, build }));
    await Promise.all(phones.map((phone, i) => phone.command({ type: 'join', name: `Student ${i}` })));
    await openFirst();
    await Promise.all(phones.map((phone) => phone.until(() => (phone.own?.step?.view ?? null) !== null)));

    const acks = Promise.all(phones.map((phone) => phone.command(FIRST_ANSWER)));
    expect(await server.stop()).toMatchObject({ code: 0 });
    await server.restart();

    expect((await acks).filter(({ ok }) => !ok)).toEqual([]);
    await Promise.all(phones.map((phone) => phone.until(() => phone.connected && phone.own !== null)));
    expect(phones.map(({ refusal }) => refusal).filter((why) => why !== null)).toEqual([]);
    for (const phone of phones) phone.close();
    await server.stop();
    const log = await sqliteLog(server.dataDir);
    const events = await log.read(taught.id);
    await log.close();
    const seats = events.flatMap(({ event }) => (event.type === 'submitted' ? [event.seat] : []));
    expect(seats).toHaveLength(phones.length);
    expect(new Set(seats)).toEqual(new Set(replay(events).seats.keys()));
  });
});

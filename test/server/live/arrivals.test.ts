import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '#shared/session/evolve';
import { Arrivals } from '../../../server/live/sockets/arrivals';
import type { RoomHandle } from '../../../server/live/handle';
import type { Person } from '../../../server/live/sockets/person';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken } from '../../support/player';

const SCHOOL = '203.0.113.7';

type Phone = Extract<Person, { role: 'phone' }>;

const room = { id: 'ours' } as RoomHandle;
const other = { id: 'theirs' } as RoomHandle;
const phone = (device: string | null, more: Partial<Phone> = {}): Phone => ({
  ...{ role: 'phone', room, token: 'token', seat: null, network: SCHOOL, device },
  ...more,
});

let now: number;
let arrivals: Arrivals;

/** How many of `times` seats are taken at once, each by the phone of its number. */
const taken = (times: number, of: (i: number) => Phone): number =>
  Array.from({ length: times }, (_, i) => arrivals.take(of(i))).filter((wait) => wait === 0).length;

beforeEach(() => {
  now = 0;
  arrivals = new Arrivals(() => now);
});

describe('new seats', () => {
  it('are ten at once of one device, then one in ten seconds, in each session', () => {
    const one = phone('a');
    expect(taken(3_000, () => one)).toBe(10);
    now = 60_000;
    expect(taken(3_000, () => one)).toBe(6);
    expect(taken(3_000, () => phone('a', { room: other }))).toBe(10);
  });

  it('are a hundred at once of all phones of a network that bring no mark, then one in two seconds', () => {
    expect(taken(3_000, () => phone(null))).toBe(100);
    now = 60_000;
    expect(taken(3_000, () => phone(null))).toBe(30);
    expect(taken(30, () => phone(null, { network: 'mobile' }))).toBe(30);
  });

  it('are twelve hundred at once of one network, then twenty a second: a hall of 3,000 in a minute and a half', () => {
    expect(taken(3_000, (i) => phone(`device ${i}`))).toBe(1_200);
    let seats = 1_200;
    for (now = 1_000; seats < 3_000; now += 1_000) seats += taken(3_000, (i) => phone(`${now} ${i}`));
    expect(now / 1_000).toBeLessThan(92);
  });

  it('of a thousand phones are not fewer because a script of their network takes what it can', () => {
    expect(taken(3_000, () => phone(null))).toBe(100);
    expect(taken(1_000, (i) => phone(`phone ${i}`))).toBe(1_000);
    // Several classes at once are several sessions.
    expect(taken(1_000, (i) => phone(`phone ${i}`, { room: other }))).toBe(1_000);
  });

  it('that are refused for another reason cost nothing, and who has to wait is told for how long', () => {
    const one = phone('a');
    for (let i = 0; i < 100; i++) {
      expect(arrivals.take(one)).toBe(0);
      arrivals.giveBack(one);
    }
    taken(10, () => one);
    expect(arrivals.take(one)).toBe(10_000);
    now = 9_000;
    expect(arrivals.take(one)).toBe(4_000);
    now = 10_000;
    expect(arrivals.take(one)).toBe(0);
  });

  it('come from a network under a name that tells no address, the same for all of it, another one elsewhere', () => {
    const [a, b, c] = [phone('a'), phone(null), phone('a', { room: other })].map((one) =>
      arrivals.originOf(one),
    );
    expect(a).toEqual({ device: 'a', network: b?.network });
    expect(b?.device).toBeUndefined();
    expect(c?.network).not.toBe(a?.network);
    expect(JSON.stringify([a, b, c])).not.toContain(SCHOOL);
  });
});

describe('on real sockets', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  const join = async (code: string, name: string, mark: string | null, from = SCHOOL) => {
    const player = engine.phone(code, freshToken(), { mark, from });
    await player.arrived();
    return player.command({ type: 'join', name });
  };

  it('one device gets ten, hears when to ask again, and others are not held up', async () => {
    const { code, id } = await engine.create();
    for (let i = 0; i < 10; i++) expect(await join(code, `Twin ${i}`, 'script')).toMatchObject({ ok: true });
    const refused = await join(code, 'Twin 10', 'script');
    expect(refused).toMatchObject({ ok: false, code: 'too-many-seats' });
    expect(!refused.ok && (refused.after ?? 0) >= 4_000).toBe(true);
    expect(await join(code, 'Ada', 'phone')).toMatchObject({ ok: true });
    expect(engine.told).toContainEqual({ event: 'seats-throttled', session: id });
    const { devices } = replay(await engine.log.read(id));
    expect([...devices.values()].map(({ size }) => size)).toEqual([10, 1]);
    const log = JSON.stringify(await engine.log.read(id));
    for (const secret of ['script', SCHOOL]) expect(log).not.toContain(secret);
  });

  it('a join that is sent again, or whose name is taken, takes no place', async () => {
    const { code } = await engine.create();
    const token = freshToken();
    const first = engine.phone(code, token, { mark: 'shared' });
    await first.arrived();
    for (let i = 0; i < 15; i++)
      expect(await first.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
    for (let i = 0; i < 15; i++)
      expect(await join(code, 'Ada', 'shared')).toMatchObject({ ok: false, code: 'name-taken' });
    for (let i = 0; i < 9; i++) expect(await join(code, `Bo ${i}`, 'shared')).toMatchObject({ ok: true });
    expect(await join(code, 'Cy', 'shared')).toMatchObject({ code: 'too-many-seats' });
  });

  it('who was sent out is not in again with a new secret from the same device', async () => {
    const { code, id } = await engine.create();
    const ada = engine.phone(code, freshToken(), { mark: 'phone of ada' });
    await ada.arrived();
    await ada.command({ type: 'join', name: 'Ada' });
    await ada.until(({ own }) => own !== null);
    const desk = engine.desk(id);
    await desk.arrived();
    const seat = ada.own?.seat ?? '';
    await desk.command({ type: 'kick', seat });
    expect(await join(code, 'Ada 2', 'phone of ada')).toMatchObject({ code: 'device-kicked' });
    expect(await join(code, 'Friend', 'phone of a friend')).toMatchObject({ ok: true });
    await desk.command({ type: 'readmit', seat });
    expect(await join(code, 'Ada 2', 'phone of ada')).toMatchObject({ ok: true });
  });
});

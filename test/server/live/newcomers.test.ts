import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Newcomers } from '../../../server/live/sockets/newcomers';
import type { RoomHandle } from '../../../server/live/handle';
import { startEngine, type Engine } from '../../support/engine';

const SCHOOL = '203.0.113.7';
const HOUR = 3_600_000;

let engine: Engine;
let ours: RoomHandle;
let theirs: RoomHandle;
let now: number;
let newcomers: Newcomers;

/** How many of `times` tries were judged. */
const tries = async (network: string, room: RoomHandle | null, times: number): Promise<number> => {
  const judged = Array.from({ length: times }, () => newcomers.mayTry(network, room));
  return (await Promise.all(judged)).filter(Boolean).length;
};

async function roomOf(given: Engine): Promise<RoomHandle> {
  const { id } = await given.create();
  const room = given.rooms.get(id);
  if (!room) throw new Error('the room is not there');
  return room;
}

beforeAll(async () => {
  engine = await startEngine();
  [ours, theirs] = [await roomOf(engine), await roomOf(engine)];
});

afterAll(() => engine.stop());

beforeEach(() => {
  now = 0;
  newcomers = new Newcomers(() => now);
});

describe('wrong codes', () => {
  it('are judged twenty at once from one network, then one in five seconds', async () => {
    expect(await tries(SCHOOL, null, 1_000)).toBe(20);
    now += 60_000;
    expect(await tries(SCHOOL, null, 1_000)).toBe(12);
  });

  it('are judged three hundred at once from all networks, then two a second', async () => {
    const everywhere = async (times: number) => {
      const judged = Array.from({ length: times }, (_, i) => tries(`198.51.${i >> 8}.${i & 255}`, null, 1));
      return (await Promise.all(judged)).reduce((sum, one) => sum + one, 0);
    };
    expect(await everywhere(1_500)).toBe(300);
    now += 10_000;
    expect(await everywhere(1_500)).toBe(20);
  });

  it('find one of ten sessions among 900,000 codes in 125 hours from one network, in 12 from everywhere', async () => {
    const expected = 900_000 / 10;
    let judged = await tries(SCHOOL, null, 1_000);
    for (; now < HOUR; now += 1_000) judged += await tries(SCHOOL, null, 20);
    expect(judged).toBeLessThanOrEqual(20 + 720);
    expect(expected / (judged - 20)).toBeGreaterThan(124);

    newcomers = new Newcomers(() => now);
    judged = 0;
    const start = now;
    for (; now < start + HOUR; now += 1_000)
      for (let i = 0; i < 10; i++)
        judged += (await tries(`198.51.100.${now % 251}`, null, 1)) + (await tries(`${i}`, null, 1));
    expect(judged).toBeLessThanOrEqual(300 + 7_200);
    expect(expected / (judged - 300)).toBeGreaterThan(12);
  });
});

describe('a right code', () => {
  it('costs nothing: a thousand phones come in through one address', async () => {
    expect(await tries(SCHOOL, ours, 1_000)).toBe(1_000);
    expect(await tries(SCHOOL, null, 1_000)).toBe(20);
  });

  it('is not looked at from a network that has guessed too often, so a guesser learns nothing', async () => {
    await tries(SCHOOL, null, 1_000);
    expect(await tries(SCHOOL, theirs, 100)).toBe(0);
  });

  it('of a class that is there already comes in although somebody at the same address guesses', async () => {
    newcomers.met(ours, SCHOOL);
    await tries(SCHOOL, null, 100);
    let came = 0;
    // Two seconds: five hundred students, and a hundred wrong codes a second.
    for (let tick = 0; tick < 100; tick++, now += 20) {
      await tries(SCHOOL, null, 2);
      came += await tries(SCHOOL, ours, 5);
      expect(await tries(SCHOOL, theirs, 1)).toBe(0);
    }
    expect(came).toBe(500);
  });

  it('of a class elsewhere is no way in from there', async () => {
    newcomers.met(theirs, '198.51.100.1');
    await tries(SCHOOL, null, 100);
    expect(await tries(SCHOOL, theirs, 10)).toBe(0);
  });

  it('of a class at the guesser’s own address is compared with ten tries a second, wrong ones included', async () => {
    newcomers.met(ours, SCHOOL);
    await tries(SCHOOL, null, 10_000);
    expect(await tries(SCHOOL, ours, 1)).toBe(0);
    now += 100;
    await tries(SCHOOL, null, 1);
    expect(await tries(SCHOOL, ours, 1)).toBe(0);
    now += 100;
    expect(await tries(SCHOOL, ours, 1)).toBe(1);
  });
});

describe('codes that no session here has', () => {
  const looked = (network: string, times: number) =>
    Array.from({ length: times }, () => newcomers.lookUp(network)).filter((found) => found !== null);

  it('are looked up for one network as often as two schools come back at once, and then twenty times a second', () => {
    const found = looked(SCHOOL, 10_000);
    expect(found).toHaveLength(6_000);
    expect(looked('198.51.100.1', 1)).toHaveLength(1);
    now += 1_000;
    expect(looked(SCHOOL, 100)).toHaveLength(20);
    for (const giveBack of found.slice(0, 100)) giveBack();
    expect(looked(SCHOOL, 1_000)).toHaveLength(100);
  });

  it('are looked up for who has no wrong code left out of a purse of their own, and not out of everybody’s', async () => {
    const guessers = Array.from({ length: 12 }, (_, i) => `198.51.100.${i}`);
    for (const guesser of guessers) {
      await tries(guesser, null, 20);
      expect(looked(guesser, 10_000)).toHaveLength(1_000);
    }
    for (const school of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      expect(looked(school, 10_000)).toHaveLength(6_000);
    now += 1_000;
    expect(looked(guessers[0] ?? '', 100)).toHaveLength(10);
  });

  it('cost a guesser nothing if they are found', async () => {
    await tries(SCHOOL, null, 20);
    for (const giveBack of looked(SCHOOL, 1_000)) giveBack();
    expect(looked(SCHOOL, 10_000)).toHaveLength(1_000);
  });
});

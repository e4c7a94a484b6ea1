import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../../server/workers/pool';
import { startEngine, type Engine } from '../../support/engine';
import { temporaryFolder } from '../../support/folder';
import { Gate } from '../../support/gate';
import { configuration, openRace, raceIn, send } from '../../support/racing';
import { threadScript } from '../../support/threads';

/** What a phone may send at once after it has joined: the limit of a seat is 20 commands, then 5 a second. */
const AT_ONCE = 19;

const many = Array.from({ length: AT_ONCE }, (_, i) => i + 1);

let gate: Gate;
let pool: Pool;
let engine: Engine;
let folder: ReturnType<typeof temporaryFolder>;

/** One thread, so that the order in which jobs begin is the order in which they are served. */
const start = async () => {
  pool = openPool(threadScript('gated'), { threads: 1 });
  engine = await startEngine({ train: pool.train, folder: folder.path });
};
const stop = async () => {
  await pool.close();
  await engine.stop();
};

beforeEach(async () => {
  folder = temporaryFolder();
  gate = new Gate();
  await start();
});
afterEach(async () => {
  await stop();
  gate.close();
  folder.remove();
});

/** Lets jobs end as they begin, from the one numbered `from` until `total` have. */
async function play(total: number, from = 0): Promise<void> {
  for (let i = from; i < total; i++) {
    await gate.until(i + 1);
    gate.end(gate.begun[i] as number);
  }
}

describe('on real sockets, with one thread', () => {
  it('a student who sends all that a phone may delays the first of another by the job that runs', async () => {
    const race = await openRace(engine);
    const [ada, ben] = [await race.join('Ada'), await race.join('Ben')];
    await send(ada, ...many);
    await gate.until(1);
    await send(ben, 40);
    await play(AT_ONCE + 1);
    await ben.until(({ own }) => own?.step?.runs[0]?.state === 'done');
    expect(gate.begun).toEqual([1, 40, ...many.slice(1)]);
  });

  it('the same between two sessions', async () => {
    const [race, other] = [await openRace(engine), await openRace(engine)];
    const racers = [await race.join('Ada'), await race.join('Ben')];
    for (const [i, racer] of racers.entries()) await send(racer, ...many.map((one) => one + i * AT_ONCE));
    await gate.until(1);
    const cleo = await other.join('Cleo');
    await send(cleo, 90);
    await play(2 * AT_ONCE + 1);
    await cleo.until(({ own }) => own?.step?.runs[0]?.state === 'done');
    expect(gate.begun.indexOf(90)).toBe(1);
  });

  it('who sends what waits at the end of another line has it at their own turn, and it is trained once', async () => {
    const race = await openRace(engine);
    const [ada, ben] = [await race.join('Ada'), await race.join('Ben')];
    await send(ada, ...many);
    await gate.until(1);
    await send(ben, AT_ONCE);
    await play(AT_ONCE);
    await ada.until(({ own }) => own?.step?.runs.every(({ state }) => state === 'done') ?? false);
    expect(gate.begun).toEqual([1, AT_ONCE, ...many.slice(1, -1)]);
  });

  it('the desk is told how many are trained, at every moment and after a restart', async () => {
    const race = await openRace(engine);
    const ada = await race.join('Ada');
    await send(ada, 1, 2, 3, 4, 5);
    const progress = ({ pulse }: typeof race.desk) => pulse?.training;
    await race.desk.until((desk) => progress(desk)?.of === 5);
    expect(progress(race.desk)).toEqual({ done: 0, of: 5 });
    for (let done = 1; done <= 3; done++) {
      await play(done, done - 1);
      await race.desk.until((desk) => progress(desk)?.done === done);
      expect(progress(race.desk)).toEqual({ done, of: 5 });
    }
    await gate.until(4);
    await stop();
    await start();
    const { desk } = await raceIn(engine, race.id, race.code);
    await desk.until(({ pulse }) => pulse !== null);
    expect(progress(desk)).toEqual({ done: 3, of: 5 });
    await play(6, 4);
    await desk.until((again) => progress(again)?.done === 5);
    expect(progress(desk)).toEqual({ done: 5, of: 5 });
    expect(gate.begun).toEqual([1, 2, 3, 4, 4, 5]);
  });

  it('what a student sends before the first is trained counts in the end, and both are trained', async () => {
    const race = await openRace(engine);
    const ada = await race.join('Ada');
    await send(ada, 1, 2);
    expect(ada.own?.step?.submission).toEqual(configuration(2));
    await play(2);
    await ada.until(({ own }) => own?.step?.runs.every(({ state }) => state === 'done') ?? false);
    expect(ada.own?.step?.runs.map(({ submission }) => submission)).toEqual([1, 2].map(configuration));
    expect(ada.own?.step?.submission).toEqual(configuration(2));
    expect(ada.own?.step?.attemptsLeft).toBe(18);
  });

  it('what only a kicked seat waits for is dropped, also in its thread; readmitted, it has all that it sent', async () => {
    const race = await openRace(engine);
    const token = 'a'.repeat(22);
    const ada = await race.join('Ada', token);
    const ben = await race.join('Ben');
    await send(ada, 1, 2, 3);
    await gate.until(1);
    await send(ben, 3);
    const seat = ada.own?.seat ?? '';
    await race.drive({ type: 'kick', seat }, { type: 'close', step: 0 });
    expect(await race.desk.command({ type: 'reveal', step: 0 })).toEqual({
      ok: false,
      code: 'still-training',
    });
    // The one that ran has never ended, and the second has not begun.
    await gate.until(2);
    gate.end(3);
    await race.desk.until(({ pulse }) => pulse?.training?.done === 1);
    expect(gate.begun).toEqual([1, 3]);
    await race.drive({ type: 'reveal', step: 0 }, { type: 'readmit', seat });
    await play(4, 2);
    await race.desk.until(({ pulse }) => pulse?.training?.done === 3);
    const again = engine.phone(race.code, token);
    await again.until(({ own }) => (own?.step?.result ?? null) !== null);
    expect(again.own?.step?.runs.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });
});

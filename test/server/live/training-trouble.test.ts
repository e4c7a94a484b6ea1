import { afterEach, beforeEach, expect, it } from 'vitest';
import { replay } from '#shared/session/evolve';
import { train } from '#shared/training/train';
import { openPool, type Pool } from '../../../server/workers/pool';
import { startEngine, type Engine } from '../../support/engine';
import { configuration, openRace, send } from '../../support/racing';
import { kernelModule } from '../../support/kernel';
import { threadScript } from '../../support/threads';
import { epochsOf, impatientWith, troubles } from '../../support/trouble';

const PHONES = 30;

let pool: Pool;
let engine: Engine;

beforeEach(async () => {
  pool = openPool(threadScript('troubled'), {
    kernel: kernelModule(),
    threads: 2,
    memory: 32,
    patience: impatientWith('loops'),
  });
  engine = await startEngine({ train: pool.train });
});
afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await pool.close();
  await engine.stop();
});

/** Every third phone, and for each trouble there is, sends what a thread fails at. */
const troubleAt = (i: number) => (i % 3 === 2 ? troubles[(i - 2) / 3] : undefined);
const epochsAt = (i: number): number => {
  const trouble = troubleAt(i);
  return trouble === undefined ? i + 1 : epochsOf(trouble);
};

it('thirty submissions, a third of them to bad threads, have one result each; a failed one is not charged', async () => {
  const race = await openRace(engine);
  const phones = await Promise.all(Array.from({ length: PHONES }, (_, i) => race.join(`Student ${i + 1}`)));
  await Promise.all(phones.map((phone, i) => send(phone, epochsAt(i))));
  await race.desk.until(({ pulse }) => pulse?.training?.done === PHONES);
  expect(race.desk.pulse?.training).toEqual({ done: PHONES, of: PHONES });

  const log = await engine.log.read(race.id);
  const ends = log.flatMap(({ event }) =>
    event.type === 'job-finished' || event.type === 'job-failed' ? [event] : [],
  );
  const { activity, secret } = replay(log).steps[0]!;
  for (const [i, phone] of phones.entries()) {
    const submission = configuration(epochsAt(i));
    const mine = ends.filter(({ seats }) => seats.includes(phone.own?.seat ?? ''));
    const bad = troubleAt(i) !== undefined;
    expect(mine.map(({ type }) => type)).toEqual([bad ? 'job-failed' : 'job-finished']);
    const result = train(activity.trains!.job(submission, secret));
    if (!bad) expect(mine[0]).toMatchObject({ result });
    await phone.until(({ own }) => own?.step?.attemptsLeft === (bad ? 20 : 19));
    expect(phone.own?.step?.submission).toEqual(bad ? null : submission);
  }
  expect(ends).toHaveLength(PHONES);

  const [unlucky] = phones.filter((_, i) => troubleAt(i) !== undefined);
  await send(unlucky!, 50);
  await unlucky!.until(({ own }) => own?.step?.runs[0]?.state === 'done');
  expect(unlucky!.own?.step?.submission).toEqual(configuration(50));
});

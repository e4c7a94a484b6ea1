import { expect, it } from 'vitest';
import type { SessionRow } from '../../../server/storage/prisma/sessions';
import { clearAway, deletionOf, retain } from '../../../server/storage/retention';
import { settled, VirtualClock } from '../../support/virtual-clock';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01T08:00:00.000Z');

const ended = (id: string, day: number): SessionRow => ({
  ...{ id, teacherId: 't', lessonId: 'l', title: { it: 'uno', en: 'one' }, code: '123456' },
  ...{ createdAt: new Date(START), steps: 1, outcome: null, kept: false, shared: false, activeAt: null },
  endedAt: new Date(START + day * DAY),
});

/** A list of sessions, a clock and what was erased of them, by day. */
function installation(rows: SessionRow[], days: number | null, erasable = (_id: string) => true) {
  const clock = new VirtualClock();
  const erased: [number, string][] = [];
  const stop = retain({
    sessions: {
      endedBefore: (then) =>
        Promise.resolve(rows.filter(({ endedAt, kept }) => endedAt !== null && endedAt < then && !kept)),
    },
    erase: (id) => {
      if (!erasable(id)) return Promise.resolve(false);
      erased.push([Math.floor(clock.now() / DAY), id]);
      rows.splice(
        rows.findIndex((row) => row.id === id),
        1,
      );
      return Promise.resolve(true);
    },
    today: () => new Date(START + clock.now()),
    onBug: (error) => {
      throw error;
    },
    ...{ days, clock },
  });
  return { clock, erased, stop };
}

it('deletes a session on the day after its days are over, and not before', async () => {
  const { clock, erased, stop } = installation([ended('a', 0), ended('b', 3)], 30);
  await settled();
  expect(erased).toEqual([]);
  await clock.advance(40 * DAY);
  expect(erased).toEqual([
    [31, 'a'],
    [34, 'b'],
  ]);
  await stop();
});

it('deletes at its start what became too old while no server ran', async () => {
  const { erased, stop } = installation([ended('old', -31), ended('new', -29)], 30);
  await settled();
  expect(erased).toEqual([[0, 'old']]);
  await stop();
});

it('leaves a session alone that its teacher keeps', async () => {
  const { clock, erased, stop } = installation([{ ...ended('dear', 0), kept: true }], 30);
  await clock.advance(400 * DAY);
  expect(erased).toEqual([]);
  await stop();
});

it('deletes nothing where that is switched off', async () => {
  const { clock, erased, stop } = installation([ended('a', -400)], null);
  await clock.advance(400 * DAY);
  expect(erased).toEqual([]);
  await stop();
});

it('tries again the next day what the disk refused', async () => {
  let broken = true;
  const { clock, erased, stop } = installation([ended('a', -31)], 30, () => !broken);
  await settled();
  broken = false;
  await clock.advance(DAY);
  expect(erased).toEqual([[1, 'a']]);
  await stop();
});

it('stops with the server', async () => {
  const { clock, erased, stop } = installation([ended('a', 0)], 30);
  await stop();
  await clock.advance(60 * DAY);
  expect(erased).toEqual([]);
});

it('says beforehand when that will be', () => {
  expect(deletionOf(new Date('2026-03-01T08:00:00.000Z'), 30)).toEqual(new Date('2026-03-31T08:00:00.000Z'));
});

it('removes lessons thirty days after they were put away, at its start and every day', async () => {
  const clock = new VirtualClock();
  const asked: string[] = [];
  const today = () => new Date(START + clock.now());
  const removeAway = (then: Date) => {
    asked.push(then.toISOString());
    return Promise.resolve(true);
  };
  const fail = (error: unknown) => {
    throw error;
  };
  const stop = clearAway({ lessons: { removeAway }, clock, today, onBug: fail });
  await settled();
  await clock.advance(DAY);
  expect(asked).toEqual(['2026-01-30T08:00:00.000Z', '2026-01-31T08:00:00.000Z']);
  await stop();
  await clock.advance(5 * DAY);
  expect(asked).toHaveLength(2);
});

import { expect, test } from 'vitest';
import type { RosterRow } from '#shared/session/views';
import { emptyRoster, rosterAfter } from '../../../client/live/roster';

const row = (seat: string, answered = false): RosterRow => ({
  ...{ seat, name: seat, here: true, answered, sentBy: null, kicked: false, pace: 10, verdict: null },
  ...{ device: seat, network: null, joinedAt: 0 },
});

test('the first frame is the whole list, later ones change some lines', () => {
  const all = rosterAfter(emptyRoster, { whole: true, rows: [row('ada'), row('bo')] });
  const later = rosterAfter(all, { whole: false, rows: [row('bo', true), row('cy')] });
  expect([...later.values()]).toEqual([row('ada'), row('bo', true), row('cy')]);
  expect(all.get('bo')?.answered).toBe(false);
});

test('a whole list after a reconnect forgets who is gone', () => {
  const all = rosterAfter(emptyRoster, { whole: true, rows: [row('ada'), row('bo')] });
  expect([...rosterAfter(all, { whole: true, rows: [row('bo')] }).keys()]).toEqual(['bo']);
});

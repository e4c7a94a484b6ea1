import { expect, test } from 'vitest';
import type { TopRow } from '#shared/session/views';
import { podiumSteps, startFrom } from '../../../client/pages/screen/glide';

const row = (seat: string, rank: number, points: number): TopRow => ({
  ...{ seat, rank, points },
  name: seat,
  right: 0,
  late: false,
});
const seats = (rows: readonly TopRow[]) => rows.map(({ seat }) => seat);

test('the board starts in the order in which it was last seen, newcomers at the end', () => {
  const before = [row('anna', 1, 900), row('bruno', 2, 800), row('carla', 3, 700)];
  const rows = [row('carla', 1, 1_700), row('dario', 2, 1_600), row('anna', 3, 1_500)];
  const start = startFrom(before, rows);
  expect(seats(start)).toEqual(['anna', 'carla', 'dario']);
  expect(start[0]?.points).toBe(900);
});

test('a first board starts as it is', () => {
  const rows = [row('anna', 1, 900), row('bruno', 2, 800)];
  expect(startFrom([], rows)).toEqual(rows);
});

test('who shares a rank shares a step of the podium, and the next step is missing', () => {
  const rows = [row('anna', 1, 900), row('bruno', 1, 900), row('carla', 3, 700), row('dario', 4, 600)];
  expect(podiumSteps(rows).map((step) => [step.rank, seats(step.rows)])).toEqual([
    [1, ['anna', 'bruno']],
    [3, ['carla']],
  ]);
});

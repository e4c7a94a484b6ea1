import { expect, test } from 'vitest';
import { podiumSteps } from '#shared/session/podium';
import { groupsOf } from '#shared/session/ranks';
import type { TopRow } from '#shared/session/views';
import { fitting, widthOf } from '../../../client/pages/screen/fitting';
import { leaderOf, startFrom, type Line } from '../../../client/pages/screen/glide';

const row = (seat: string, rank: number, points: number): TopRow => ({
  ...{ seat, rank, points },
  share: points / 10,
  name: seat,
  right: 0,
  late: false,
});
const leaders = (lines: readonly Line[]) => lines.map(leaderOf);

const was = (...rows: readonly TopRow[]) => Object.fromEntries(rows.map((one) => [one.seat, one]));

test('the board starts in the order of the one before, who was below the first ten last but for newcomers', () => {
  const stood = { ...was(row('anna', 1, 900), row('carla', 3, 700)), elsa: null };
  const rows = [row('carla', 1, 1_700), row('dario', 2, 1_600), row('elsa', 3, 1_550), row('anna', 4, 1_500)];
  const start = startFrom(stood, groupsOf(rows));
  expect(leaders(start)).toEqual(['anna', 'carla', 'elsa', 'dario']);
  expect(start[0]).toMatchObject({ rank: 1, points: [900, 900], named: [{ share: 90 }] });
});

test('a line starts from where its first name stood, also where others share it now', () => {
  const stood = was(row('anna', 1, 900), row('bruno', 2, 800), row('carla', 2, 800));
  const lines = groupsOf([row('carla', 1, 1_700), row('anna', 2, 1_600), row('bruno', 2, 1_600)]);
  expect(startFrom(stood, lines).map((line) => [line.rank, line.named.map(({ seat }) => seat)])).toEqual([
    [1, ['anna', 'bruno']],
    [2, ['carla']],
  ]);
});

test('a first board starts as it is', () => {
  const lines = groupsOf([row('anna', 1, 900), row('bruno', 2, 800)]);
  expect(startFrom({}, lines)).toEqual(lines);
});

test('who shares a rank shares a step of the podium, and the next step is missing', () => {
  const rows = [row('anna', 1, 900), row('bruno', 1, 900), row('carla', 3, 700), row('dario', 4, 600)];
  expect(podiumSteps(groupsOf(rows)).map(({ rank, named }) => [rank, named.map(({ seat }) => seat)])).toEqual(
    [
      [1, ['anna', 'bruno']],
      [3, ['carla']],
    ],
  );
});

test('names are said while they fit, the first one always, and leave room for the count of the others', () => {
  const widths = ['Ada', 'Bo', 'Cleopatra'].map(widthOf);
  expect(widths).toEqual([3, 2, 9]);
  expect(fitting(widths, 18, 0)).toBe(3);
  expect(fitting(widths, 17, 0)).toBe(1);
  expect(fitting(widths, 21, 4)).toBe(2);
  expect(fitting([20, 20], 10, 0)).toBe(1);
  expect(widthOf('小林')).toBe(4);
});

import { expect, test } from 'vitest';
import { race } from '#shared/activities/race/index';
import { co2 } from '#shared/activities/race/families/rnn/samples';
import type { RnnView } from '#shared/activities/race/view';
import { SEED } from '../../support/session';
import {
  domainOf,
  linesOf,
  visibleOf,
  wholeYears,
  yearsOf,
} from '../../../client/activities/race/series/series';

const view = race.view(co2, null) as RnnView;
const reveal = race.reveal(co2, { secret: SEED });

test('a network that predicts each change exactly draws its forecast over what was measured', () => {
  const { measured, forecast } = linesOf(view, Float32Array.from(visibleOf(view).y), null, 'small');
  expect(measured).toHaveLength(48);
  expect(forecast).toHaveLength(48);
  forecast.forEach(([year, value], i) => {
    expect(year).toBe(measured[i]?.[0]);
    expect(value).toBeCloseTo(measured[i]?.[1] ?? 0, 2);
  });
});

test('the visible years end with 1989, the private ones with April 2020', () => {
  const [, last] = yearsOf(linesOf(view, null, null, 'large'));
  expect(last).toBeCloseTo(1989 + 11 / 12, 5);
  const hidden = linesOf(view, null, reveal, 'large');
  expect(yearsOf(hidden)[1]).toBeCloseTo(2020 + 3 / 12, 5);
  expect(wholeYears(hidden)).toEqual([2013, 2016, 2019]);
  expect(domainOf(hidden)[0]).toBeGreaterThan(380);
});

test('there is no forecast where there is no network', () => {
  expect(linesOf(view, null, null, 'small').forecast).toEqual([]);
});

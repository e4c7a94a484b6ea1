import { expect, test } from 'vitest';
import { placeIn } from '../../../../client/activities/kit/series';

const items = ['first', 'second', 'third'];

test('a student is in front of the first thing that they have not gone on from', () => {
  expect(placeIn(items, [], 0)).toEqual({ item: 'first', number: 1, said: null, isLast: false });
  expect(placeIn(items, ['away'], 0)).toMatchObject({ item: 'first', said: 'away' });
  expect(placeIn(items, ['away'], 1)).toMatchObject({ item: 'second', number: 2, said: null });
});

test('and stays at the last one, which may have been decided', () => {
  expect(placeIn(items, ['a', 'b', 'c'], 3)).toMatchObject({ number: 3, said: 'c', isLast: true });
  expect(placeIn([], [], 0)).toBeNull();
});

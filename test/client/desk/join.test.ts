import { expect, test } from 'vitest';
import { Join } from '../../../client/pages/desk/join.svelte';

const opened = (): Join => {
  const join = new Join('session');
  join.picked = 'http://10.0.0.5:3000';
  return join;
};

test('another address waits to be confirmed once students are in: their phones know the one before', () => {
  const join = opened();
  join.choose('http://192.168.1.7:3000', 28);
  expect([join.picked, join.wanted]).toEqual(['http://10.0.0.5:3000', 'http://192.168.1.7:3000']);
  join.choose('http://10.0.0.5:3000', 28);
  expect(join.wanted).toBeNull();
});

test('in an empty room it is taken at once', () => {
  const join = opened();
  join.choose('http://192.168.1.7:3000', 0);
  expect(join.wanted).toBeNull();
});

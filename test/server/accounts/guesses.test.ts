import { beforeEach, expect, it } from 'vitest';
import { Guesses } from '../../../server/accounts/guesses';

let now: number;
let guesses: Guesses;

const take = (name: string, times: number) => Array.from({ length: times }, () => guesses.take(name));
const granted = (taken: boolean[]) => taken.filter(Boolean).length;

beforeEach(() => {
  now = 0;
  guesses = new Guesses(() => now, { burst: 10, every: 30_000 }, { burst: 50, every: 2_000 });
});

it('a name may be guessed at ten times, then twice a minute', () => {
  expect(granted(take('Ada', 20))).toBe(10);
  now = 60_000;
  expect(granted(take('Ada', 20))).toBe(2);
});

it('after a long rest the ten are back, and no more', () => {
  take('Ada', 10);
  now = 24 * 3_600_000;
  expect(granted(take('Ada', 30))).toBe(10);
});

it('many names together may be guessed at fifty times, then every two seconds', () => {
  expect(granted(Array.from({ length: 80 }, (_, i) => guesses.take(`name ${i}`)))).toBe(50);
  now = 10_000;
  expect(granted(Array.from({ length: 80 }, (_, i) => guesses.take(`other ${i}`)))).toBe(5);
});

it('a right guess is given back: signing in a hundred times is no guessing', () => {
  for (let i = 0; i < 100; i++) {
    expect(guesses.take('Ada')).toBe(true);
    guesses.giveBack('Ada');
  }
});

it('a flood of names does not make it forget the one that is being guessed at', () => {
  guesses = new Guesses(() => now, { burst: 10, every: 30_000 }, { burst: 100_000, every: 1 });
  take('Ada', 10);
  for (let i = 0; i < 5_000; i++) guesses.take(`name ${i}`);
  expect(guesses.take('Ada')).toBe(false);
});

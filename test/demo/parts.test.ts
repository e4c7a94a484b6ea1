import { describe, expect, test } from 'vitest';
import { rng } from '#shared/rng';
import { keyFileOf, keyIn } from '../../demo/key';
import { moodOf } from '#shared/activities/simulated';
import { names } from '../../demo/names';
import { readOptions } from '../../demo/options';
import { parseName } from '../../server/live/names';
import { SEED } from '../support/session';

describe('a simulated student', () => {
  test('knows as often as its skill says', () => {
    const source = rng(SEED, 'student');
    const moods = Array.from({ length: 2_000 }, () => moodOf(0.7, source));
    expect(moods.filter((mood) => mood === 'knows').length / 2_000).toBeCloseTo(0.7, 1);
    expect(moods).toContain(null);
  });
});

describe('the names of a class', () => {
  test('are each offered once, and the join page would take them', () => {
    const offered = names(SEED);
    const some = Array.from({ length: 1_000 }, () => offered.next().value);
    expect(new Set(some.map((name) => name.toLowerCase())).size).toBe(1_000);
    for (const name of some) expect(parseName(name)).toMatchObject({ ok: true });
  });
});

describe('npm run demo', () => {
  test('takes thirty students to the server on this computer unless told', () => {
    expect(readOptions([])).toEqual({
      ok: true,
      value: { students: 30, url: 'http://localhost:3000', code: null, speed: 1, key: null },
    });
  });

  test.each([
    [['--students', '0']],
    [['--students', '2000']],
    [['--code', '12345']],
    [['--url', 'school']],
    [['--speed', 'fast']],
    [['--pupils', '3']],
  ])('says what is wrong with %j', (args) => {
    expect(readOptions(args).ok).toBe(false);
  });

  test('looks for the key where the server of this folder keeps its data', () => {
    expect(keyFileOf('/opt/trainoff', undefined)).toBe('/opt/trainoff/data/rehearsal.key');
    expect(keyFileOf('/opt/trainoff', '/srv/data')).toBe('/srv/data/rehearsal.key');
    expect(keyIn('/nowhere/rehearsal.key')).toBe('');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned, type Weighed } from '../../../server/storage/thinning';

const NOW = Date.parse('2026-03-01T12:30:00.000Z');
const MINUTE = 60_000;
const MB = 1024 * 1024;

/** So many saves, one every `minutes`, the newest first. */
const saves = (count: number, minutes: number, bytes = 1_000): Weighed[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ number: count - i, savedAt: new Date(NOW - i * minutes * MINUTE), bytes },
  }));

/** What stays, the newest first. */
function kept(versions: readonly Weighed[]): Weighed[] {
  const gone = new Set(thinned(versions));
  return versions.filter(({ number }) => !gone.has(number));
}

const hoursOf = (versions: readonly Weighed[]) =>
  new Set(versions.map(({ savedAt }) => savedAt.toISOString().slice(0, 13)));

describe('of the versions of a lesson', () => {
  it('the newest fifty stay, each of them', () => {
    expect(thinned(saves(50, 1))).toEqual([]);
    expect(kept(saves(55, 1)).slice(0, 50)).toEqual(saves(55, 1).slice(0, 50));
  });

  it('of those before, the last of each hour stays', () => {
    const versions = saves(600, 1);
    const old = kept(versions).slice(50);
    expect(hoursOf(kept(versions))).toEqual(hoursOf(versions));
    expect(old).toHaveLength(hoursOf(old).size);
    expect(old.every(({ savedAt }) => savedAt.getUTCMinutes() === 59)).toBe(true);
  });

  it('a hundred and fifty stay at most', () => {
    expect(kept(saves(1_000, 60))).toEqual(saves(1_000, 60).slice(0, 150));
  });

  it('8 MB stay at most, and the newest five however large they are', () => {
    expect(kept(saves(50, 1, MB / 2))).toHaveLength(16);
    expect(kept(saves(50, 1, 3 * MB)).map(({ number }) => number)).toEqual([50, 49, 48, 47, 46]);
  });

  it('what stays has stayed when it is asked again, and the newest always does', () => {
    const save = fc.record({ gap: fc.nat(90), bytes: fc.integer({ min: 100, max: 2 * MB }) });
    fc.assert(
      fc.property(fc.array(save, { minLength: 1, maxLength: 300 }), (gaps) => {
        let at = NOW;
        const versions = gaps.map(({ gap, bytes }, i) => {
          at -= gap * MINUTE;
          return { number: gaps.length - i, savedAt: new Date(at), bytes };
        });
        const left = kept(versions);
        expect(left[0]).toEqual(versions[0]);
        expect(kept(left)).toEqual(left);
      }),
    );
  });
});

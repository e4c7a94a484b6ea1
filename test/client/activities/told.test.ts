import { describe, expect, test } from 'vitest';
import { same, startOf, toggled } from '../../../client/activities/poll/picking';
import { startOf as wordsAt } from '../../../client/activities/text/start';
import { onWall, sizeOf } from '../../../client/activities/text/wall';

const view = (several: boolean) => ({
  options: ['a', 'b', 'c'].map((id) => ({ id, name: id, text: null })),
  several,
  scale: false,
});

describe('a choice in a poll', () => {
  test('takes the place of the one before, unless several may be picked', () => {
    expect(toggled(view(false), ['a'], 'b')).toEqual(['b']);
    expect(toggled(view(true), ['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(view(true), ['a', 'b'], 'a')).toEqual(['b']);
  });

  test('is there again after a reload, as far as it fits, else as it was sent', () => {
    expect(startOf(view(true), { picked: ['c', 'z', 'a'] }, null)).toEqual(['a', 'c']);
    expect(startOf(view(false), { picked: ['c', 'a'] }, null)).toEqual(['a']);
    for (const draft of [null, 1, 'a', {}, { picked: 'a' }])
      expect(startOf(view(false), draft, ['b'])).toEqual(['b']);
  });

  test('is the same in whatever order it was tapped', () => {
    expect(same(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(same(['a'], ['a', 'b'])).toBe(false);
    expect(same([], null)).toBe(false);
  });
});

describe('words', () => {
  test('are there again after a reload, else as they were sent', () => {
    expect(wordsAt({ text: 'a mez' }, null)).toBe('a mez');
    for (const draft of [null, 7, {}, { text: 7 }]) expect(wordsAt(draft, 'mandata')).toBe('mandata');
    expect(wordsAt(null, null)).toBe('');
  });

  test('fill a screen as far as they can be read there', () => {
    const short = Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, text: 'breve' }));
    const long = short.map(({ id }) => ({ id, text: 'x'.repeat(200) }));
    expect(onWall(short)).toHaveLength(30);
    expect(onWall(long)).toHaveLength(5);
  });

  test('are larger in a cloud the more answers have them', () => {
    expect(sizeOf(10, 10)).toBe(2.5);
    expect(sizeOf(1, 10)).toBeLessThan(sizeOf(2, 10));
  });
});

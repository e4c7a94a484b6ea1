import { expect, test } from 'vitest';
import { deedOf, keyCaps, type Press } from '../../../client/pages/desk/keys';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('space does the next thing and the arrows move', () => {
  expect(deedOf(press(' '))).toBe('next');
  expect(deedOf(press('ArrowLeft'))).toBe('back');
  expect(deedOf(press('ArrowRight'))).toBe('forward');
});

test('a held space bar does not run through the lesson', () => {
  expect(deedOf(press(' ', { repeat: true }))).toBeNull();
});

test('the browser keeps its own combinations', () => {
  expect(deedOf(press('r', { ctrlKey: true }))).toBeNull();
  expect(deedOf(press('ArrowLeft', { altKey: true }))).toBeNull();
  expect(deedOf(press('f', { metaKey: true }))).toBeNull();
});

test('caps lock changes nothing', () => {
  expect(deedOf(press('F'))).toBe('freeze');
});

test('every key that the help lists does what the help says', () => {
  const written: Record<string, string> = { '→': 'ArrowRight', '←': 'ArrowLeft' };
  for (const { deed, cap } of keyCaps) expect(deedOf(press(written[cap] ?? cap))).toBe(deed);
});

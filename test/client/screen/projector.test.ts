import { expect, test } from 'vitest';
import { asTyped, grouped, keyOf } from '../../../client/pages/screen/key';
import { scaleFor } from '../../../client/pages/screen/scale';

test('at 1280 x 720 the smallest type is 28 px', () => {
  expect(16 * scaleFor(1280, 720)).toBe(28);
});

test('type grows with the window, by its tighter side', () => {
  expect(scaleFor(1920, 1080)).toBe(1.5 * scaleFor(1280, 720));
  expect(scaleFor(1280, 1024)).toBe(scaleFor(1280, 720));
});

test('the key is read from the fragment, and nothing else is one', () => {
  const key = 'a'.repeat(43);
  expect(keyOf(`#key=${key}`)).toBe(key);
  expect([keyOf(''), keyOf('#key=short'), keyOf(`#key=${key}&x=1`)]).toEqual([null, null, null]);
});

test('an address is shown as one has to type it: without http:// a browser tries https, and waits', () => {
  expect(asTyped('http://192.168.1.20:3000/')).toBe('http://192.168.1.20:3000');
  expect(asTyped('https://scuola.example/')).toBe('https://scuola.example');
});

test('a code is shown in two groups of three', () => {
  expect(grouped('482913')).toBe('482\u2009913');
});

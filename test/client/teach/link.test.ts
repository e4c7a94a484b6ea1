import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LARGEST_LESSON } from '#shared/lessons/api';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { fragmentOf, packed, unpacked } from '../../../client/pages/teach/exchange/link';
import { lessons } from '../../support/lessons';

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describe('a lesson in a link', () => {
  test.each(lessons)('is the same when it comes out: $id', (lesson) => {
    const out = unpacked(packed(JSON.stringify(lesson)));
    expect(out.ok && JSON.parse(out.value)).toEqual(lesson);
  });

  test('whatever JSON it is, in whatever script', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        // What is not well-formed has no bytes in UTF-8.
        fc.pre(!/\p{Surrogate}/u.test(json));
        expect(unpacked(packed(json))).toEqual({ ok: true, value: json });
      }),
    );
  });

  test('has only characters that a fragment may have', () => {
    for (const lesson of lessons) expect(packed(JSON.stringify(lesson))).toMatch(/^[\w-]+$/);
  });

  test('of a newer build is told as such', () => {
    expect(unpacked(packed(JSON.stringify({ version: LESSON_VERSION + 1, steps: [] })))).toEqual({
      ok: false,
      error: 'too-new',
    });
  });
});

describe('a link that was not made here', () => {
  test.each([
    '',
    '%',
    'abc',
    'not a link',
    packed('{"version":1}').slice(0, -4),
    base64url(Buffer.from('{}')),
  ])('is broken: %j', (fragment) => {
    expect(unpacked(fragment)).toEqual({ ok: false, error: 'broken' });
  });

  test('is broken if what comes out is no UTF-8, or no JSON', () => {
    for (const bytes of [Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('{"version":')])
      expect(unpacked(base64url(deflateRawSync(bytes)))).toEqual({ ok: false, error: 'broken' });
  });

  test('never crashes, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const out = unpacked(base64url(bytes));
        if (out.ok) expect(() => void JSON.parse(out.value)).not.toThrow();
        else expect(['broken', 'too-large', 'too-new']).toContain(out.error);
      }),
    );
  });

  test('is left closed if it swells beyond a lesson, long before all of it is out', () => {
    const bomb = base64url(deflateRawSync(new Uint8Array(300 * LARGEST_LESSON), { level: 9 }));
    expect(bomb.length).toBeLessThan(500_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(unpacked(bomb)).toEqual({ ok: false, error: 'too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * LARGEST_LESSON);
  });

  test('may be as large as a lesson, and no larger', () => {
    const json = (size: number) => JSON.stringify('a'.repeat(size - 2));
    expect(unpacked(packed(json(LARGEST_LESSON))).ok).toBe(true);
    expect(unpacked(packed(json(LARGEST_LESSON + 1)))).toEqual({ ok: false, error: 'too-large' });
  });
});

test.each([
  ['http://10.0.0.7:3000/lessons/import#abc', 'abc'],
  ['Guarda: https://scuola.example/lessons/import#abc-_9 grazie', 'abc-_9'],
  ['http://10.0.0.7:3000/lessons/import#', ''],
  ['::Domanda:: quanto fa?', null],
])('of %j the fragment is %j', (pasted, fragment) => {
  expect(fragmentOf(pasted)).toBe(fragment);
});

import * as v from 'valibot';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poll } from '#shared/activities/poll/index';
import { config as slideConfig, LONGEST_PICTURE } from '#shared/activities/slide/config';
import { slide } from '#shared/activities/slide/index';
import { cloudOf } from '#shared/activities/text/cloud';
import { check } from '#shared/activities/text/clean';
import { lengthOf } from '#shared/activities/text/length';
import { addToSummary, emptySummary, MOST } from '#shared/activities/text/view';
import { derive } from '#shared/rng';
import { cleanedWords } from '#shared/writing/cleaned';
import { activityOf } from '../../support/bound';
import { SEED } from '../../support/session';

const plain = { lines: [], picture: null, link: null, tap: false, lookUp: false };
const takes = (over: object) => v.is(slideConfig, { ...plain, ...over });
const image = (data: string) => takes({ picture: { shows: 'image', data, alt: { en: 'a picture' } } });
const address = (to: string) => takes({ link: { address: to, to: { en: 'there' } } });

describe('a slide', () => {
  test('takes pictures of three types whose first bytes are theirs, and nothing that can run', () => {
    expect(image('data:image/png;base64,iVBORw0KGgoAAAA=')).toBe(true);
    expect(image('data:image/jpeg;base64,/9j/4AAQ')).toBe(true);
    expect(image('data:image/webp;base64,UklGRhIA')).toBe(true);
    for (const data of [
      'data:image/svg+xml;base64,PHN2Zz4=',
      'data:image/svg+xml,<svg onload="alert(1)"/>',
      'data:image/png;base64,PHN2Zz4=',
      'data:text/html;base64,iVBORw0KGgo=',
      'data:image/png;base64,iVBORw0KGgo"><script>',
      'https://example.org/a.png',
      `data:image/png;base64,iVBORw0KGgo${'A'.repeat(LONGEST_PICTURE)}`,
    ])
      expect(image(data)).toBe(false);
  });

  test('needs words for a picture', () => {
    expect(takes({ picture: { shows: 'image', data: 'data:image/jpeg;base64,/9j/4AAQ' } })).toBe(false);
  });

  test('links to http and https alone, to a host in plain letters', () => {
    for (const to of ['https://example.org', 'http://10.0.0.1:8080/a?b=c#d', 'https://a-b.example.org/~x/@y'])
      expect(address(to)).toBe(true);
    for (const to of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      '//example.org',
      'https://user:secret@example.org',
      'https://exаmple.org',
      'https://example.org/a b',
      `https://example.org/${'a'.repeat(200)}`,
    ])
      expect(address(to)).toBe(false);
  });

  test('gives phones the words of a picture in its place, and only where there is one a view of their own', () => {
    const alt = { en: 'a picture' };
    const data = 'data:image/jpeg;base64,/9j/4AAQ';
    const bound = slide.bind({ ...plain, picture: { shows: 'image', data, alt } });
    if (!bound.ok) throw new Error(bound.error);
    expect(bound.value.personal).toBe(true);
    expect(bound.value.view(SEED)).toMatchObject({ picture: { shows: 'elsewhere', alt } });
    expect(JSON.stringify(bound.value.view(null))).toContain(data);
    expect(slide.bind(plain)).toMatchObject({ ok: true, value: { personal: false } });
  });
});

describe('a poll', () => {
  test('shows its bars while it is open only where its configuration says so', () => {
    const config = { asks: 'scale', low: { en: 'no' }, high: { en: 'yes' }, marks: 5 };
    for (const live of [true, false])
      expect(poll.bind({ ...config, live })).toMatchObject({ value: { answers: { livePicture: live } } });
  });

  test('is not graded, and has no right answer to reveal', () => {
    expect(activityOf('poll').grades).toBeUndefined();
    expect(
      poll.reveal({ asks: 'scale', low: {}, high: {}, marks: 3, live: false }, { secret: SEED }),
    ).toBeNull();
  });
});

describe('words that somebody typed', () => {
  test.each([
    ['  due \n\n righe\t ', 'due righe'],
    ['invi\u200Bsi\u00ADbi\u2060le', 'invisibile'],
    ['a\u202Eb\u2066c', 'abc'],
    ['e\u0301', 'é'],
    [`z${'\u0335'.repeat(40)}a`, `z${'\u0335'.repeat(4)}a`],
    [
      'bello 👩‍💻 ❤️ 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      'bello 👩‍💻 ❤️ 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    ],
    ['\u2800\u3164\u200B', ''],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['שלום', 'שלום'],
  ])('%j are cleaned to %j', (typed, cleaned) => {
    expect(cleanedWords(typed)).toBe(cleaned);
  });

  test('are the same once they are cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = cleanedWords(typed);
        expect(cleanedWords(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are measured clean, and an emoji counts for what it is made of', () => {
    const config = { longest: 10, shows: 'answers' } as const;
    expect(check(config, { text: ` ${'a'.repeat(10)}\u200B ` })).toEqual({
      ok: true,
      value: { text: 'a'.repeat(10) },
    });
    expect(check(config, { text: 'a'.repeat(11) })).toEqual({ ok: false, error: 'out-of-range' });
    expect(lengthOf('🙂')).toBe(1);
  });
});

describe('what a class has written', () => {
  const said = (...texts: string[]) =>
    texts.reduce(
      (summary, text, i) =>
        addToSummary(
          { longest: 60, shows: 'cloud' },
          summary,
          { text },
          {
            seat: derive(SEED, `${i}`),
            secret: SEED,
          },
        ),
      emptySummary(),
    );

  test('a cloud counts each word once in an answer, in any case, and leaves out what any sentence has', () => {
    const { said: all } = said('Il bias è il bias', 'BIAS e pesi', 'i pesi, non il bias');
    expect(cloudOf(all)).toEqual([
      { word: 'bias', count: 3 },
      { word: 'pesi', count: 2 },
    ]);
  });

  test('a picture says how many there are, and holds no more than a frame may', () => {
    const summary = said(...Array.from({ length: 300 }, (_, i) => `risposta ${i}`));
    expect(summary.answers).toBe(300);
    expect(summary.said).toHaveLength(MOST);
  });

  test('what was erased is not there', () => {
    expect(said('', 'una').answers).toBe(1);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ownReview } from '#shared/session/own-review';
import { replay } from '#shared/session/evolve';
import { Reel, type Still } from '#shared/session/replayed';
import { review } from '#shared/session/review';
import { tableKinds, tableOf } from '#shared/session/tables';
import { readEvent, type StoredEvent } from '#shared/session/upcast';
import { verdictNames } from '#shared/session/table-words';
import { inLanguage, locales } from '#shared/text';
import { toCsv } from '../../server/past/csv';

/** A session that a release has recorded on its own server, and what that release then showed of it. */
interface Recording {
  readonly events: readonly StoredEvent[];
  readonly names: readonly { readonly row: string; readonly text: string }[];
  /** The hashes of the tokens whose own reviews were recorded. */
  readonly tokens: readonly string[];
}

/** Where two long texts part, with what stands there in each; null where they are the same. */
function firstDifference(now: string, then: string): { readonly now: string; readonly then: string } | null {
  if (now === then) return null;
  let at = 0;
  while (now[at] === then[at]) at += 1;
  return { now: now.slice(at - 60, at + 60), then: then.slice(at - 60, at + 60) };
}

/** A value in the fields that were shown `then`: a later release may add others, and write them in another order. */
function asThen(now: unknown, then: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(then)) return now.map((one, i) => asThen(one, then[i] ?? null));
  if (!isFields(now) || !isFields(then)) return now;
  const known = Object.entries(then).filter(([key]) => Object.hasOwn(now, key));
  return Object.fromEntries(known.map(([key, part]) => [key, asThen(now[key], part)]));
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where what is shown now parts from what was shown then. */
const changedSince = (then: string, now: unknown) =>
  firstDifference(JSON.stringify(asThen(now, JSON.parse(then))), then);

/**
 * Until 0.1 an open step counted whoever had sent anything in it, a part or a first vote; since then whole answers of the
 * vote that goes on (R124), which are at most as many.
 */
function counting({ view, pulse }: Still, then: string): string {
  if (view.step?.phase !== 'open') return then;
  return then.replace(/"answered":(\d+)/, (_all, before: string) => {
    expect(pulse.answered).toBeLessThanOrEqual(Number(before));
    return `"answered":${pulse.answered}`;
  });
}

const FIXTURES = 'test/fixtures';
const releases = readdirSync(FIXTURES).filter((name) => name.startsWith('release-'));

describe.each(releases)('a session recorded by %s', (release) => {
  const file = (name: string) => readFileSync(`${FIXTURES}/${release}/${name}`);
  const unpacked = (name: string) => gunzipSync(file(`${name}.json.gz`)).toString();
  const { events, names: rows, tokens } = JSON.parse(unpacked('log')) as Recording;
  const log = events.map(readEvent);
  const state = replay(log);
  const texts = new Map(rows.map(({ row, text }) => [row, text]));
  const names = (row: string) => texts.get(row) ?? '';
  /** What has another name today: until 0.1 `perceptron` was three kinds in one. */
  const kindOf = (step: number) => state.lesson.steps[step]?.kind ?? '';
  const today = (text: string) =>
    text.replace(
      /"index":(\d+),("of":\d+,)?"kind":"perceptron"/g,
      (_all, index: string, of = '') => `"index":${index},${of}"kind":"${kindOf(Number(index))}"`,
    );
  const recorded = (name: string) => today(unpacked(name));
  const recordedTable = (name: string) =>
    file(name)
      .toString()
      .replace(
        /;(\d+);([^;]*);perceptron;/g,
        (_all, step: string, title: string) => `;${step};${title};${kindOf(Number(step) - 1)};`,
      )
      // What got no points is not called wrong any more: a race is not.
      .replace(/(?<=;)(wrong|sbagliata)(?=;|\r?$)/gm, (word) =>
        inLanguage(verdictNames.wrong, [word === 'wrong' ? 'en' : 'it']),
      );

  test('is reviewed as it was, byte for byte', () => {
    expect(changedSince(recorded('review'), review(log, names))).toBeNull();
  });

  test('is told to each of its students as it was', () => {
    const own = tokens.map((token) => ownReview(log, state, state.tokens.get(token) ?? '', names));
    expect(changedSince(recorded('own'), own)).toBeNull();
  });

  test('is replayed as it was after each of its events', () => {
    const reel = new Reel(log);
    for (const [seq, still] of JSON.parse(unpacked('stills')) as readonly [number, string][]) {
      const now = reel.at(seq, names);
      expect(changedSince(counting(now, today(still)), now)).toBeNull();
    }
  });

  test.each(tableKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
    'has the table of %s as it was, in the language %s',
    (kind, locale) => {
      const table = toCsv(tableOf(kind, review(log, names), locale));
      expect(firstDifference(table, recordedTable(`${kind}.${locale}.csv`))).toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { review } from '#shared/session/review';
import { inWords, tableKinds, tableOf, type TableKind } from '#shared/session/tables';
import type { Locale } from '#shared/text';
import { toCsv } from '../../server/past/csv';
import { bestNeuron, gate, lessonOf, picks, single, thinNeuron } from '../support/lesson';
import { classOf } from '../support/session';

/** Cleo comes late, Dora's name was erased. */
function past(named: Readonly<Record<string, string>> = {}) {
  const names: Record<string, string> = { 'row-ada': 'Ada', 'row-ben': 'Ben', 'row-cleo': 'Cleo', ...named };
  return review(lesson().log, (row) => names[row] ?? '');
}

function lesson() {
  const room = classOf(lessonOf(single(), gate(), single({ id: 'unplayed' })), ['ada', 'ben', 'dora']);
  room.opened(0).wait(1_999).submit('ada', 0, picks('c'));
  room.submit('dora', 0, picks('a'));
  room.host({ type: 'close', step: 0 });
  room.host({ type: 'reveal', step: 0 });
  room.join('cleo');
  room.opened(1).submit('ada', 1, bestNeuron);
  room.submit('ada', 1, thinNeuron);
  room.submit('cleo', 1, bestNeuron);
  room.host({ type: 'close', step: 1 });
  room.host({ type: 'reveal', step: 1 });
  return room;
}

const table = (kind: TableKind, named?: Readonly<Record<string, string>>) => tableOf(kind, past(named), 'en');

describe('the table of students', () => {
  it('has a row for each, with what they got in each step that was played', () => {
    expect(table('students')).toEqual([
      [
        ...['student', 'name', 'place', 'share of the points one could win (per thousand)'],
        ...['points (points are not grades)', 'right answers'],
        ...['1. title of single: outcome', '1. title of single: points'],
        ...['2. title of gate: outcome', '2. title of gate: points'],
      ],
      ['cleo', 'Cleo', 1, 1_000, 1_000, 1, 'absent', null, 'right', 1_000],
      ['ada', 'Ada', 2, 800, 1_600, 2, 'right', 1_000, 'right', 600],
      ['dora', 'name erased', 3, 0, 0, 0, 'no points', 0, 'no answer', 0],
      ['ben', 'Ben', 3, 0, 0, 0, 'no answer', 0, 'no answer', 0],
    ]);
  });

  it('is there in Italian too', () => {
    expect(tableOf('students', past(), 'it')[0]).toContain('punti (i punti non sono voti)');
  });
});

describe('the table of submissions', () => {
  it('has a row for each that was accepted, also those that did not stand', () => {
    const [header, ...rows] = table('submissions');
    expect(header).toHaveLength(11);
    expect(rows.filter(([student]) => student === 'ada')).toEqual([
      ['ada', 'Ada', 1, 'title of single', 'choice', 1, '{"picked":["c"]}', 100, 'yes', 1_000, 'yes'],
      ['ada', 'Ada', 2, 'title of gate', 'gate', 1, '{"w":[10,10],"b":-15}', 100, 'yes', 1_000, 'no'],
      ['ada', 'Ada', 2, 'title of gate', 'gate', 1, '{"w":[10,10],"b":-20}', 60, 'yes', 600, 'yes'],
    ]);
    expect(rows).toHaveLength(5);
  });

  it('says the answers in the words of their kinds where a person reads it', () => {
    const said = (locale: 'it' | 'en') =>
      tableOf('submissions', past(), locale, inWords(lesson().state, locale))
        .filter(([student]) => student === 'ada')
        .map((row) => row[6]);
    expect(said('en')).toEqual([
      'C: option c',
      'w1 = 1.0; w2 = 1.0; b = \u22121.5',
      'w1 = 1.0; w2 = 1.0; b = \u22122.0',
    ]);
    expect(said('it')[0]).toBe('C: option c (it)');
  });

  it('calls the kinds as the editor does, where a person reads it', () => {
    const kinds = (locale: Locale) =>
      tableOf('submissions', past(), locale, inWords(lesson().state, locale))
        .filter(([student]) => student === 'ada')
        .map((row) => row[4]);
    expect(kinds('it')).toEqual(['Scelta', 'Porta logica', 'Porta logica']);
    expect(kinds('en')).toEqual(['Choice', 'Logic gate', 'Logic gate']);
  });
});

describe('with a clock on the wall', () => {
  const time = (second: number) => ({ year: 2026, month: 11, day: 27, hour: 9, minute: 5, second });
  const clock = { zone: 'Europe/Rome', at: (ms: number) => time(Math.floor(ms / 1_000)) };
  const timed = (kind: TableKind, locale: Locale) => tableOf(kind, past(), locale, undefined, clock);

  it('the table of students says when the session began, and where the clock hangs', () => {
    const [header = [], row = []] = timed('students', 'en');
    expect(header[6]).toBe('start of the session (Europe/Rome)');
    expect(row.slice(5, 8)).toEqual([1, time(0), 'absent']);
    expect(timed('students', 'it')[0]).toContain('inizio della sessione (Europe/Rome)');
  });

  it('the table of submissions says of each when it came', () => {
    const [header = [], ...rows] = timed('submissions', 'en');
    expect(header.slice(4, 7)).toEqual(['kind', 'when (Europe/Rome)', 'seconds from the start']);
    const [first] = rows.filter(([student]) => student === 'ada');
    expect(first?.slice(4, 7)).toEqual(['choice', time(1), 1]);
  });

  it('every row has as many cells as the header', () => {
    for (const kind of tableKinds)
      for (const row of timed(kind, 'it')) expect(row).toHaveLength(timed(kind, 'it')[0]?.length ?? 0);
  });

  it('a time is written as its reader’s language writes it, without a doubt which is the month', () => {
    expect(toCsv([[time(7)]], 'it')).toBe('\uFEFF27/11/2026 09:05:07\r\n');
    expect(toCsv([[time(7)]], 'en')).toBe('\uFEFF2026-11-27 09:05:07\r\n');
  });
});

describe('as CSV', () => {
  const lines = (text: string) => text.split('\r\n');

  it('has commas for who reads English, where Excel knows no other sign, and keeps them apart from those in names', () => {
    const text = toCsv([['Ada, the first', 'points']], 'en');
    expect(text).toBe('\uFEFF"Ada, the first",points\r\n');
  });

  it('begins with the mark of UTF-8, has semicolons, and ends every line as Excel likes it', () => {
    const text = toCsv([
      ['name', 'points'],
      ['Zoë', 3],
    ]);
    expect(text).toBe('\uFEFFname;points\r\nZoë;3\r\n');
  });

  it.each(['=1+1', '+39', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=1\n+1'])(
    'takes the name %j for a name, not for a formula',
    (name) => {
      const cell = toCsv([[name]]).slice(1, -2);
      expect(cell.startsWith(`"'`)).toBe(true);
    },
  );

  it('leaves numbers numbers, below zero too', () => {
    expect(toCsv([[-2, 10, null]])).toBe('\uFEFF-2;10;\r\n');
  });

  it('keeps a name with separators and quotes in one cell', () => {
    expect(lines(toCsv([['a;b"c', 1]]))[0]).toBe('\uFEFF"a;b""c";1');
  });

  it('of a class says what the table says', () => {
    const text = toCsv(table('students', { 'row-ben': '=HYPERLINK("x")' }));
    expect(text).toContain(`ben;"'=HYPERLINK(""x"")";3;0;0;0;no answer;0;no answer;0\r\n`);
  });
});

import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/session/events';
import type { Step } from '#shared/lessons/lesson';
import { common, pulse, rosterRow, type DeskView } from '#shared/session/views';
import { lessonOf, picks, single } from '../support/lesson';
import { allHere, classOf, names, type Classroom } from '../support/session';

const OR = [0, 1, 2, 3, 0, 1, 2, 3];
const line = { w: [10, 10], b: -5 };
const signs = [1, 0, 0, 1];

const inParts = (kind: Step['kind'], config: unknown): Step => single({ id: kind, kind, config });
const lesson = lessonOf(
  inParts('perceptron-rule', { gate: 'or', samples: OR }),
  inParts('descent-cards', {
    cards: [
      { a: 1, eta: 20 },
      { a: 1, eta: 150 },
      { a: 1, eta: 220 },
    ],
    shuffle: false,
  }),
  inParts('xor-proof', { proof: 'xor' }),
  single(),
);

const decided = (count: number) => ({ decisions: OR.slice(0, count).map(() => 'leave') });
const said = (count: number) => ({
  answers: Array.from({ length: count }, (_, card) => ({ card, fate: 'away' })),
});

const answered = ({ state }: Classroom) => pulse(state, allHere).answered;
const rowSays = ({ state }: Classroom, seat: SeatId) => rosterRow(state, seat, names, allHere)?.answered;
const stationSays = ({ state }: Classroom, step: number) =>
  (common(state, 'desk', names) as DeskView).stations[step]?.answers;

describe('who has answered', () => {
  test.each([
    ['the rule: one decision of eight', 0, decided(1), decided(8)],
    ['the cards: two of three', 1, said(2), said(3)],
    ['the proof: its line', 2, { line, signs: null, pairs: null }, null],
    ['the proof: signs without a line', 2, { line: null, signs, pairs: null }, null],
  ])(
    'R124 a part of an open step is not an answer yet, and one once the step is closed: %s',
    (_, step, part, whole) => {
      const room = classOf(lesson, ['ada', 'ben']).opened(step);
      expect(room.submit('ada', step, part)).toEqual(['submitted']);
      if (whole) room.submit('ben', step, whole);
      expect([answered(room), rowSays(room, 'ada'), rowSays(room, 'ben')]).toEqual(
        whole ? [1, false, true] : [0, false, false],
      );
      room.host({ type: 'close', step });
      expect([answered(room), rowSays(room, 'ada'), stationSays(room, step)]).toEqual(
        whole ? [2, true, 2] : [1, true, 1],
      );
      room.host({ type: 'open', step });
      expect(rowSays(room, 'ada')).toBe(false);
    },
  );

  test('R124 in a second vote the first one is not an answer, and stands again after the close', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(3);
    room.submit('ada', 3, picks('a'));
    room.submit('ben', 3, picks('c'));
    expect(answered(room)).toBe(2);
    room.host({ type: 'close', step: 3 });
    room.host({ type: 'vote-again', step: 3 });
    expect([answered(room), rowSays(room, 'ada')]).toEqual([0, false]);
    room.submit('ada', 3, picks('c'));
    expect([answered(room), rowSays(room, 'ada'), rowSays(room, 'ben')]).toEqual([1, true, false]);
    room.host({ type: 'close', step: 3 });
    expect([answered(room), rowSays(room, 'ben')]).toEqual([2, true]);
  });
});

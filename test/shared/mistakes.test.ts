import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownReview } from '#shared/session/own-review';
import { review } from '#shared/session/review';
import type { SeatId } from '#shared/session/events';
import { common, own, pulse } from '#shared/session/views';
import { bestNeuron, gate, lessonOf, picks, several, silentNeuron, thinNeuron } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const orNeuron = { w: [10, 10], b: -5 };
const alwaysNeuron = { w: [10, 10], b: 5 };
const signNeuron = { w: [10, -10], b: -5 };
const inputNeuron = { w: [10, 0], b: -5 };
/** The opposite of OR: wrong, without a name. */
const norNeuron = { w: [-10, -10], b: 5 };

const lesson = lessonOf(gate(), gate());
const shown = (room: Classroom) =>
  (['phone', 'screen', 'desk'] as const).map(
    (role) => common(room.state, role, names).step?.after?.made ?? null,
  );
const counts = (room: Classroom) =>
  common(room.state, 'screen', names).step?.after?.made?.named.map(({ why, count }) => [why.en, count]);

const ALWAYS = 'it always fires, whatever the input';
const IS_OR = 'this is an OR: a single 1 is enough for it';

const option = (id: string, wrong = true) => ({
  ...{ id, text: { en: id } },
  ...(wrong ? { why: { en: `not ${id}` } } : {}),
});

describe('mistakes that have a name', () => {
  test('R95 are as many as the bars beside them count, where one answer holds several', () => {
    const config = {
      options: [option('a'), option('b', false), option('c'), option('d', false)],
      ...{ right: ['b', 'd'], several: true, shuffle: false },
    };
    const room = classOf(lessonOf(several({ config })), ['ada', 'ben', 'cleo']).played(0, {
      ...{ ada: picks('a', 'c'), ben: picks('b', 'c'), cleo: picks('b', 'd') },
    });
    const { picture } = pulse(room.state, { here: () => true, drafts: new Map() });
    expect(picture).toMatchObject({ counts: { a: 1, c: 2 } });
    expect(counts(room)).toEqual([
      ['not c (C)', 2],
      ['not a (A)', 1],
    ]);
    expect(own(room.state, 'ada', names)?.step?.mistakes).toEqual([{ en: 'not a (A)' }, { en: 'not c (C)' }]);
  });

  test('R95 are those of answers that count and are not right', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo', 'dina']).opened(0);
    room.submit('ada', 0, alwaysNeuron);
    room.submit('ada', 0, bestNeuron);
    room.submit('ben', 0, bestNeuron);
    room.submit('ben', 0, orNeuron);
    room.submit('cleo', 0, thinNeuron);
    room.submit('dina', 0, norNeuron);
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'reveal', step: 0 });
    expect(
      [...room.state.steps[0]!.mistakes].flatMap(([seat, made]) => made.map(({ id }) => [seat, id])),
    ).toEqual([['ben', 'is-or']]);
    expect(counts(room)).toEqual([[IS_OR, 1]]);
  });

  test('R95 leave out who was kicked, and come back with them', () => {
    const room = classOf(lesson, ['ada', 'ben']).played(0, { ada: alwaysNeuron, ben: alwaysNeuron });
    expect(shown(room)[0]).toMatchObject({ answered: 2, named: [{ count: 2 }] });
    room.host({ type: 'kick', seat: 'ben' });
    expect(shown(room)[0]).toMatchObject({ answered: 1, named: [{ count: 1 }] });
    room.host({ type: 'readmit', seat: 'ben' });
    expect(shown(room)[0]).toMatchObject({ answered: 2, named: [{ count: 2 }] });
  });

  test('R96 are told to nobody before the reveal, not even to the desk', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, alwaysNeuron);
    for (const phase of ['open', 'closed']) {
      if (phase === 'closed') room.host({ type: 'close', step: 0 });
      expect(shown(room)).toEqual([null, null, null]);
      expect(own(room.state, 'ada', names)?.step?.mistakes).toEqual([]);
      const desk = JSON.stringify(common(room.state, 'desk', names));
      expect(desk + JSON.stringify(pulse(room.state, { here: () => true, drafts: new Map() }))).not.toContain(
        ALWAYS,
      );
      expect(ownReview(room.log, room.state, 'ada', names)?.steps[0]?.mistakes).toEqual([]);
    }
  });

  test('R96 are told at the reveal with their counts, the commonest first and at most three; each seat its own', () => {
    const seats = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const room = classOf(lesson, seats).played(0, {
      ...{ a: orNeuron, b: alwaysNeuron, c: alwaysNeuron, d: alwaysNeuron, e: orNeuron },
      ...{ f: signNeuron, g: inputNeuron, h: bestNeuron },
    });
    expect(shown(room).map((one) => one?.answered)).toEqual([8, 8, 8]);
    expect(counts(room)).toEqual([
      [ALWAYS, 3],
      [IS_OR, 2],
      ['it looks at one of the two inputs only', 1],
    ]);
    const mine = (seat: SeatId) => own(room.state, seat, names)?.step?.mistakes[0]?.en ?? null;
    expect([mine('a'), mine('b'), mine('h')]).toEqual([IS_OR, ALWAYS, null]);
    expect(ownReview(room.log, room.state, 'a', names)?.steps[0]?.mistakes[0]?.en).toBe(IS_OR);
  });

  test('R96 that nobody made are none, and the next step begins without any', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: bestNeuron });
    expect(shown(room)[0]).toEqual({ answered: 1, named: [] });
    expect(shown(room.opened(1))).toEqual([null, null, null]);
  });

  test('R97 are all in the review, with everybody who made them', () => {
    const room = classOf(lesson, ['a', 'b', 'c', 'd', 'e', 'f']).played(0, {
      ...{ a: orNeuron, b: alwaysNeuron, c: alwaysNeuron, d: signNeuron, e: inputNeuron, f: silentNeuron },
    });
    room.host({ type: 'kick', seat: 'c' });
    const made = review(room.log, names).steps[0]!.mistakes.map(({ id, seats }) => [id, seats]);
    expect(made).toEqual([
      ['always', ['b']],
      ['is-or', ['a']],
      ['never', ['f']],
      ['one-input', ['e']],
      ['sign', ['d']],
    ]);
  });
});

const neurons = [
  bestNeuron,
  thinNeuron,
  orNeuron,
  alwaysNeuron,
  signNeuron,
  inputNeuron,
  norNeuron,
  silentNeuron,
];
const deed = fc.record({ neuron: fc.constantFrom(...neurons), kicked: fc.boolean() });

test('R95 counts add up: each seat that is wrong is in one group or in none, whatever the order of the log', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), fc.integer(), (deeds, turn) => {
      const seats = deeds.map((_, i) => `seat-${String(i).padStart(2, '0')}`);
      const told = (order: readonly number[]) => {
        const room = classOf(
          lesson,
          order.map((i) => seats[i]!),
        );
        room.played(0, Object.fromEntries(order.map((i) => [seats[i]!, deeds[i]!.neuron])));
        for (const i of order) if (deeds[i]!.kicked) room.host({ type: 'kick', seat: seats[i]! });
        return review(room.log, names);
      };
      const order = deeds.map((_, i) => i);
      const first = told(order).steps[0]!;
      const made = first.mistakes.flatMap((one) => one.seats);
      expect(new Set(made).size).toBe(made.length);
      expect(made.length).toBeLessThanOrEqual(first.answered - first.right);
      for (const seat of made) {
        const { neuron, kicked } = deeds[seats.indexOf(seat)]!;
        expect([kicked, neuron === bestNeuron, neuron === thinNeuron, neuron === norNeuron]).toEqual(
          Array(4).fill(false),
        );
      }
      const by = deeds.length === 0 ? 0 : Math.abs(turn) % deeds.length;
      const turned = told([...order.slice(by), ...order.slice(0, by)]);
      expect(turned.steps[0]?.mistakes).toEqual(first.mistakes);
    }),
    { numRuns: 200 },
  );
});

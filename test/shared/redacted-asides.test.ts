import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import { openStep, stepOnStage } from '#shared/session/state';
import { common, own, pulse } from '#shared/session/views';
import { everyKind } from '../support/every-kind';
import { moves, play, SEATS, type Move } from '../support/moves';
import { Classroom, names } from '../support/session';

const RUNS = 400;

const both = (words: string) => ({ it: words, en: words });

/** Every kind once more, and each of its hints says which it is. */
const hinted: Lesson = {
  ...everyKind,
  steps: everyKind.steps.map((step, i) => ({
    ...step,
    hints: [{ text: both(`hint ${i}/1 `) }, { text: both(`hint ${i}/2 `), after: 20 }],
  })),
};

/** What leaves the server for everybody but the desk, as text. */
const forTheClass = ({ state, here }: Classroom): string =>
  JSON.stringify([
    common(state, 'phone', names),
    common(state, 'screen', names),
    SEATS.map((seat) => own(state, seat, names)),
    pulse(state, { here: (seat) => here.has(seat), drafts: new Map() }),
  ]);

/** The hints in a text, each as its step and its number. */
const hintsIn = (text: string): readonly (readonly [step: number, hint: number])[] =>
  [...text.matchAll(/hint (\d+)\/(\d) /g)].map(([, step, hint]) => [Number(step), Number(hint)]);

/** Each kind as often as any other, however many configurations it has. */
const anyStep = fc
  .constantFrom(...new Set(everyKind.steps.map(({ kind }) => kind)))
  .chain((kind) =>
    fc.constantFrom(...[...everyKind.steps.keys()].filter((step) => everyKind.steps[step]?.kind === kind)),
  );

/** Somebody opens the step on stage and gives one hint after the other, as the rest of a script goes on. */
const giving: fc.Arbitrary<readonly Move[]> = fc
  .tuple(anyStep, fc.integer({ min: 0, max: 3 }), moves)
  .map(([step, given, script]): readonly Move[] => [
    ...SEATS.map((seat) => ({ do: 'join', seat }) as const),
    { do: 'go', to: { at: 'step', step } },
    { do: 'host', command: { type: 'open', step } },
    ...script.slice(0, 5),
    ...[1, 2, 3]
      .slice(0, given)
      .map((hint) => ({ do: 'host', command: { type: 'give-hint', step, hint } }) as const),
    ...script.slice(5),
  ]);

test('a hint is in a frame of phones, projector and students once it was given, on its own step, and not before', () => {
  const seen = { shown: 0, next: 0, kinds: new Set<string>() };
  fc.assert(
    fc.property(giving, (script) => {
      const room = new Classroom(hinted);
      let before = -1;
      for (const move of script) {
        play(room, move);
        if (room.state.seq === before) continue;
        before = room.state.seq;
        const { state } = room;
        const onStage = new Set([
          stepOnStage(state)?.index,
          'step' in state.onPhones ? state.onPhones.step : null,
        ]);
        for (const [step, hint] of hintsIn(forTheClass(room))) {
          expect(hint).toBeLessThanOrEqual(state.steps[step]?.hints ?? 0);
          expect(onStage).toContain(step);
          seen.shown += 1;
          seen.kinds.add(hinted.steps[step]?.kind ?? '');
        }
        // The desk knows one more: the next one.
        const desk = hintsIn(JSON.stringify(common(state, 'desk', names)));
        for (const [step, hint] of desk)
          expect(hint).toBeLessThanOrEqual((state.steps[step]?.hints ?? 0) + 1);
        if (desk.length > 0) seen.next += 1;
      }
    }),
    { numRuns: RUNS, seed: 10 },
  );
  expect([seen.shown > RUNS, seen.next > RUNS]).toEqual([true, true]);
  const answered = new Set(hinted.steps.map(({ kind }) => kind).filter((kind) => kind !== 'slide'));
  expect(seen.kinds).toEqual(answered);
});

/** A step waits while everybody says what they expect; then a lesson goes on. */
const foreseeing: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    anyStep,
    fc.array(fc.tuple(fc.constantFrom(...SEATS), fc.nat({ max: 5 })), { minLength: 4, maxLength: 8 }),
    moves,
  )
  .map(([step, said, script]): readonly Move[] => [
    ...SEATS.map((seat) => ({ do: 'join', seat }) as const),
    { do: 'go', to: { at: 'step', step } },
    ...said.map(([seat, which]) => ({ do: 'predict', seat, which }) as const),
    ...script,
  ]);

test('what others expect changes nothing before the reveal, neither on projector and desk nor on a phone: their number is all', () => {
  const seen = { foreseen: 0, open: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...SEATS), foreseeing, (me, script) => {
      const one = new Classroom(everyKind);
      const two = new Classroom(everyKind);
      for (const move of script) {
        play(one, move);
        play(two, move, (seat) => (move.do === 'predict' && seat !== me ? toOther(move.which) : 0));
        if (stepOnStage(one.state)?.step.phase === 'revealed') return;
        expect(frames(two, me)).toBe(frames(one, me));
        if (move.do === 'predict') seen.foreseen += 1;
        if ((openStep(one.state)?.step.predictions.size ?? 0) > 0) seen.open += 1;
      }
    }),
    { numRuns: RUNS, seed: 11 },
  );
  expect([seen.foreseen > RUNS, seen.open > RUNS]).toEqual([true, true]);
});

/** From one of the two options that are there to the other one; what is none stays none. */
const toOther = (which: number): number => [1, 2, 0][which % 3] ?? 0;

const frames = ({ state, here }: Classroom, me: string): string =>
  JSON.stringify([
    ...(['phone', 'screen', 'desk'] as const).map((role) => common(state, role, names)),
    own(state, me, names),
    pulse(state, { here: (seat) => here.has(seat), drafts: new Map() }),
  ]);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import { derive } from '#shared/rng';
import type { Pace, SeatId } from '#shared/session/events';
import { openStep, stepOnStage } from '#shared/session/state';
import { isOver } from '#shared/session/conductor/time';
import { common, own, pulse } from '#shared/session/views';
import type { PhoneView } from '#shared/session/views/types';
import { activityOf } from '../support/bound';
import { anyStep, everyKind, withOtherSecrets } from '../support/every-kind';
import { moves, play, SEATS, stayingOpen, ticketOf, type Move } from '../support/moves';
import { Classroom, names, SEED, tokenOf } from '../support/session';

const RUNS = 1_000;

/** Everything that leaves the server for phones and projector, as bytes; `seats`: whose own views. */
const framesOf = (room: Classroom, seats = SEATS): string =>
  JSON.stringify({
    phone: common(room.state, 'phone', names),
    screen: common(room.state, 'screen', names),
    own: seats.map((seat) => own(room.state, seat, names)),
    pulse: pulse(room.state, { here: (seat) => room.here.has(seat), drafts: new Map() }),
  });

/** Where a step of a kind can be on stage: one that nobody answers is shown at once. */
const phasesOf = (kind: ActivityKind): readonly string[] =>
  'answers' in activityOf(kind) ? ['waiting', 'open', 'closed', 'revealed'] : ['shown'];

/** The same session, but the seed of the step's hidden data is another one. */
function withOtherSecret(room: Classroom, step: number): Classroom {
  const held = room.state.steps[step]!;
  room.state.steps[step] = { ...held, secret: derive(SEED, 'another secret') };
  return room;
}

/** What the views are made of: as long as it stays the same, so do they. */
const told = ({ state, here }: Classroom): string => [state.seq, ...here].join(' ');

const phaseOnStage = (room: Classroom) => {
  const current = stepOnStage(room.state);
  return current ? `${current.step.activity.kind} ${current.step.phase}` : '';
};

test('before its reveal nothing that is secret in a step changes a byte of what phones and projector get', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyStep, moves, (secretStep, script) => {
      const one = new Classroom(everyKind);
      const two = withOtherSecret(new Classroom(withOtherSecrets(everyKind, secretStep)), secretStep);
      for (const move of script) {
        const before = [one, two].map(told);
        play(one, move);
        play(two, move);
        seen.add(phaseOnStage(one));
        if (one.state.steps[secretStep]?.phase === 'revealed') return;
        // Most moves are refused.
        if ([one, two].every((room, i) => told(room) === before[i])) continue;
        expect(framesOf(two)).toBe(framesOf(one));
      }
    }),
    { numRuns: RUNS, seed: 5 },
  );
  for (const kind of activityKinds)
    for (const phase of phasesOf(kind)) expect(seen).toContain(`${kind} ${phase}`);
});

test("what the others submit changes nothing on a phone but the board and, at the reveal, the class's mistakes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SEATS), moves, (me, script) => {
      const one = new Classroom(everyKind);
      const two = new Classroom(everyKind);
      const others = (seat: SeatId) => (seat === me ? 0 : 1);
      for (const move of script) {
        const before = [one, two].map(told);
        play(one, move);
        play(two, move, others);
        if ([one, two].every((room, i) => told(room) === before[i])) continue;
        expect(phoneOf(two, me)).toBe(phoneOf(one, me));
      }
    }),
    { numRuns: RUNS, seed: 6 },
  );
});

const timeIsOver = ({ state, at }: Classroom): boolean => {
  const countdown = openStep(state)?.step.countdown;
  return !!countdown && isOver(countdown, at);
};

test('what the teacher sets for others changes nothing on phones and projector until the class has no time left', () => {
  let paced = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SEATS), moves, (me, script) => {
      const one = new Classroom(everyKind);
      const two = new Classroom(everyKind);
      for (const move of script) {
        const before = [one, two].map(told);
        play(one, move);
        if (forAnother(move, me)) paced += 1;
        else play(two, move);
        if (timeIsOver(one)) return;
        if ([one, two].every((room, i) => told(room) === before[i])) continue;
        expect(framesOf(two, [me])).toBe(framesOf(one, [me]));
      }
    }),
    { numRuns: RUNS, seed: 8 },
  );
  expect(paced).toBeGreaterThan(RUNS / 4);
});

const forAnother = (move: Move, me: SeatId) =>
  move.do === 'host' && move.command.type === 'pace' && move.command.seat !== me;

test('while a step stays open for others, their time changes no byte of what everybody else gets', () => {
  let open = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SEATS), pace, fc.nat({ max: 12 }), moves, (me, other, more, script) => {
      const room = new Classroom(everyKind);
      for (const move of [...stayingOpen, ...script.slice(0, more)]) play(room, move);
      if (openStep(room.state)?.step.waits) open += 1;
      const before = framesOf(room, [me]);
      for (const seat of room.state.seats.values()) if (seat.id !== me) seat.pace = other;
      for (const step of room.state.steps) step.waits = null;
      expect(framesOf(room, [me])).toBe(before);
    }),
    { numRuns: RUNS, seed: 9 },
  );
  expect(open).toBeGreaterThan(RUNS / 4);
});

const pace = fc.constantFrom<Pace>(10, 13, 20, null);

/** What one phone gets, without the board, the place on it, and what a revealed step says of the class. */
function phoneOf(room: Classroom, me: SeatId): string {
  const { top: _top, rest: _rest, step, ...rest } = common(room.state, 'phone', names) as PhoneView;
  const prediction = step?.prediction && { ...step.prediction, told: null };
  const shared = {
    ...rest,
    step: step?.after ? { ...step, prediction, after: { ...step.after, made: null } } : step,
  };
  const { place: _place, ...mine } = own(room.state, me, names) ?? { place: null };
  return JSON.stringify({ shared, mine });
}

const secretsOf = (room: Classroom): readonly string[] => [
  room.state.seed,
  ...room.state.steps.map(({ secret }) => secret),
  ...SEATS.map(tokenOf),
  ...[0, 1, 2, 3, 4, 5].map(ticketOf),
  'row-',
];

/** Without names: a test's names are made of their rows. */
const nameless = () => 'somebody';

test('no token, ticket, seed or row of a name is ever in a frame, not even of the desk', () => {
  /** Each different frame once. */
  const everything = (room: Classroom, script: readonly Move[]) => {
    const frames = new Set<string>();
    let before = '';
    for (const move of script) {
      play(room, move);
      if (told(room) === before) continue;
      before = told(room);
      for (const role of ['phone', 'screen', 'desk'] as const)
        frames.add(JSON.stringify(common(room.state, role, nameless)));
      for (const seat of SEATS) frames.add(JSON.stringify(own(room.state, seat, nameless)));
    }
    return [...frames].join('\n');
  };
  fc.assert(
    fc.property(moves, (script) => {
      const room = new Classroom(everyKind);
      const sent = everything(room, script);
      expect(secretsOf(room).filter((secret) => sent.includes(secret))).toEqual([]);
    }),
    { numRuns: RUNS, seed: 7 },
  );
});

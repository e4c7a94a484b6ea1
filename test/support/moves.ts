import fc from 'fast-check';
import { nextAction } from '#shared/session/conductor/next';
import type { HostCommand } from '#shared/session/commands';
import type { Pace, SeatId, Stage } from '#shared/session/events';
import { pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { pendingClasses, reckonedId } from '#shared/session/together/pending';
import { reckon } from '#shared/training/together/reckon';
import type { ClassSettled } from '#shared/training/together/request';
import { themes } from '#shared/session/look';
import { sureness } from '#shared/session/predictions/prediction';
import type { TrainingResult } from '#shared/training/request';
import { stepOnStage } from '#shared/session/state';
import { locales } from '#shared/text';
import { submissionsTo } from './bound';
import { anyStep, everyKind } from './every-kind';
import { tokenOf, type Classroom } from './session';

export const SEATS: readonly SeatId[] = ['ada-0001', 'ben-0002', 'cleo-003', 'dina-004'];

/** Something that may happen in a lesson; most of it is refused most of the time, which is as it should be. */
export type Move =
  | { readonly do: 'next' | 'deadline' | 'resume' | 'vote' }
  | { readonly do: 'train'; readonly well: boolean }
  | { readonly do: 'host'; readonly command: HostCommand }
  | { readonly do: 'go'; readonly to: Stage }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'join' | 'leave' | 'return'; readonly seat: SeatId }
  | { readonly do: 'take'; readonly ticket: number; readonly token: number }
  | { readonly do: 'submit' | 'tune' | 'predict'; readonly seat: SeatId; readonly which: number };

const seat = fc.constantFrom(...SEATS);
const small = fc.nat({ max: 5 });
/** The first steps more often, so that they get further; and one that does not exist. */
const place = fc.oneof(
  { weight: 3, arbitrary: small },
  { weight: 2, arbitrary: anyStep },
  fc.constant(everyKind.steps.length),
);
const ON_STEP = [
  ...(['open', 'close', 'reveal', 'freeze', 'unfreeze', 'vote-again', 'play-again'] as const),
  ...(['show-picture', 'close-soon'] as const),
] as const;
const onStep = fc.record({ type: fc.constantFrom(...ON_STEP), step: place });

export const ticketOf = (number: number) => `ticket-${number}-of-a-seat`;

const hostCommand: fc.Arbitrary<HostCommand> = fc.oneof(
  { weight: 3, arbitrary: onStep },
  fc.record({ type: fc.constant('give-hint' as const), step: place, hint: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('extend' as const), step: place, by: fc.constantFrom(1_000, 9_000, 7) }),
  fc.record({ type: fc.constant('show-half' as const), step: place, shown: fc.boolean() }),
  fc.record({ type: fc.constant('show-board' as const), shown: fc.boolean() }),
  fc.record({ type: fc.constant('darken' as const), dark: fc.boolean() }),
  fc.record({ type: fc.constant('call-eyes' as const), up: fc.boolean() }),
  fc.record({ type: fc.constant('set-path' as const), short: fc.boolean() }),
  fc.record({
    type: fc.constant('set-look' as const),
    look: fc.record({
      language: fc.constantFrom(...locales),
      theme: fc.constantFrom(...themes),
      follows: fc.boolean(),
    }),
  }),
  fc.record({ type: fc.constantFrom('lock' as const, 'unlock' as const, 'undo-end' as const) }),
  fc.record({ type: fc.constantFrom('kick' as const, 'readmit' as const), seat }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('pace' as const),
      seat,
      pace: fc.constantFrom<Pace>(10, 13, 20, null),
    }),
  },
  fc.record({ type: fc.constant('rename' as const), seat, name: fc.constantFrom('row-x', 'row-y') }),
  fc.record({ type: fc.constant('issue-ticket' as const), seat, ticket: small.map(ticketOf) }),
);

const stage: fc.Arbitrary<Stage> = fc.oneof(
  fc.record({ at: fc.constantFrom('step' as const, 'board' as const), step: place }),
  fc.record({ at: fc.constantFrom('lobby' as const, 'podium' as const) }),
);

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ do: 'next' } as const) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('submit' as const), seat, which: fc.nat({ max: 20 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tune' as const), seat, which: fc.nat({ max: 20 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'leave' as const, 'return' as const), seat }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('predict' as const), seat, which: fc.nat({ max: 5 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('host' as const), command: hostCommand }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('go' as const), to: stage }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 400, 9_000, 30_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('take' as const), ticket: small, token: fc.nat({ max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('train' as const), well: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('deadline' as const, 'resume' as const, 'vote' as const) }),
  },
);

export const moves = fc.array(move, { minLength: 20, maxLength: 60, size: 'max' });

const give = (to: SeatId, pace: Pace): Move => ({ do: 'host', command: { type: 'pace', seat: to, pace } });

/** The way to a step that stays open for two seats with more time. */
export const stayingOpen: readonly Move[] = [
  ...SEATS.map((seat) => ({ do: 'join', seat }) as const),
  ...[give('ben-0002', 20), give('cleo-003', null)],
  ...([{ do: 'next' }, { do: 'next' }, { do: 'wait', ms: 30_000 }, { do: 'deadline' }] as const),
];

/** Submissions that fit the step on stage: those of its kind's own examples that it accepts. */
export function fitting(room: Classroom): readonly unknown[] {
  const current = stepOnStage(room.state);
  const kind = current && room.state.lesson.steps[current.index]?.kind;
  if (!current || !kind) return [];
  return submissionsTo(kind).filter(
    (submission) => current.step.activity.answers?.parse(submission, null).ok === true,
  );
}

/** What came out of some training; the rules do not look into it. */
const cameOut: TrainingResult = {
  ...{ core: 'none', open: 0.75, hidden: 0.87654321, diverged: 0, losses: [[0.7, 0.3]], weights: [] },
};

/** Does a move; `shift` lets `shifted` seats say something else instead. */
export function play(room: Classroom, what: Move, shift: (seat: SeatId) => number = () => 0): void {
  const step = stepOnStage(room.state)?.index ?? 0;
  switch (what.do) {
    case 'next': {
      const next = nextAction(room.state);
      if (next) room.host(next);
      return;
    }
    case 'host':
      room.host(what.command);
      return;
    case 'go':
      room.go(what.to);
      return;
    case 'wait':
      room.wait(what.ms);
      return;
    case 'deadline':
      room.server({ type: 'deadline', step });
      return;
    case 'vote':
      room.host({ type: 'vote-again', step });
      return;
    case 'train':
      for (const { step: of, job } of pendingJobs(room.state))
        room.server({ type: 'result', step: of, job, result: what.well ? cameOut : null }, resultId(of, job));
      for (const { step: of, run, request } of pendingClasses(room.state)) {
        const result = what.well ? (reckon(request()) as ClassSettled) : null;
        room.server({ type: 'reckoned', step: of, run, result }, reckonedId(of, run));
      }
      return;
    case 'resume':
      room.server({ type: 'resume' });
      return;
    case 'join':
      room.join(what.seat);
      return;
    case 'leave':
      room.here.delete(what.seat);
      return;
    case 'return':
      if (room.state.seats.has(what.seat)) room.here.add(what.seat);
      return;
    case 'take':
      room.takeSeat(ticketOf(what.ticket), tokenOf(SEATS[what.token] ?? 'tablet'));
      return;
    case 'submit': {
      const choices = fitting(room);
      room.submit(what.seat, step, choices[(what.which + shift(what.seat)) % choices.length]);
      return;
    }
    case 'predict': {
      const option = ['one', 'two', 'three'][(what.which + shift(what.seat)) % 3] ?? 'one';
      const sure = sureness[what.which % sureness.length] ?? 'guess';
      room.send({ role: 'seat', seat: what.seat, command: { type: 'predict', step, option, sure } });
      return;
    }
    case 'tune': {
      const choices = fitting(room);
      const before = room.held?.step === step ? room.held.drafts : [];
      const draft = choices[(what.which + shift(what.seat)) % choices.length];
      room.held = { step, drafts: new Map([...before, [what.seat, draft]]) };
      return;
    }
  }
}

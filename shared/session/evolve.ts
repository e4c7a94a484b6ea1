import type { BoundActivity } from '../activities/bound';
import { bindStep } from '../activities/registry';
import type { Step } from '../lessons/lesson';
import { derive, type Seed } from '../rng';
import { nothingWritten } from '../words';
import { noteShown, rank, ranksIn } from './board';
import type { Handler, Handlers } from './handlers';
import { seatHandlers } from './seats/evolve';
import { closingSoon, given, onCountdown, opened, restarted, shown } from './conductor/evolve';
import { hidesVotesIn } from './conductor/votes';
import { returnFrom } from './conductor/look-back';
import { failed, finished, trying } from './ledger/evolve';
import { askedToRead, hasRead, readNoMore } from './ledger/reading';
import { mistakesIn } from './ledger/mistakes';
import type { EventType, LoggedEvent, PhoneStage, Stage } from './events';
import {
  outcomeOf,
  sentByOf,
  stepAt,
  submissionOf,
  type Answer,
  type SessionState,
  type StepState,
} from './state';
import { frozen, unfrozen } from './conductor/time';
import { hinted } from './hints/evolve';
import { askedIn } from './predictions/asked';
import { predicted } from './predictions/evolve';
import { nothingReckoned } from './together/reckoned';
import { reckoned, toReckon, toTuneAgain } from './together/evolve';

/** How a step's activity is found. */
export type Bind = typeof bindStep;

/**
 * The state after the first event of a log. Throws on a lesson that no reader of this version accepts. `bind` is
 * another one only in tests of steps that no kind of today sets.
 */
export function begin(
  { seq, at, version, command, event }: LoggedEvent,
  bind: Bind = bindStep,
): SessionState {
  if (event.type !== 'session-created')
    throw new Error(`a log begins with session-created, not ${event.type}`);
  const { lesson, written = nothingWritten, host, code, seed, limit, wall, rehearsal = false } = event;
  return {
    ...{ lesson, written, host, code, seed, limit, wall, rehearsal, seq, at },
    ranks: ranksIn(version),
    hidesVotes: hidesVotesIn(version),
    locked: false,
    stage: { at: 'lobby' },
    begun: null,
    podiumAt: null,
    ended: null,
    dark: false,
    eyesUp: false,
    short: false,
    returnTo: null,
    look: null,
    onPhones: { at: 'lobby' },
    seats: new Map(),
    tokens: new Map(),
    devices: new Map(),
    moved: new Set(),
    steps: lesson.steps.map((step, index) => stepState(bound(step, bind), secretOf(seed, index))),
    commands: new Set(command === null ? [] : [command]),
    boardShown: true,
    board: [],
    places: new Map(),
    boards: { last: null, before: null },
    beside: new Map(),
  };
}

const secretOf = (seed: Seed, index: number): Seed => derive(seed, `secret/${index}`);

function bound(step: Step, bind: Bind): BoundActivity {
  const activity = bind(step);
  if (!activity.ok) throw new Error(`step ${step.id}: ${activity.error}`);
  return activity.value;
}

function stepState(activity: BoundActivity, secret: Seed, again: number | null = null): StepState {
  return {
    activity,
    secret,
    again,
    phase: 'waiting',
    countdown: null,
    openedAt: null,
    predictions: new Map(),
    hints: 0,
    pictureShown: false,
    waits: null,
    answers: new Map(),
    hidden: new Set(),
    tries: new Map(),
    jobs: new Map(),
    together: nothingReckoned(),
    reading: null,
    vote: 1,
    firstVote: null,
    mistakes: new Map(),
    present: new Set(),
  };
}

const handlers: Handlers<EventType> = {
  'session-created': () => {
    throw new Error('a session is created once');
  },
  'session-resumed': (state, _event, { at }) => {
    for (const step of state.steps) restarted(step, at);
  },
  'session-ended': (state, { why }, { at }) => {
    const { stage, onPhones } = state;
    state.ended = { at, stage, onPhones, why: why ?? null };
    state.stage = { at: 'ended' };
    state.onPhones = { at: 'ended' };
    // Nobody could light it again.
    state.dark = false;
    state.eyesUp = false;
  },
  'end-undone': (state) => {
    if (!state.ended) throw new Error('a session that has not ended cannot be taken up again');
    state.stage = state.ended.stage;
    state.onPhones = state.ended.onPhones;
    state.ended = null;
  },
  'room-locked': (state) => {
    state.locked = true;
  },
  'room-unlocked': (state) => {
    state.locked = false;
  },
  ...seatHandlers,
  'stage-entered': (state, { stage }, { at }) => {
    state.returnTo = returnFrom(state, stage);
    state.stage = stage;
    if (stage.at !== 'lobby') state.begun ??= at;
    if (stage.at === 'podium') state.podiumAt = at;
    if (stage.at === 'step') shown(stepOf(state, stage.step), at, lengthIn(state, stage.step));
    if (concernsPhones(state, stage)) state.onPhones = stage;
    noteShown(state);
  },
  'step-opened': (state, { step: index, reading, total }, { at }) => {
    state.onPhones = { at: 'step', step: index };
    state.eyesUp = false;
    readNoMore(stepOf(state, index));
    opened(stepOf(state, index), at, reading, total);
    toTuneAgain(stepOf(state, index));
  },
  'step-frozen': (state, { step }, { at }) => onCountdown(stepOf(state, step), (c) => frozen(c, at)),
  'step-unfrozen': (state, { step }, { at }) => onCountdown(stepOf(state, step), (c) => unfrozen(c, at)),
  'time-extended': (state, { step, by }, { at }) => {
    given(stepOf(state, step), at, by);
    stepOf(state, step).waits = null;
  },
  'time-over': (state, { step, waits }) => {
    stepOf(state, step).waits = new Set(waits);
  },
  'step-closed': (state, { step: index, present }) => {
    const step = stepOf(state, index);
    step.phase = 'closed';
    step.countdown = null;
    step.waits = null;
    for (const seat of present) step.present.add(seat);
    toReckon(state, step);
  },
  'step-revealed': (state, { step: index }) => {
    const step = stepOf(state, index);
    step.phase = 'revealed';
    step.mistakes = mistakesIn(state, index);
    rank(state);
  },
  submitted: (state, event, { seq }) => {
    const step = stepOf(state, event.step);
    const { seat, job } = event;
    const submission = submissionOf(step, event);
    const answer: Answer = {
      ...{ seq, submission, job, vote: step.vote, sentBy: sentByOf(event) },
      ...outcomeOf(event),
    };
    step.answers.set(seat, answer);
    step.present.add(seat);
    if (job) trying(step, seat, answer, job);
  },
  predicted: (state, event) => predicted(stepOf(state, event.step), event),
  'hint-given': (state, event) => hinted(stepOf(state, event.step), event),
  'answer-hidden': (state, { step, seat, hidden }) => {
    const out = stepOf(state, step).hidden;
    if (hidden) out.add(seat);
    else out.delete(seat);
  },
  'job-finished': (state, event) => {
    finished(stepOf(state, event.step), event);
    counted(state, event.step);
  },
  'job-failed': (state, { step: index, job, seats }) => {
    failed(stepOf(state, index), job, seats);
    counted(state, index);
  },
  'class-reckoned': (state, event) => reckoned(stepOf(state, event.step), event),
  'half-shown': (state, { step, shown }) => {
    stepOf(state, step).together.half = shown;
  },
  'reading-asked': (state, event) => askedToRead(stepOf(state, event.step), event),
  'reading-done': (state, event) => hasRead(stepOf(state, event.step), event),
  'voting-again': (state, { step: index, total }, { at }) => {
    const step = stepOf(state, index);
    readNoMore(step);
    step.firstVote = new Map(step.answers);
    step.vote = 2;
    opened(step, at, 0, total);
  },
  'step-added': (state, { step: again }) => {
    const { lesson, seed, steps } = state;
    const played = lesson.steps[again];
    if (!played) throw new Error(`no step ${again}`);
    // Its answer has been shown: it is played to learn, not for the board.
    state.lesson = { ...lesson, steps: [...lesson.steps, { ...played, points: 0 }] };
    steps.push(stepState(stepOf(state, again).activity, secretOf(seed, steps.length), again));
  },
  'board-shown': (state, { shown }) => {
    state.boardShown = shown;
    noteShown(state);
  },
  'screen-darkened': (state, { dark }) => {
    state.dark = dark;
  },
  'look-set': (state, { look }) => {
    state.look = look;
  },
  'picture-shown': (state, { step }) => {
    stepOf(state, step).pictureShown = true;
  },
  'closing-soon': (state, { step, in: left }, { at }) => closingSoon(stepOf(state, step), at, left),
  'eyes-called': (state, { up }) => {
    state.eyesUp = up;
  },
  'path-set': (state, { short }) => {
    state.short = short;
  },
};

/** What a step's countdown takes, ms; null: it has none. */
function lengthIn({ lesson }: SessionState, index: number): number | null {
  const seconds = lesson.steps[index]?.seconds ?? null;
  return seconds === null ? null : seconds * 1_000;
}

/** Once a step is revealed only what a readmitted seat has sent is still trained: then it counts too. */
function counted(state: SessionState, index: number): void {
  const step = stepOf(state, index);
  if (step.phase !== 'revealed') return;
  step.mistakes = mistakesIn(state, index);
  rank(state);
}

/**
 * A step that still waits and a board are for the projector: phones stay with what they have, unless they are asked what
 * they expect, or have nothing but a slide that is over.
 */
const concernsPhones = (state: SessionState, stage: Stage): stage is PhoneStage =>
  stage.at !== 'board' &&
  (stage.at !== 'step' ||
    stepOf(state, stage.step).phase !== 'waiting' ||
    askedIn(state, stage.step) !== null ||
    stepAt(state, state.onPhones)?.step.phase === 'shown');

/** Applies one event to a state that the caller owns; returns the same state, changed in place. */
export function evolve(state: SessionState, record: LoggedEvent): SessionState {
  const handle = handlers[record.event.type] as Handler<EventType>;
  handle(state, record.event, record);
  state.seq = record.seq;
  state.at = record.at;
  if (record.command !== null) state.commands.add(record.command);
  return state;
}

/** The state after a whole log. */
export function replay(log: readonly LoggedEvent[]): SessionState {
  const [first, ...rest] = log;
  if (!first) throw new Error('an empty log has no state');
  return rest.reduce(evolve, begin(first));
}

function stepOf(state: SessionState, index: number): StepState {
  const step = state.steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step;
}

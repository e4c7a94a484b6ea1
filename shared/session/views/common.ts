import { countedSteps } from '../board';
import { following, nextAction } from '../conductor/next';
import { mayVoteAgain, whyNoVote } from '../conductor/votes';
import { nextHint } from '../hints/hint';
import { undoUntil } from '../decide/end';
import { hiddenIn } from '../decide/hide-answer';
import type { Stage } from '../events';
import { answeredIn, lengthOf, stepAt, stepOnStage, type Numbered, type SessionState } from '../state';
import { activityOnPhones, activityView, afterView, stepView } from './step';
import { boardGains } from './gains';
import { hiddenPicture, hidesPictureOnStage } from './pulse';
import { boardOnPhones, boardOnStage } from './top';
import { classWork } from './work';
import type { DeskView, Names, PhoneView, Role, ScreenView, Station } from './types';

/** What all of one role are shown. Computed and encoded once for the whole room. */
export function common(state: SessionState, role: Role, names: Names): PhoneView | ScreenView | DeskView {
  switch (role) {
    case 'phone':
      return phone(state, names);
    case 'screen':
      return screen(state, names);
    case 'desk':
      return desk(state, names);
  }
}

const everybody = (state: SessionState, stage: Stage) => ({
  title: state.lesson.title,
  step: stepView(state, stage),
  counted: countedSteps(state),
  podiumAt: state.podiumAt,
});

function phone(state: SessionState, names: Names): PhoneView {
  const stage = state.onPhones;
  const last = stage.at === 'lobby' ? -1 : (placeOf(stepAt(state, stage)) ?? lengthOf(state));
  const next = following(state, last);
  return {
    ...everybody(state, stage),
    stage,
    eyesUp: state.eyesUp,
    activity: activityOnPhones(state),
    ...boardOnPhones(state, names),
    nextKind: next < lengthOf(state) ? (state.lesson.steps[next]?.kind ?? null) : null,
  };
}

function screen(state: SessionState, names: Names): ScreenView {
  const board = boardOnStage(state, names);
  return {
    ...everybody(state, state.stage),
    stage: state.stage,
    ...board,
    gains: boardGains(state, board.top),
    work: classWork(state),
    code: state.code,
    locked: state.locked,
    rehearsal: state.rehearsal,
    hidesPicture: hidesPictureOnStage(state),
    dark: state.dark,
    look: state.look,
    activity: activityView(state, state.stage),
  };
}

function desk(state: SessionState, names: Names): DeskView {
  const current = stepOnStage(state);
  const index = current?.index ?? null;
  return {
    ...screen(state, names),
    stations: state.steps.map((_, i) => station(state, i)),
    note: index === null ? null : (state.lesson.steps[index]?.note ?? null),
    answer: index === null ? null : afterView(state, index),
    preview: index === null ? null : (state.steps[index]?.activity.view(null) ?? null),
    returnTo: state.returnTo,
    next: nextAction(state),
    limit: state.limit,
    boardShown: state.boardShown,
    hidden: index === null ? [] : hiddenIn(state, index),
    waits: [...(current?.step.waits ?? [])],
    openedAt: current?.step.openedAt ?? null,
    nextHint: index === null ? null : nextHint(state, index),
    half: current && halfOf(current.step),
    canPlayAgain: index !== null && state.steps[index]?.phase === 'revealed',
    eyesUp: state.eyesUp,
    short: state.short,
    hiddenPicture: hiddenPicture(state),
    canVoteAgain: current !== null && mayVoteAgain(current.step),
    noVote: current && whyNoVote(current.step),
    wall: state.wall,
    begun: state.begun,
    undoUntil: state.ended && undoUntil(state, state.ended),
  };
}

const halfOf = ({ phase, together: { result, half } }: Numbered['step']): boolean | null =>
  phase === 'revealed' && result ? half : null;

/** Where a step stands in the lesson, from 0; one that is played again stands where it first did. */
const placeOf = (at: Numbered | null): number | null => at && (at.step.again ?? at.index);

function station(state: SessionState, index: number): Station {
  const lesson = state.lesson.steps[index] as SessionState['lesson']['steps'][number];
  const step = state.steps[index] as SessionState['steps'][number];
  const { id, kind, title, points, seconds } = lesson;
  const settled = step.phase === 'closed' || step.phase === 'revealed';
  return {
    again: step.again,
    kind,
    title,
    points,
    seconds,
    star: state.lesson.short?.includes(id) ?? false,
    phase: step.phase,
    answers: settled ? answeredIn(state, step) : null,
  };
}

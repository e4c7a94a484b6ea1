import { worthOf } from '../board';
import { positionsOf } from '../ledger/positions';
import { gradeOf, type Numbered, type SessionState } from '../state';
import type { ClassWork } from './types';

/** How many drawings the end shows, side by side: the last ones. */
const MOST = 6;

/** What a class has done, once the session is over. Of a step that was not revealed nothing is told. */
export function classWork(state: SessionState): ClassWork | null {
  if (state.stage.at !== 'ended') return null;
  const revealed = state.steps
    .map((step, index) => ({ index, step }))
    .filter(({ step }) => step.phase === 'revealed');
  return {
    drawings: revealed
      .filter(({ step }) => step.activity.drafts && step.answers.size > 0)
      .slice(-MOST)
      .map((one) => drawing(state, one)),
    shares: revealed.filter(({ index }) => worthOf(state, index) > 0).map((one) => shareRight(state, one)),
  };
}

function drawing(state: SessionState, { index, step }: Numbered): ClassWork['drawings'][number] {
  const { kind } = state.lesson.steps[index] as SessionState['lesson']['steps'][number];
  const positions = positionsOf(state, index, step.answers, new Map());
  return {
    ...{ index, kind },
    view: step.activity.view(null),
    picture: step.activity.picture(positions, step.secret),
  };
}

function shareRight({ seats }: SessionState, { index, step }: Numbered): ClassWork['shares'][number] {
  const there = [...step.present].filter((seat) => seats.get(seat)?.kicked === false);
  const right = there.filter((seat) => gradeOf(step.answers.get(seat))?.right).length;
  return { index, right, of: there.length };
}

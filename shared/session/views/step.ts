import type { Stage } from '../events';
import { givenHints } from '../hints/hint';
import { classMistakes } from '../mistakes';
import { predictionView } from '../predictions/told';
import { lengthOf, stepAt, type SessionState, type StepState } from '../state';
import type { AfterView, StepView } from './types';

/** The step of a stage as everybody may know it. */
export function stepView(state: SessionState, stage: Stage): StepView | null {
  const current = stage.at === 'step' ? stepAt(state, stage) : null;
  const lesson = current && state.lesson.steps[current.index];
  if (!current || !lesson) return null;
  const { title, task, theory, points, timing, kind } = lesson;
  return {
    index: current.index,
    again: current.step.again,
    of: lengthOf(state),
    ...{ kind, title, task, theory, points, timing },
    counts: current.step.activity.answers?.counts ?? null,
    grades: current.step.activity.grades !== null,
    drafts: current.step.activity.drafts,
    taps: current.step.activity.taps,
    phase: current.step.phase,
    vote: current.step.vote,
    countdown: current.step.countdown,
    prediction: predictionView(state, current.index),
    hints: givenHints(state, current.index),
    after: current.step.phase === 'revealed' ? afterView(state, current.index) : null,
  };
}

/** The solution of a step: only for the desk, or once the step is revealed. */
export function afterView(state: SessionState, index: number): AfterView | null {
  const step = state.steps[index];
  const lesson = state.lesson.steps[index];
  if (!step || !lesson) return null;
  const { explanation, mistake } = lesson;
  const made = step.phase === 'revealed' ? classMistakes(state, step) : null;
  return { reveal: step.activity.reveal({ secret: step.secret }), explanation, mistake, made };
}

/** The activity of a stage as everybody sees it, once it is open. */
export function activityView(state: SessionState, stage: Stage): unknown {
  const step = openedAt(state, stage);
  return step && step.activity.view(null);
}

/** The same on phones: nothing where each has a view of its own. */
export function activityOnPhones(state: SessionState): unknown {
  return openedAt(state, state.onPhones)?.activity.personal ? null : activityView(state, state.onPhones);
}

/** The step of a stage, if it is or was open. */
function openedAt(state: SessionState, stage: Stage): StepState | null {
  const current = stage.at === 'step' ? stepAt(state, stage) : null;
  return current && current.step.phase !== 'waiting' ? current.step : null;
}

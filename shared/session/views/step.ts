import type { Stage } from '../events';
import { classMistakes } from '../mistakes';
import { lengthOf, stepAt, stepOnStage, type SessionState } from '../state';
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
    phase: current.step.phase,
    vote: current.step.vote,
    countdown: current.step.countdown,
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

/** The activity on stage as the projector shows it, once it is open. */
export function activityView(state: SessionState): unknown {
  const current = state.stage.at === 'step' ? stepOnStage(state) : null;
  return current && current.step.phase !== 'waiting' ? current.step.activity.view(null) : null;
}

import type { PreviewedStep } from '#shared/api';
import type { PulseFrame } from '#shared/protocol';
import type { Countdown } from '#shared/session/state';
import type { OwnStep, ScreenView, StepView } from '#shared/session/views';
import type { Moment, Told } from './told';

/** Any six digits: there is no room behind them. */
const CODE = '123456';

/** The clock of a preview stands still here, ms. */
export const NOW = 0;

/** How much of the countdown is left while it stands. */
const LEFT = 0.7;

function countdownOf({ seconds }: Told): Countdown | null {
  if (seconds === null) return null;
  const total = seconds * 1_000;
  return { total, deadline: NOW + LEFT * total, frozen: null, opened: { reading: 0, total } };
}

/** What is only shown has no other moment. */
export const phaseOf = ({ counts }: PreviewedStep, moment: Moment) => (counts === null ? 'shown' : moment);

/** The step on stage, as a server would tell it. */
export function stepView(told: Told, shown: PreviewedStep): StepView {
  const { index, of, texts, points, timing, moment } = told;
  const { title, task, theory, explanation, mistake } = texts;
  const phase = phaseOf(shown, moment);
  const made = { answered: shown.answered, named: shown.made };
  return {
    ...{ index, of, again: null, kind: shown.kind, title, task, theory, points, timing },
    ...{ counts: shown.counts, grades: shown.grades, drafts: false, taps: shown.taps },
    ...{ phase, vote: 1, prediction: null, hints: [] },
    countdown: phase === 'open' || phase === 'shown' ? countdownOf(told) : null,
    after: phase === 'revealed' ? { reveal: shown.reveal, explanation, mistake, made } : null,
  };
}

/** What the simulated student who is looked at is shown; `sent` is what was sent from the preview itself. */
export function ownStep(told: Told, shown: PreviewedStep, sent: unknown): OwnStep {
  const revealed = told.moment === 'revealed';
  const { result } = shown;
  return {
    index: told.index,
    view: shown.own,
    prediction: null,
    submission: told.moment === 'open' ? sent : shown.submission,
    sentBy: 'student',
    result: revealed && result ? { ...result, points: Math.round(result.score * told.points) } : null,
    mistakes: revealed ? shown.mistakes : [],
    measure: revealed ? shown.measure : null,
    earlier: null,
    runs: [],
    attemptsLeft: shown.attempts,
    part: null,
    present: true,
  };
}

/** What the projector is told a few times a second. */
export function pulse(told: Told, shown: PreviewedStep): PulseFrame {
  const { seats, answered } = shown;
  return {
    ...{
      seq: 0,
      address: '',
      seats,
      here: seats,
      predicted: 0,
      before: null,
      training: null,
      together: null,
    },
    answered: told.moment === 'open' ? Math.floor(answered / 2) : answered,
    picture: told.moment === 'open' ? shown.live : shown.picture,
  };
}

/** What the projector shows. */
export function screenView(told: Told, shown: PreviewedStep): ScreenView {
  return {
    title: told.lesson,
    step: stepView(told, shown),
    stage: { at: 'step', step: told.index },
    activity: shown.common,
    ...{ counted: 0, podiumAt: null, top: null, rest: null, gains: null, work: null },
    ...{ code: CODE, locked: false, rehearsal: false, hidesPicture: false, dark: false, look: null },
  };
}

import type { PreviewedStep } from '#shared/lessons/api';
import type { PulseFrame } from '#shared/protocol';
import type { Prediction, PredictionView } from '#shared/session/predictions/prediction';
import type { Countdown } from '#shared/session/state';
import type { OwnStep, ScreenView, StepView } from '#shared/session/views';
import { expectedBy } from './asides';
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

const phases = {
  asked: 'waiting',
  open: 'open',
  hinted: 'open',
  closed: 'closed',
  revealed: 'revealed',
} as const satisfies Readonly<Record<Moment, StepView['phase']>>;

/** What is only shown has no other moment. */
export const phaseOf = ({ counts }: PreviewedStep, moment: Moment) =>
  counts === null ? 'shown' : phases[moment];

/** What is asked beforehand; at the reveal with what a class has expected. */
function predictionView({ prediction, moment }: Told, { seats }: PreviewedStep): PredictionView | null {
  if (!prediction) return null;
  const { question, options, came } = prediction;
  const expected = expectedBy(seats, options);
  return { question, options, told: moment === 'revealed' ? { came, expected } : null };
}

/** What was done in the preview itself: it goes nowhere. */
export interface InHands {
  readonly sent: unknown;
  readonly foreseen: Prediction | null;
}

/** At the reveal the student who is looked at has expected what came true, or the last of what could. */
function expectedOf({ prediction, moment }: Told, { foreseen }: InHands): Prediction | null {
  if (!prediction || moment !== 'revealed') return foreseen;
  return { option: prediction.came ?? prediction.options.at(-1)?.id ?? '', sure: 'think' };
}

/** The step on stage, as a server would tell it. */
export function stepView(told: Told, shown: PreviewedStep): StepView {
  const { index, of, texts, points, timing, moment } = told;
  const { title, task, theory, explanation, mistake } = texts;
  const hints = moment === 'hinted' ? told.hints : [];
  const phase = phaseOf(shown, moment);
  const made = { answered: shown.answered, named: shown.made };
  return {
    ...{ index, of, again: null, kind: shown.kind, title, task, theory, points, timing },
    ...{ counts: shown.counts, grades: shown.grades, drafts: false, taps: shown.taps },
    ...{ phase, vote: 1, prediction: predictionView(told, shown), hints },
    countdown: phase === 'open' || phase === 'shown' ? countdownOf(told) : null,
    after: phase === 'revealed' ? { reveal: shown.reveal, explanation, mistake, made } : null,
  };
}

/** Then the student does what is done in the preview itself. */
const isOpen = (moment: Moment) => moment === 'open' || moment === 'hinted';

/** What the simulated student who is looked at is shown. */
export function ownStep(told: Told, shown: PreviewedStep, hands: InHands): OwnStep {
  const revealed = told.moment === 'revealed';
  const { result } = shown;
  return {
    index: told.index,
    view: shown.own,
    prediction: expectedOf(told, hands),
    submission: isOpen(told.moment) ? hands.sent : shown.submission,
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
      predicted: told.prediction ? Math.floor(seats / 2) : 0,
      before: null,
      training: null,
      together: null,
    },
    answered: isOpen(told.moment) ? Math.floor(answered / 2) : answered,
    picture: isOpen(told.moment) ? shown.live : shown.picture,
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

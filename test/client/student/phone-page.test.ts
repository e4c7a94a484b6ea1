import type { OwnStep, OwnView, PhoneView, StepView } from '#shared/session/views';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../client/pages/student/phone-page';
import { outcomeOf } from '../../../client/pages/student/outcome';

const text = { it: 'x', en: 'x' };
const step: StepView = {
  again: null,
  ...{ index: 1, of: 5, kind: 'choice', title: text, task: text, theory: text, points: 1_000 },
  ...{
    timing: 'accuracy',
    counts: 'first',
    grades: true,
    drafts: false,
    taps: false,
    phase: 'open',
    vote: 1,
    countdown: null,
    prediction: null,
    hints: [],
    after: null,
  },
};
const common: PhoneView = {
  ...{ title: text, stage: { at: 'step', step: 1 }, step, counted: 0, top: null, rest: null, nextKind: null },
  podiumAt: null,
  eyesUp: false,
  activity: {},
};
const ownStep: OwnStep = {
  index: 1,
  view: {},
  prediction: null,
  submission: null,
  sentBy: null,
  result: null,
  mistakes: [],
  measure: null,
  present: true,
  ...{ earlier: null, runs: [], attemptsLeft: null, part: null },
};
const own: OwnView = { seat: 'seat', name: 'Gufo', pace: 10, orders: [], step: ownStep, place: null };

describe('a phone', () => {
  test('waits for the first frame', () => {
    expect(pageOf(null, null, null).at).toBe('loading');
  });

  test('without a seat is asked for a name, whatever the class is doing', () => {
    expect(pageOf(null, common, null).at).toBe('naming');
  });

  test('with a seat shows what the class does', () => {
    const at = (stage: PhoneView['stage']) => pageOf(null, { ...common, stage }, own).at;
    expect(at({ at: 'lobby' })).toBe('lobby');
    expect(at({ at: 'podium' })).toBe('podium');
    expect(at({ at: 'ended' })).toBe('ended');
    expect(at({ at: 'step', step: 1 })).toBe('step');
  });

  test('shows an open step as closed once its own time is over', () => {
    const phaseOf = (phase: StepView['phase'], over: boolean) => {
      const page = pageOf(null, { ...common, step: { ...step, phase } }, own, over);
      return page.at === 'step' ? page.phase : page.at;
    };
    expect([phaseOf('open', false), phaseOf('open', true)]).toEqual(['open', 'closed']);
    expect(phaseOf('revealed', true)).toBe('revealed');
  });

  test('that is refused says so, even with a step on its screen', () => {
    expect(pageOf('kicked', common, own)).toEqual({ at: 'refused', code: 'kicked' });
  });
});

const given = { submission: null, earlier: null };

test.each([
  [{ result: { score: 1, right: true, points: 1_000 }, present: true, ...given }, 'right'],
  [{ result: { score: 0.5, right: false, points: 500 }, present: true, ...given }, 'partial'],
  [{ result: { score: 0, right: false, points: 0 }, present: true, ...given }, 'wrong'],
  [{ result: null, present: true, ...given }, 'silent'],
  [{ result: null, present: false, ...given }, 'absent'],
])('%j is %s', (step, verdict) => {
  expect(outcomeOf(step, true)).toBe(verdict);
});

test('where answers have no grade, who answered has answered', () => {
  expect(outcomeOf({ result: null, present: true, ...given, submission: { degrees: 5 } }, false)).toBe(
    'answered',
  );
  expect(outcomeOf({ result: null, present: true, ...given }, false)).toBe('silent');
});

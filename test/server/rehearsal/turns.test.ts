import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import { turned } from '../../../server/rehearsal/knobs';
import { turnsOf } from '../../../server/rehearsal/turns';
import type { Step } from '#shared/lessons/lesson';
import { bound } from '../../support/bound';
import { lessons } from '../../support/lessons';
import { SEED } from '../../support/session';

const steps = lessons.flatMap((lesson) => lesson.steps);
const moods = ['knows', 'random', 'constant'] as const;

const named = (id: string) => steps.find((step) => step.id === id) as Step;

describe('a simulated student', () => {
  test.each(steps)(
    'hands in what fits at $id, one thing after the other, and nothing where nothing is asked',
    (step) => {
      const activity = bound(step.kind, step.config);
      for (const mood of moods) {
        let previous: unknown = null;
        for (const { drafts, submission } of turnsOf(activity, mood, SEED, rng(SEED, mood))) {
          expect(activity.answers?.parse(submission, previous)).toMatchObject({ ok: true });
          expect(activity.drafts || drafts.length === 0).toBe(true);
          previous = submission;
        }
        expect(previous !== null).toBe(activity.answers !== null);
      }
    },
  );

  test('answers with the numbers of its own seat', () => {
    const { kind, config } = named('prodotto-scalare');
    const activity = bound(kind, config);
    const { variants } = config as { readonly variants: readonly { readonly answer: number }[] };
    for (let i = 0; i < 12; i++) {
      const seat = derive(SEED, `${i}`);
      const { variant } = activity.view(seat) as { variant: number };
      const [turn] = turnsOf(activity, 'knows', seat, rng(SEED, 'x')).slice(-1);
      expect(turn?.submission).toEqual({ value: variants[variant]?.answer });
    }
  });

  test('proves in three parts', () => {
    const { kind, config } = named('impossibile');
    const turns = turnsOf(bound(kind, config), 'knows', SEED, rng(SEED, 'x'));
    expect(turns.map(({ submission }) => submission)).toMatchObject([
      { signs: null, pairs: null },
      { pairs: null },
      { signs: [0, 1, 1, 0] },
    ]);
  });

  test('turns one knob after the other on its way to an answer', () => {
    expect(turned({ w: [0, 0], b: 0 }, { w: [10, 0], b: -5 })).toEqual([{ w: [10, 0], b: 0 }]);
    expect(turned({ w: [0], b: 0 }, { w: [10, 0], b: 0 })).toEqual([]);
  });
});

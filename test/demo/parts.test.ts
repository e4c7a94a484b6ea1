import { describe, expect, test } from 'vitest';
import { lessons } from '#shared/lessons/index';
import { rng } from '#shared/rng';
import { answerOf, known, moodOf, plan } from '../../demo/answers';
import { turned } from '../../demo/knobs';
import { names } from '../../demo/names';
import { readOptions } from '../../demo/options';
import { parseName } from '../../server/live/names';
import { SEED } from '../support/session';

const steps = lessons.flatMap((lesson) => lesson.steps);
const random = () => rng(SEED, 'student');

describe('a simulated student', () => {
  test.each(steps)('knows the step $id by its title, and that its answer fits', (step) => {
    const found = known(step);
    if (!found) throw new Error('not found');
    for (const mood of ['knows', 'random', 'constant'] as const) {
      let previous: unknown = null;
      for (const answer of plan(found, mood, null, random())) {
        expect(found.answers.parse(answer, previous)).toMatchObject({ ok: true });
        previous = answer;
      }
    }
  });

  test('answers with the numbers that stand on its own phone', () => {
    const step = steps.find(({ id }) => id === 'prodotto-scalare');
    const found = step && known(step);
    if (!found) throw new Error('not found');
    const answers = [0, 1, 2].map((variant) => answerOf(found, 'knows', { variant }, random()));
    expect(answers).toEqual([{ value: -1 }, { value: -4 }, { value: 1 }]);
  });

  test('knows as often as its skill says', () => {
    const source = random();
    const moods = Array.from({ length: 2_000 }, () => moodOf(0.7, source));
    expect(moods.filter((mood) => mood === 'knows').length / 2_000).toBeCloseTo(0.7, 1);
    expect(moods).toContain(null);
  });

  test('turns one knob after the other on its way to an answer', () => {
    expect(turned({ w: [0, 0], b: 0 }, { w: [10, 0], b: -5 })).toEqual([{ w: [10, 0], b: 0 }]);
    expect(turned({ w: [0], b: 0 }, { w: [10, 0], b: 0 })).toEqual([]);
  });
});

describe('the names of a class', () => {
  test('are each offered once, and the join page would take them', () => {
    const offered = names(SEED);
    const some = Array.from({ length: 1_000 }, () => offered.next().value);
    expect(new Set(some.map((name) => name.toLowerCase())).size).toBe(1_000);
    for (const name of some) expect(parseName(name)).toMatchObject({ ok: true });
  });
});

describe('npm run demo', () => {
  test('takes thirty students to the server on this computer unless told', () => {
    expect(readOptions([])).toEqual({
      ok: true,
      value: { students: 30, url: 'http://localhost:3000', code: null, pace: 1 },
    });
  });

  test.each([
    [['--students', '0']],
    [['--students', '2000']],
    [['--code', '12345']],
    [['--url', 'school']],
    [['--pace', 'fast']],
    [['--pupils', '3']],
  ])('says what is wrong with %j', (args) => {
    expect(readOptions(args).ok).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { race } from '#shared/activities/race/index';
import { circle } from '#shared/activities/race/families/mlp/samples';
import { everyRun, racingOf, whileOpen } from '#shared/activities/race/racing';
import type { ClassRun, CurvePoint, Summary } from '#shared/activities/race/view';
import { changeWords, learntWords } from '../../../client/activities/race/after';
import { Arrivals } from '../../../client/activities/race/arrivals.svelte';
import {
  coursesOf,
  fieldOf,
  racingCourses,
  racingScales,
  scalesOf,
} from '../../../client/activities/race/course';
import { legendOf } from '../../../client/activities/race/legend';
import * as m from '../../../client/i18n/generated/messages.js';
import { accuraciesFrom, fallsOf } from '../../../client/activities/race/scatter';
import { winnerOf } from '../../../client/activities/race/winner';

const view = race.view(circle, null);
const { par, max } = circle.energy;

/** A network of so many neurons whose accuracy rose in equal steps. */
const run = (neurons: number, accuracy: number, { epochs = 30, energy = par, count = 1 } = {}): ClassRun => ({
  submission: { layers: [neurons], rate: 0.1, epochs },
  lot: neurons,
  ...{ count, energy, accuracy },
  curve: [0, 0.5, 1].map((way): CurvePoint => [way * epochs, 0.5 + (accuracy - 0.5) * way]),
});
const picture = (...runs: readonly ClassRun[]): Summary => {
  const [first] = [...runs].sort((a, b) => b.accuracy - a.accuracy);
  return { sent: runs.length, done: runs.length, runs, leader: first ? { ...first, weights: [] } : null };
};
const drawn = (shown: Summary, open: boolean) => {
  const [field, racing] = [fieldOf(shown), racingOf(shown)];
  return open
    ? racingCourses(racing, racingScales(view, racing))
    : coursesOf(view, field, scalesOf(view, field));
};

describe('the chart of the class', () => {
  const shown = picture(
    run(2, 0.8, { epochs: 10 }),
    run(4, 0.95, { count: 9 }),
    run(3, 0.9, { epochs: 300 }),
  );

  test('tells nobody while the race is on how long a network learns, or how many hold it', () => {
    const courses = drawn(shown, true);
    const ways = courses.map(({ points }) => points.map(([across]) => across.toFixed(9)).join());
    expect(new Set(ways).size).toBe(1);
    expect(new Set(courses.map(({ weight }) => weight)).size).toBe(1);
    expect(courses.map(({ free }) => free)).toEqual([null, null, null]);
  });

  test('gets no more than that from the server, and nothing that two networks of one way differ in', () => {
    const sent = whileOpen(picture(run(2, 0.7, { epochs: 10 }), run(4, 0.9, { count: 9 })));
    expect(sent).toMatchObject({ sent: 2, done: 2, runs: [], leader: null, racing: { lead: 0.9 } });
    const others = picture(run(7, 0.7, { epochs: 200, energy: max }), run(1, 0.9, { epochs: 3 }));
    expect(whileOpen(others)).toEqual(sent);
    expect(drawn(shown, true).map(({ points }) => points.length)).toEqual([21, 21, 21]);
  });

  test('has the epochs across once it is over, in equal factors where some learn long', () => {
    expect(scalesOf(view, fieldOf(shown)).x).toMatchObject({
      domain: [1, expect.closeTo(336, 9)],
      log: true,
    });
    expect(scalesOf(view, fieldOf(picture(run(2, 0.8, { epochs: 3 })))).x).toMatchObject({
      ...{ domain: [0, 3.09], whole: true },
    });
    // What was before the first epoch has no place on it.
    expect(drawn(shown, false).map(({ points }) => points.length)).toEqual([2, 2, 2]);
  });

  test('tells once it is over whose energy costs points', () => {
    const spent = picture(run(2, 0.8), run(8, 0.95, { energy: 2 * par }));
    expect(drawn(spent, false).map(({ free }) => free)).toEqual([true, false]);
  });

  test('draws the leader last, and once, whether the sample of a big class holds it or not', () => {
    expect(drawn(shown, true).map(({ leads }) => leads)).toEqual([false, false, true]);
    const without = { ...shown, runs: shown.runs.filter(({ lot }) => lot !== 4) };
    expect(everyRun(without).map(({ lot }) => lot)).toEqual([2, 3, 4]);
  });

  test('puts a curve’s end as high as the accuracy', () => {
    const [, , leader] = drawn(shown, true);
    expect(leader?.points.at(-1)?.[1]).toBeCloseTo((0.95 - 0.45) / 0.57);
  });

  test('shows the loss of races that were run before the accuracy was kept on the way', () => {
    const old = (neurons: number, first: number): ClassRun => {
      const { curve: _, ...before } = run(neurons, 0.8);
      return { ...before, losses: [first, 0.2] };
    };
    const [only] = drawn(picture(old(2, 0.7)), true);
    expect([only?.points[0]?.[0], only?.points.at(-1)?.[0]]).toEqual([0, 1 / 1.03]);
    expect(scalesOf(view, fieldOf(picture(old(2, 0.7), old(3, 0.9)))).y.domain).toEqual([0, 1.1 * 0.9]);
    const mixed = fieldOf(picture(old(2, 0.7), run(4, 0.9)));
    expect(mixed).toMatchObject({ measure: 'accuracy', runs: [{ lot: 4 }] });
  });
});

describe('at the reveal', () => {
  const runs = [run(2, 0.9), run(3, 0.95, { count: 4 }), run(8, 0.97, { energy: max / 1.2 })];
  const fell = new Map([
    [2, 0.92],
    [3, 0.9],
    [8, 0.96],
  ]);
  const hidden = ({ lot }: ClassRun) => fell.get(lot) ?? null;

  test('each network falls from the diagonal of public and private to what it is worth', () => {
    const axis = accuraciesFrom(view, [0.9, 0.97]);
    expect(axis.domain[0]).toBe(0.85);
    const falls = fallsOf(view, runs, hidden, axis);
    expect(falls.map(({ across, from }) => across === from)).toEqual([true, true, true]);
    expect(falls.map(({ from, to }) => Math.sign(to - from))).toEqual([1, -1, -1]);
    expect(falls.map(({ size }) => size)).toEqual([1, 2, 1]);
    expect(falls.map(({ free }) => free)).toEqual([true, true, false]);
    expect(fallsOf(view, runs, () => null, axis).every(({ from, to }) => from === to)).toBe(true);
  });

  test('both axes begin a little below the worst, never far below a coin', () => {
    expect(accuraciesFrom(view, [1]).domain[0]).toBe(0.85);
    expect(accuraciesFrom(view, [0.2]).domain[0]).toBe(0.45);
  });

  test('who wins is who is worth most: not the most accurate one, if that cost too much', () => {
    expect(winnerOf(view, runs, hidden)).toMatchObject({ run: { lot: 2 }, hidden: 0.92, energy: 1 });
  });

  test('nobody wins before all are judged, nor without a point', () => {
    expect(winnerOf(view, [...runs, run(5, 0.9)], hidden)).toBeNull();
    expect(winnerOf(view, runs, () => circle.accuracy.base)).toBeNull();
    expect(winnerOf(view, [], hidden)).toBeNull();
  });
});

describe('a network on points that it had never seen', () => {
  const { base, top } = circle.accuracy;
  const words = (accuracy: number) => learntWords(view, { open: accuracy, hidden: accuracy });

  test('has learnt the rule where it is accurate, and not where it is as bad in private as in public', () => {
    expect(words(top)).toBe(m.race_after_learnt());
    expect([0.5, base, (base + top) / 2].map(words)).toEqual(Array(3).fill(m.race_after_not_learnt()));
    // Accurate and a little below its public figure: part of that was luck, and the rule is learnt.
    const less = { open: top + 0.02, hidden: top };
    expect([changeWords(less), learntWords(view, less)]).toEqual([
      m.race_after_down(),
      m.race_after_learnt(),
    ]);
  });
});

describe('the legend', () => {
  const looks = (stage: 'racing' | 'closed' | 'fallen', training: number | null = null) =>
    legendOf(stage, { aim: '95,0%', training, classes: ['no', 'yes'] }).map(({ look }) => look);

  test('names every mark once, and those in training while anybody waits for one', () => {
    expect(looks('racing')).toEqual(['others', 'aim']);
    expect(looks('racing', 3)).toEqual(['others', 'aim', 'coming']);
    for (const stage of ['racing', 'closed', 'fallen'] as const)
      expect(new Set(looks(stage)).size).toBe(looks(stage).length);
  });

  test('has no target where the chart tells the loss', () => {
    expect(
      legendOf('racing', { aim: null, training: null, classes: ['no', 'yes'] }).map(({ look }) => look),
    ).toEqual(['others']);
  });
});

describe('networks that arrive', () => {
  /** Frames of 100 ms, in simulated time. */
  function watched(still = false) {
    let now = 0;
    let asked: (() => void) | null = null;
    const arrivals = new Arrivals({ frame: (call) => void (asked = call), now: () => now }, () => still);
    const frame = () => {
      now += 100;
      const call = asked;
      asked = null;
      call?.();
    };
    return { arrivals, frame, isAsked: () => asked !== null };
  }

  test('those that were there stand whole, a new one is drawn in 600 ms, and then nothing moves', () => {
    const { arrivals, frame, isAsked } = watched();
    arrivals.see(['a']);
    expect([arrivals.drawn('a'), isAsked()]).toEqual([1, false]);
    arrivals.see(['a', 'b']);
    expect([arrivals.drawn('a'), arrivals.drawn('b'), arrivals.coming]).toEqual([1, 0, ['b']]);
    for (let i = 0; i < 3; i++) frame();
    expect(arrivals.drawn('b')).toBeCloseTo(0.5);
    for (let i = 0; i < 4; i++) frame();
    expect([arrivals.drawn('b'), arrivals.coming.length, isAsked()]).toEqual([1, 0, false]);
  });

  test('who is painted apart changes when somebody comes or is done, not with every frame', () => {
    const { arrivals, frame } = watched();
    arrivals.see([]);
    arrivals.see(['a']);
    const { coming } = arrivals;
    frame();
    expect(arrivals.coming).toBe(coming);
  });

  test('stand at once where nothing is to move', () => {
    const { arrivals, isAsked } = watched(true);
    arrivals.see([]);
    arrivals.see(['a']);
    expect([arrivals.drawn('a'), arrivals.coming.length, isAsked()]).toEqual([1, 0, false]);
  });
});

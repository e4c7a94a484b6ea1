import { describe, expect, test } from 'vitest';
import { nextWake } from '#shared/session/conductor/wake';
import { replay } from '#shared/session/evolve';
import { common } from '#shared/session/views';
import { slide } from '#shared/activities/slide/index';
import { lessonOf, single } from '../support/lesson';
import { classOf, type Classroom, names } from '../support/session';

const [config] = slide.examples.map((one) => one.config);
const rest = (seconds: number | null, id = 'rest') =>
  single({ id, kind: 'slide', config, points: 0, seconds });

const onStep = (step: number) => ({ at: 'step', step }) as const;
const countdownOf = (room: Classroom, role: 'phone' | 'screen' | 'desk') =>
  common(room.state, role, names).step?.countdown;

describe('a break', () => {
  const atRest = () => {
    const room = classOf(lessonOf(rest(600), rest(null, 'slide'), single()), ['ada']);
    room.wait(5_000).go(onStep(0));
    return room;
  };

  test('R121 lasts its seconds from when it comes on stage, and everybody is told since when', () => {
    const room = atRest();
    for (const role of ['phone', 'screen', 'desk'] as const)
      expect(countdownOf(room, role)).toMatchObject({ total: 600_000, deadline: 605_000, frozen: null });
    expect(replay(room.log).steps[0]?.countdown).toEqual(room.state.steps[0]?.countdown);
  });

  test('R121 is over for the class alone: nothing closes, and nothing wakes the server', () => {
    const room = atRest();
    expect(nextWake(room.state)).toBeNull();
    room.wait(700_000);
    expect(room.server({ type: 'deadline', step: 0 })).toBe('wrong-phase');
    expect(room.state.steps[0]?.phase).toBe('shown');
  });

  test('R121 gets more time, once it is over from then on, and is not frozen', () => {
    const room = atRest();
    room.host({ type: 'extend', step: 0, by: 60_000 });
    expect(countdownOf(room, 'phone')).toMatchObject({ deadline: 665_000 });
    room.wait(700_000).host({ type: 'extend', step: 0, by: 60_000 });
    expect(countdownOf(room, 'phone')).toMatchObject({ deadline: 765_000 });
    expect(room.host({ type: 'freeze', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'extend', step: 0, by: 500 })).toBe('out-of-range');
  });

  test('R121 begins anew when the class comes back to it, and a slide without seconds has no time', () => {
    const room = atRest();
    room.go(onStep(1));
    expect(countdownOf(room, 'phone')).toBeNull();
    expect(room.host({ type: 'extend', step: 1, by: 60_000 })).toBe('no-deadline');
    room.wait(100_000).go(onStep(0));
    expect(countdownOf(room, 'phone')).toMatchObject({ deadline: 705_000 });
  });

  test('R27 after a restart a break goes on where it was: the clock stood still', () => {
    const room = atRest();
    room.server({ type: 'resume' });
    expect(countdownOf(room, 'phone')).toMatchObject({ deadline: 605_000 });
  });
});

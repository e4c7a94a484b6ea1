import { describe, expect, test } from 'vitest';
import { replay } from '#shared/session/evolve';
import { allStandAfter, standingAfter } from '#shared/session/podium';
import { common } from '#shared/session/views';
import type { PhoneView, ScreenView } from '#shared/session/views/types';
import { lessonOf, picks, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const lesson = lessonOf(single(), single(), single());
const right = picks('c');
const screen = ({ state }: Pick<Classroom, 'state'>) => common(state, 'screen', names) as ScreenView;
const phone = ({ state }: Pick<Classroom, 'state'>) => common(state, 'phone', names) as PhoneView;

describe('the podium', () => {
  test('R99 rises from its lowest step up, 1.5 s apart', () => {
    const after = (steps: number) => [-5, 0, 1_499, 1_500, 3_000, 9_000].map((ms) => standingAfter(ms, steps));
    expect(after(3)).toEqual([1, 1, 1, 2, 3, 3]);
    expect(after(1)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(after(0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([0, 1, 2, 3].map(allStandAfter)).toEqual([0, 0, 1_500, 3_000]);
    expect([1, 2, 3].map((steps) => standingAfter(allStandAfter(steps), steps))).toEqual([1, 2, 3]);
  });

  test('R99 projector and phones count from when the class came to it, last', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: right });
    expect(screen(room).podiumAt).toBeNull();
    room.wait(4_000).go({ at: 'podium' });
    expect([screen(room).podiumAt, phone(room).podiumAt]).toEqual([4_000, 4_000]);
    room.wait(1_000).go({ at: 'step', step: 1 });
    room.wait(1_000).go({ at: 'podium' });
    expect([screen(room).podiumAt, phone({ state: replay(room.log) }).podiumAt]).toEqual([6_000, 6_000]);
  });
});

import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/session/events';
import { common, pulse, rosterRow, type DeskView } from '#shared/session/views';
import { Drafts } from '../../server/live/room/drafts';
import { roundOf } from '../../server/live/round';
import { bestNeuron, gate, lessonOf, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const slide = (id: string, tap: boolean) =>
  single({
    ...{ id, kind: 'slide', points: 0, seconds: null },
    config: { lines: [], picture: null, link: null, tap, lookUp: false },
  });
const lesson = lessonOf(slide('in', true), slide('again', true), slide('read', false), gate());

const told = ({ state, here }: Classroom, drafts: Drafts) =>
  pulse(state, { here: (seat) => here.has(seat), drafts: drafts.latest }).answered;
const rowSays = ({ state }: Classroom, seat: SeatId, drafts: Drafts) =>
  rosterRow(state, seat, names, { here: () => true, drafts: drafts.latest });

describe('something to tap', () => {
  test('R125 who has tapped is counted, and the desk is told who, while the slide is on stage', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo']);
    const drafts = new Drafts();
    expect(drafts.tap(room.state, 'ada', 0)).toBe(false);
    room.go({ at: 'step', step: 0 });
    expect(roundOf(room.state)).toEqual({ asks: 'tap', step: 0 });
    expect([drafts.tap(room.state, 'ada', 0), drafts.tap(room.state, 'ben', 0)]).toEqual([true, true]);
    expect(drafts.tap(room.state, 'ada', 0)).toBe(true);
    expect(told(room, drafts)).toBe(2);
    expect(rowSays(room, 'ada', drafts)).toMatchObject({ answered: true, sentBy: null });
    expect(rowSays(room, 'cleo', drafts)?.answered).toBe(false);
    room.host({ type: 'kick', seat: 'ben' });
    expect(told(room, drafts)).toBe(1);
    expect(drafts.tap(room.state, 'ben', 0)).toBe(false);
    expect(room.log.some(({ event }) => event.type === 'submitted')).toBe(false);
    expect(room.state.steps[0]?.present.size).toBe(0);
  });

  test('R125 at another slide nobody has tapped yet, and where there is nothing to tap nobody can', () => {
    const room = classOf(lesson, ['ada']);
    const drafts = new Drafts();
    room.go({ at: 'step', step: 0 });
    drafts.tap(room.state, 'ada', 0);
    room.go({ at: 'step', step: 1 });
    expect([told(room, drafts), rowSays(room, 'ada', drafts)?.answered]).toEqual([0, false]);
    expect(drafts.tap(room.state, 'ada', 0)).toBe(false);
    room.go({ at: 'step', step: 2 });
    expect(drafts.tap(room.state, 'ada', 2)).toBe(false);
    expect(roundOf(room.state)).toBeNull();
    room.go({ at: 'step', step: 3 });
    room.host({ type: 'open', step: 3 });
    expect(drafts.tap(room.state, 'ada', 3)).toBe(false);
    expect(drafts.put(room.state, 'ada', 3, bestNeuron, room.at)).toBe(true);
  });

  test('R126 the desk knows when the task has been read', () => {
    const room = classOf(lesson, ['ada']);
    const openedAt = () => (common(room.state, 'desk', names) as DeskView).openedAt;
    room.go({ at: 'step', step: 3 });
    expect(openedAt()).toBeNull();
    room.host({ type: 'open', step: 3 });
    const { total, deadline } = room.state.steps[3]!.countdown!;
    expect(openedAt()).toBe(deadline - total);
    expect(openedAt()).toBeGreaterThan(room.at);
  });
});

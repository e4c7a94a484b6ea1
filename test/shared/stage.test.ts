import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { openStep } from '#shared/session/state';
import type { Stage } from '#shared/session/events';
import { classOf, Classroom } from '../support/session';
import { gate, lessonOf, single } from '../support/lesson';

const lesson = lessonOf(single(), gate());
const lobby: Stage = { at: 'lobby' };
const onStep = (step: number): Stage => ({ at: 'step', step });
const board = (step: number): Stage => ({ at: 'board', step });
const podium: Stage = { at: 'podium' };

describe('the stage', () => {
  test('R12 the class starts in the lobby', () => {
    expect(new Classroom(lesson).state.stage).toEqual(lobby);
  });

  test('R13 two desks that both say "next" move the class once', () => {
    const room = new Classroom(lesson);
    const next = { type: 'go', from: lobby, to: onStep(0) } as const;
    expect(room.host(next)).toEqual(['stage-entered']);
    expect(room.host(next)).toBe('stale-desk');
    expect(room.host({ type: 'go', from: onStep(1), to: lobby })).toBe('stale-desk');
    expect(room.host({ type: 'go', from: board(0), to: onStep(1) })).toBe('stale-desk');
    expect(room.state.stage).toEqual(onStep(0));
  });

  test('R14 the class may go to any step that exists, forwards or back', () => {
    const room = new Classroom(lesson);
    for (const to of [onStep(1), onStep(0), onStep(1)]) expect(room.go(to)).toEqual(['stage-entered']);
    for (const step of [2, -1, 0.5]) expect(room.go(onStep(step))).toBe('unknown-step');
  });

  test.each([
    ['a new session', () => new Classroom(lesson), { lobby: true, board: false, podium: false }],
    ['an open step', () => new Classroom(lesson).opened(0), { lobby: false, board: false, podium: false }],
    ['a revealed step', () => new Classroom(lesson).played(0), { lobby: false, board: true, podium: true }],
  ])('R15 from %s the lobby, its board and the podium', (_, start, allowed) => {
    const enters = (to: Stage) => start().go(to) !== 'wrong-phase';
    expect({ lobby: enters(lobby), board: enters(board(0)), podium: enters(podium) }).toEqual(allowed);
    expect(enters(board(1))).toBe(false);
    expect(enters({ at: 'ended' })).toBe(false);
  });

  test('R16 leaving an open step closes it; going to the open step does not', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    expect(room.go(onStep(0))).toEqual(['stage-entered']);
    expect(room.state.steps[0]?.phase).toBe('open');
    expect(room.go(onStep(1))).toEqual(['step-closed', 'stage-entered']);
    expect(room.state.steps[0]?.phase).toBe('closed');
    expect(room.log.at(-2)?.event).toEqual({ type: 'step-closed', step: 0, by: 'host', present: ['ada'] });
  });

  test('R17 at most one step is open, and it is on stage', () => {
    const room = new Classroom(lesson).opened(0);
    expect(room.host({ type: 'open', step: 1 })).toBe('stale-desk');
    room.opened(1);
    expect(room.state.steps.map(({ phase }) => phase)).toEqual(['closed', 'open']);
    expect(openStep(room.state)?.index).toBe(1);
    expect(room.state.stage).toEqual(onStep(1));
  });

  test('R18 the next command leads from the lobby to the end and is always accepted', () => {
    const room = new Classroom(lesson);
    const taken: string[] = [];
    for (let next = nextAction(room.state); next; next = nextAction(room.state)) {
      expect(room.host(next)).toBeInstanceOf(Array);
      taken.push(next.type === 'go' ? `go ${next.to.at}` : next.type);
    }
    const aStep = ['go step', 'open', 'close', 'reveal', 'go board'];
    expect(taken).toEqual([...aStep, ...aStep, 'go podium', 'end']);
    expect(room.state.stage).toEqual({ at: 'ended' });
  });
});

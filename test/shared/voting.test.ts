import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { common, own, pulse } from '#shared/session/views';
import { gate, lessonOf, picks, single } from '../support/lesson';
import { classOf, names } from '../support/session';

const lesson = lessonOf(single(), gate());
const presence = { here: () => true, drafts: new Map<string, unknown>() };
const counts = (picture: unknown) => (picture as { counts: Record<string, number> }).counts;

describe('voting again', () => {
  test('R69 a closed vote is voted on once more, and who does not keeps the first vote', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    expect(room.host({ type: 'vote-again', step: 0 })).toBe('wrong-phase');
    room.submit('ada', 0, picks('a'));
    room.submit('ben', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'vote-again', step: 0 })).toEqual(['voting-again']);
    expect(own(room.state, 'ada', names)?.step).toMatchObject({ submission: null, earlier: picks('a') });
    expect(room.submit('ada', 0, picks('c'))).toEqual(['submitted']);
    expect(room.submit('ada', 0, picks('a'))).toBe('already-answered');
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'vote-again', step: 0 })).toBe('wrong-phase');
    room.host({ type: 'reveal', step: 0 });
    expect(room.state.board.map(({ seat, points }) => [seat, points])).toEqual([
      ['ada', 1_000],
      ['ben', 1_000],
    ]);
  });

  test('R69 only votes are voted on again, and only on stage', () => {
    const room = classOf(lesson, ['ada']).opened(1);
    room.host({ type: 'close', step: 1 });
    expect(room.host({ type: 'vote-again', step: 1 })).toBe('wrong-phase');
    expect(room.host({ type: 'vote-again', step: 0 })).toBe('stale-desk');
  });

  test('R70 the first vote stands beside the second once that is closed', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, picks('a'));
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'vote-again', step: 0 });
    expect(pulse(room.state, presence)).toMatchObject({ picture: null, before: null });
    room.submit('ada', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    const { picture, before } = pulse(room.state, presence);
    expect([counts(before).a, counts(before).c, counts(picture).a, counts(picture).c]).toEqual([1, 0, 0, 1]);
  });
});

describe('the board', () => {
  test('R71 a hidden board shows students neither board nor places before the podium', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: picks('c') });
    expect(room.host({ type: 'show-board', shown: false })).toEqual(['board-shown']);
    expect(room.host({ type: 'show-board', shown: false })).toEqual([]);
    expect(own(room.state, 'ada', names)?.place).toBeNull();
    expect(nextAction(room.state)).toMatchObject({ type: 'go', to: { at: 'step', step: 1 } });
    room.go({ at: 'board', step: 0 });
    for (const role of ['phone', 'screen'] as const) expect(common(room.state, role, names).top).toBeNull();
    room.go({ at: 'podium' });
    expect(common(room.state, 'phone', names).top).toHaveLength(1);
    expect(own(room.state, 'ada', names)?.place?.rank).toBe(1);
  });
});

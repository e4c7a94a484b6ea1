import { describe, expect, test } from 'vitest';
import { nextWake } from '#shared/session/conductor/wake';
import { common } from '#shared/session/views';
import { gate, lessonOf } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const said = (words: string) => ({ it: words, en: words });
const [first, second, third] = ['first', 'second', 'third'].map(said);
const hints = [{ text: said('first') }, { text: said('second'), after: 10 }, { text: said('third') }];
const seconds = 30;

const give = (room: Classroom, hint: number) => room.host({ type: 'give-hint', step: 0, hint });
const seen = (room: Classroom) => common(room.state, 'phone', names).step?.hints;
const open = (over: Parameters<typeof gate>[0] = {}) =>
  classOf(lessonOf(gate({ hints, seconds, ...over })), ['ada']).opened(0);
/** When answering began, ms. */
const began = ({ state }: Classroom) => state.steps[0]?.openedAt ?? NaN;

describe('hints', () => {
  test('R114 are given one after the other, and only then does anybody but the desk know them', () => {
    const room = open();
    expect(seen(room)).toEqual([]);
    expect(
      JSON.stringify([common(room.state, 'phone', names), common(room.state, 'screen', names)]),
    ).not.toMatch(/first|second|third/);
    expect(give(room, 1)).toEqual(['hint-given']);
    expect(seen(room)).toEqual([first]);
    expect(give(room, 2)).toEqual(['hint-given']);
    expect(seen(room)).toEqual([first, second]);
    expect(common(room.state, 'screen', names).step?.hints).toEqual([first, second]);
    expect(common(room.state, 'desk', names)).toMatchObject({
      nextHint: { hint: 3, text: third, after: null },
    });
  });

  test('R114 one that was given changes nothing; none is skipped, and none is given while the step is not open', () => {
    const room = classOf(lessonOf(gate({ hints })), ['ada']);
    expect(give(room, 1)).toBe('wrong-phase');
    room.opened(0);
    expect(give(room, 2)).toBe('out-of-range');
    give(room, 1);
    expect(give(room, 1)).toEqual([]);
    give(room, 2);
    give(room, 3);
    expect(give(room, 4)).toBe('out-of-range');
    expect(common(room.state, 'desk', names)).toMatchObject({ nextHint: null });
    expect(room.host({ type: 'give-hint', step: 7, hint: 1 })).toBe('unknown-step');
  });

  test('R115 one with a time comes by itself once it is next and the class has answered for so long', () => {
    const room = open();
    expect(nextWake(room.state)).toMatchObject({ command: { type: 'deadline' } });
    give(room, 1);
    const due = began(room) + 10_000;
    expect(nextWake(room.state)).toMatchObject({ at: due, command: { type: 'hint-due', step: 0, hint: 2 } });
    room.at = due - 1;
    expect(room.server({ type: 'hint-due', step: 0, hint: 2 })).toBe('too-early');
    room.at = due;
    expect(room.server({ type: 'hint-due', step: 0, hint: 2 })).toEqual(['hint-given']);
    expect(room.server({ type: 'hint-due', step: 0, hint: 2 })).toEqual([]);
    expect(nextWake(room.state)).toMatchObject({ command: { type: 'deadline' } });
  });

  test('R115 while time stands still none comes, and where there is no countdown it comes too', () => {
    const room = open();
    give(room, 1);
    room.at = began(room) + 4_000;
    room.host({ type: 'freeze', step: 0 });
    expect(nextWake(room.state)).toBeNull();
    room.wait(60_000).host({ type: 'unfreeze', step: 0 });
    expect(nextWake(room.state)).toMatchObject({ at: room.at + 6_000, command: { type: 'hint-due' } });
    const untimed = open({ seconds: null });
    give(untimed, 1);
    expect(nextWake(untimed.state)).toMatchObject({ at: began(untimed) + 10_000 });
  });
});

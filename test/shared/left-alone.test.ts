import { expect, test } from 'vitest';
import { replay } from '#shared/session/evolve';
import { lessonOf, single } from '../support/lesson';
import { classOf } from '../support/session';

const lesson = lessonOf(single());
const nobodyThere = { type: 'end-empty' } as const;

test('R105 the server ends a session that everybody has left, and the log says why', () => {
  const room = classOf(lesson, ['ada']).opened(0);
  expect(room.server(nobodyThere)).toEqual(['step-closed', 'session-ended']);
  expect(room.log.at(-1)?.event).toEqual({ type: 'session-ended', why: 'nobody-there' });
  expect(room.state.ended?.why).toBe('nobody-there');
  expect(replay(room.log).ended).toEqual(room.state.ended);
  expect(room.server(nobodyThere)).toBe('session-ended');
});

test('R105 an end by its teacher has no such reason, and that of the server is taken back like it', () => {
  const room = classOf(lesson, []);
  room.host({ type: 'end' });
  expect(room.log.at(-1)?.event).toEqual({ type: 'session-ended' });
  expect(room.state.ended?.why).toBeNull();
  room.host({ type: 'undo-end' });
  room.server(nobodyThere);
  expect(room.host({ type: 'undo-end' })).toEqual(['end-undone']);
});

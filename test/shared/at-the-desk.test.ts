import { describe, expect, test } from 'vitest';
import { decide } from '#shared/session/decide';
import { UNDO_WITHIN } from '#shared/session/decide/end';
import { begin, replay } from '#shared/session/evolve';
import { momentsOf } from '#shared/session/replayed';
import { common, rosterRow, type DeskView, type ScreenView } from '#shared/session/views';
import { bestNeuron, gate, lessonOf, picks, several, single, thinNeuron } from '../support/lesson';
import { allHere, classOf, created, names, type Classroom } from '../support/session';

const lesson = lessonOf(single(), gate());
const desk = (room: Pick<Classroom, 'state'>) => common(room.state, 'desk', names) as DeskView;
const screen = (room: Pick<Classroom, 'state'>) => common(room.state, 'screen', names) as ScreenView;

describe('an end that is taken back', () => {
  test('R90 leaves the class where it was; an open step stays closed, and answers are kept', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, picks('c'));
    expect(room.host({ type: 'end' })).toEqual(['step-closed', 'session-ended']);
    expect(room.wait(UNDO_WITHIN).host({ type: 'undo-end' })).toEqual(['end-undone']);
    expect(desk(room)).toMatchObject({ stage: { at: 'step', step: 0 }, next: { type: 'reveal', step: 0 } });
    expect(common(room.state, 'phone', names).stage).toEqual({ at: 'step', step: 0 });
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
    expect(room.state.places.get('ada')?.points).toBe(1_000);
    expect(desk({ state: replay(room.log) })).toEqual(desk(room));
  });

  test('R90 is refused after five minutes, and says until when it is possible', () => {
    const room = classOf(lesson, []).wait(700);
    expect(desk(room).undoUntil).toBeNull();
    room.host({ type: 'end' });
    expect(desk(room).undoUntil).toBe(700 + UNDO_WITHIN);
    expect(room.wait(UNDO_WITHIN + 1).host({ type: 'undo-end' })).toBe('undo-too-late');
    expect(room.state.stage).toEqual({ at: 'ended' });
  });

  test('R90 changes nothing while the session goes on, and may happen again after another end', () => {
    const room = classOf(lesson, []);
    expect(room.host({ type: 'undo-end' })).toEqual([]);
    for (let times = 0; times < 2; times++) {
      room.host({ type: 'end' });
      expect(room.host({ type: 'undo-end' })).toEqual(['end-undone']);
    }
    expect(desk(room).undoUntil).toBeNull();
  });
});

describe('a dark projector', () => {
  test('R91 is darkened and lit by the desk; asking twice logs once', () => {
    const room = classOf(lesson, []);
    expect(room.host({ type: 'darken', dark: true })).toEqual(['screen-darkened']);
    expect(room.host({ type: 'darken', dark: true })).toEqual([]);
    expect([desk(room).dark, screen(room).dark]).toEqual([true, true]);
    expect('dark' in common(room.state, 'phone', names)).toBe(false);
    expect(room.host({ type: 'darken', dark: false })).toEqual(['screen-darkened']);
    expect(screen(room).dark).toBe(false);
  });

  test('R91 stays dark through moves and a restart, and the end lights it', () => {
    const room = classOf(lesson, ['ada']);
    room.host({ type: 'darken', dark: true });
    room.opened(0);
    room.server({ type: 'resume' });
    expect(screen(room).dark).toBe(true);
    room.host({ type: 'end' });
    expect(screen(room).dark).toBe(false);
    expect(room.host({ type: 'darken', dark: true })).toBe('session-ended');
  });
});

describe('what the projector is shown in', () => {
  const night = { language: 'en', theme: 'night', follows: true } as const;

  test('R98 is said by the desk, and the newest wins; setting what is set logs nothing', () => {
    const room = classOf(lesson, []);
    expect([desk(room).look, screen(room).look]).toEqual([null, null]);
    expect(room.host({ type: 'set-look', look: night })).toEqual(['look-set']);
    expect(room.host({ type: 'set-look', look: { ...night } })).toEqual([]);
    const fixed = { language: 'it', theme: 'night', follows: false } as const;
    expect(room.host({ type: 'set-look', look: fixed })).toEqual(['look-set']);
    expect([desk(room).look, screen(room).look]).toEqual([fixed, fixed]);
    expect('look' in common(room.state, 'phone', names)).toBe(false);
  });

  test('R98 stays through moves, a restart and the end, and looking back leaves it out', () => {
    const room = classOf(lesson, ['ada']);
    room.host({ type: 'set-look', look: night });
    room.opened(0);
    room.server({ type: 'resume' });
    room.host({ type: 'end' });
    expect(screen({ state: replay(room.log) }).look).toEqual(night);
    expect(room.host({ type: 'set-look', look: { ...night, theme: 'paper' } })).toBe('session-ended');
    expect(momentsOf(room.log, room.state, names).map(({ type }) => type)).not.toContain('look-set');
  });
});

test('R92 a rehearsal says so to projector and desk, and its end is not taken back', () => {
  const first = created(lesson);
  if (first.event.type !== 'session-created') throw new Error('a log begins with its creation');
  const state = begin({ ...first, event: { ...first.event, rehearsal: true } });
  expect([desk({ state }).rehearsal, screen({ state }).rehearsal]).toEqual([true, true]);
  expect(desk(classOf(lesson, [])).rehearsal).toBe(false);
  const ended = {
    ...state,
    ended: { at: 0, stage: { at: 'lobby' }, onPhones: { at: 'lobby' }, why: null },
  } as const;
  const command = { type: 'undo-end' } as const;
  const undo = { role: 'host', command, id: 'x', at: 1, present: new Set(''), held: null } as const;
  expect(decide(ended, undo)).toEqual({ ok: false, error: 'session-ended' });
  expect(desk({ state: ended }).undoUntil).toBeNull();
});

describe("the desk's list", () => {
  const verdicts = ({ state }: Classroom) =>
    [...state.seats.keys()].map((seat) => rosterRow(state, seat, names, allHere)?.verdict);

  test('R93 says after the reveal how it went for each seat, and before nothing', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo', 'dina']);
    room.here.delete('dina');
    room.opened(1);
    room.submit('ada', 1, bestNeuron);
    room.submit('ben', 1, thinNeuron);
    expect(verdicts(room)).toEqual([null, null, null, null]);
    room.host({ type: 'close', step: 1 });
    expect(verdicts(room)).toEqual([null, null, null, null]);
    room.host({ type: 'reveal', step: 1 });
    expect(verdicts(room)).toEqual(['right', 'right', 'silent', 'absent']);
    room.go({ at: 'board', step: 1 });
    expect(verdicts(room)).toEqual(['right', 'right', 'silent', 'absent']);
    room.go({ at: 'step', step: 0 });
    expect(verdicts(room)).toEqual([null, null, null, null]);
  });

  test('R93 tells wrong and partly right apart', () => {
    const room = classOf(lesson, ['ada', 'ben']).played(0, { ada: picks('a'), ben: picks('c') });
    expect(verdicts(room)).toEqual(['wrong', 'right']);
    const one = classOf(lessonOf(several()), ['ada']).played(0, { ada: picks('a') });
    expect(verdicts(one)).toEqual(['partial']);
  });
});

test('R94 the desk is told when the class first left the lobby', () => {
  const room = classOf(lesson, []).wait(9_000);
  expect(desk(room).begun).toBeNull();
  room.go({ at: 'step', step: 0 });
  room.wait(500).go({ at: 'step', step: 1 });
  room.go({ at: 'lobby' });
  room.wait(500).go({ at: 'step', step: 0 });
  expect(desk(room).begun).toBe(9_000);
});

import { describe, expect, test } from 'vitest';
import type { Summary } from '#shared/activities/text/index';
import { text } from '#shared/activities/text/index';
import { nextAction } from '#shared/session/conductor/next';
import { replay } from '#shared/session/evolve';
import { forgetWords } from '#shared/session/ledger/forget-words';
import { ownReview } from '#shared/session/own-review';
import { momentsOf, Reel } from '#shared/session/replayed';
import { review } from '#shared/session/review';
import { inWords, tableOf } from '#shared/session/tables';
import { readEvent, writeEvent } from '#shared/session/upcast';
import { common, own, pulse, type DeskView } from '#shared/session/views';
import { lessonOf, picks, single } from '../support/lesson';
import { classOf, type Classroom, names } from '../support/session';

const config = { longest: 60, shows: 'answers' } as const;
const lesson = lessonOf(
  single({ id: 'words', kind: 'text', config, points: 0, seconds: null }),
  single({ id: 'more', kind: 'text', config, points: 0, seconds: null }),
  single(),
);
const RUDE = 'scemo chi legge';

const written = (): Classroom =>
  classOf(lesson, ['ada', 'ben', 'cleo']).played(0, {
    ada: { text: 'il bias è meno la soglia' },
    ben: { text: RUDE },
  });

const picture = ({ state }: Classroom): Summary =>
  pulse(state, { here: () => true, drafts: new Map() }).picture as Summary;
const idOf = (room: Classroom, words: string): string =>
  picture(room).said.find((one) => one.text === words)?.id ?? '';
const hide = (room: Classroom, answer: string, hidden = true, step = 0) =>
  room.host({ type: 'hide-answer', step, answer, hidden });
const deskOf = ({ state }: Classroom) => common(state, 'desk', names) as DeskView;

describe('what somebody has written', () => {
  test('R122 stands beside the log: what is kept of the event has none of it, and together they are whole', () => {
    const room = written();
    const records = room.log.map(writeEvent);
    expect(records.map(({ body }) => body).join()).not.toContain(RUDE);
    expect(records.filter(({ beside }) => beside?.includes(RUDE))).toMatchObject([{ of: 'ben' }]);
    expect(records.map(readEvent)).toEqual(room.log);
  });

  test('R122 is nothing but an empty answer once it was erased, in a log that is read again as in a room that runs', () => {
    const room = written();
    const records = room.log.map(writeEvent);
    const state = replay(records.map((one) => readEvent(one.of === 'ben' ? { ...one, beside: null } : one)));
    expect(state.steps[0]?.answers.get('ben')).toMatchObject({ submission: { text: '' } });
    forgetWords(room.state, 'ben');
    expect(state.steps[0]?.answers).toEqual(room.state.steps[0]?.answers);
    expect(picture(room)).toMatchObject({ answers: 1, said: [{ text: 'il bias è meno la soglia' }] });
    expect(room.state.steps[0]?.answers.size).toBe(2);
  });

  test('R122 what is picked or tuned stays in the log', () => {
    const room = written().played(2, { ada: picks('c') });
    expect(room.log.map(writeEvent).filter(({ beside }) => beside?.includes('"c"'))).toEqual([]);
  });

  test('R80 is worth no points, has no place on the board, and the lesson goes on past one', () => {
    const room = written();
    expect(nextAction(room.state)).toMatchObject({ type: 'go', to: { at: 'step', step: 1 } });
    expect(room.state.board).toEqual([]);
    expect(own(room.state, 'ada', names)?.step).toMatchObject({ result: null, sentBy: 'student' });
  });

  test('R56 is shown to nobody while the step is open', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, { text: 'aperto' });
    expect(pulse(room.state, { here: () => true, drafts: new Map() })).toMatchObject({
      answered: 1,
      picture: null,
    });
  });

  test('R123 is hidden from projector, desk and review, and shown again', () => {
    const room = written();
    const id = idOf(room, RUDE);
    expect(hide(room, id)).toEqual(['answer-hidden']);
    expect(picture(room)).toMatchObject({ answers: 1 });
    expect(deskOf(room).hidden).toEqual([id]);
    for (const role of ['phone', 'screen', 'desk'] as const)
      expect(JSON.stringify(common(room.state, role, names))).not.toContain(RUDE);
    const told = review(room.log, names);
    expect(JSON.stringify(told)).not.toContain(RUDE);
    const table = tableOf('submissions', told, 'it', inWords(room.state, 'it'));
    expect(JSON.stringify(table)).toContain('(nascosta o cancellata)');
    expect(JSON.stringify(momentsOf(room.log, room.state, names))).not.toContain('answer-hidden');
    expect(hide(room, id, false)).toEqual(['answer-hidden']);
    expect(picture(room)).toMatchObject({ answers: 2 });
    expect(JSON.stringify(review(room.log, names))).toContain(RUDE);
  });

  test('R123 a replay hides it from the first moment on', () => {
    const room = written();
    const before = room.state.seq;
    hide(room, idOf(room, RUDE));
    const reel = new Reel(room.log);
    expect(JSON.stringify(reel.at(before, names))).not.toContain(RUDE);
    expect(JSON.stringify(reel.at(room.state.seq, names))).not.toContain(RUDE);
  });

  test('R123 who wrote it still reads it, then and afterwards', () => {
    const room = written();
    hide(room, idOf(room, RUDE));
    expect(own(room.state, 'ben', names)?.step).toMatchObject({ submission: { text: RUDE } });
    expect(JSON.stringify(ownReview(room.log, room.state, 'ben', names))).toContain(RUDE);
  });

  test('R123 hiding twice logs once; what is not there, or was not written, is refused', () => {
    const room = written().played(2, { ada: picks('c') });
    room.go({ at: 'step', step: 0 });
    const id = idOf(room, RUDE);
    hide(room, id);
    expect(hide(room, id)).toEqual([]);
    expect(hide(room, '0123456789ab')).toBe('unknown-answer');
    expect(hide(room, id, true, 1)).toBe('unknown-answer');
    expect(hide(room, id, true, 2)).toBe('wrong-phase');
    expect(hide(room, id, true, 9)).toBe('unknown-step');
  });

  test('R123 a picture names answers by what is of no use elsewhere, in an order that says nothing', () => {
    const room = written().played(1, { ben: { text: RUDE }, ada: { text: 'a' } });
    const second = idOf(room, RUDE);
    room.go({ at: 'step', step: 0 });
    expect(idOf(room, RUDE)).not.toBe(second);
    const ids = picture(room).said.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });
});

test('the kind says what stands for an erased answer', () => {
  expect(text.answers?.erased).toEqual({ text: '' });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostCommand } from '#shared/session/commands';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import { replay } from '#shared/session/evolve';
import { ownReview } from '#shared/session/own-review';
import { review } from '#shared/session/review';
import { readEvent, writeEvent } from '#shared/session/upcast';
import { GRACE } from '#shared/session/conductor/time';
import { pointsOf } from '#shared/session/state';
import { own, rosterRow } from '#shared/session/views';
import { Drafts } from '../../server/live/room/drafts';
import { plain } from '../support/fold';
import { linearLesson, quick } from '../support/linear-lesson';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single, thinNeuron } from '../support/lesson';
import { allHere, classOf, names, type Classroom } from '../support/session';

const lesson = lessonOf(single(), gate(), gate({ id: 'fast', timing: 'speed' }));

const hold = (room: Classroom, step: number, drafts: Readonly<Record<SeatId, unknown>>) =>
  (room.held = { step, drafts: new Map(Object.entries(drafts)) });
const answerOf = (room: Classroom, seat: SeatId, step = 1) => room.state.steps[step]?.answers.get(seat);
const zero = (room: Classroom, step: number) => room.state.steps[step]!.countdown!.deadline;
const close = (step: number): HostCommand => ({ type: 'close', step });

/** What the last command of a log has added to it. */
function lastCommit(log: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const from = log.map(({ command }) => command !== null).lastIndexOf(true);
  return log.slice(from);
}

describe('what is set and not sent', () => {
  test.each<[string, (room: Classroom) => unknown, readonly string[]]>([
    ['the teacher closes', (room) => room.host(close(1)), []],
    ['the class moves on', (room) => room.go({ at: 'step', step: 2 }), ['stage-entered']],
    ['the session ends', (room) => room.host({ type: 'end' }), ['session-ended']],
    [
      'the time is over',
      (room) => {
        room.at = zero(room, 1) + GRACE;
        return room.server({ type: 'deadline', step: 1 });
      },
      [],
    ],
  ])('R86 counts when %s: in the log before the close, in one commit', (_, ends, after) => {
    const room = classOf(lesson, ['ada', 'ben']).opened(1);
    hold(room, 1, { ada: thinNeuron });
    expect(ends(room)).toEqual(['submitted', 'step-closed', ...after]);
    expect(answerOf(room, 'ada')).toMatchObject({ submission: thinNeuron, sentBy: 'close', points: 600 });
    expect(answerOf(room, 'ben')).toBeUndefined();
    expect(lastCommit(room.log).map(({ event }) => event.type)).toEqual([
      'submitted',
      'step-closed',
      ...after,
    ]);
  });

  test('R86 is read from the disk as it was written, and an answer of an older log is its student’s', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(1);
    room.submit('ben', 1, bestNeuron);
    hold(room, 1, { ada: thinNeuron });
    room.host(close(1));
    const again = replay(room.log.map(writeEvent).map(readEvent));
    expect(plain(again)).toEqual(plain(room.state));
    const sentBy = [...again.steps[1]!.answers].map(([seat, answer]) => [seat, answer.sentBy]);
    expect(sentBy).toEqual([
      ['ben', 'student'],
      ['ada', 'close'],
    ]);
    expect(room.log.filter(({ event }) => 'sentBy' in event)).toHaveLength(1);
  });

  test('R87 is worth what an answer of that moment is worth', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40_000 }), fc.constantFrom(bestNeuron, thinNeuron), (ms, neuron) => {
        const room = classOf(lesson, ['ada', 'ben']).opened(2).wait(ms);
        if (room.at < zero(room, 2) + GRACE) room.submit('ben', 2, neuron);
        hold(room, 2, { ada: neuron });
        room.host(close(2));
        const atZero = neuron === bestNeuron ? 500 : 300;
        expect(pointsOf(answerOf(room, 'ada', 2))).toBe(pointsOf(answerOf(room, 'ben', 2)) ?? atZero);
      }),
    );
  });

  const some = fc.record({
    sent: fc.constantFrom(null, silentNeuron),
    draft: fc.constantFrom(null, bestNeuron, thinNeuron, { w: [25, 0], b: 0 }, 'rubbish'),
    kicked: fc.boolean(),
  });
  const seats: readonly SeatId[] = ['ada', 'ben', 'cleo'];

  test('R87 takes the place of no answer, and what does not fit or was set by who is out stays out', () => {
    fc.assert(
      fc.property(fc.tuple(some, some, some), fc.boolean(), (did, reversed) => {
        const room = classOf(lesson, seats).opened(1);
        const mine = seats.map((seat, i) => ({ seat, ...did[i]! }));
        for (const { seat, sent } of mine) if (sent) room.submit(seat, 1, sent);
        const drafts = mine.flatMap(({ seat, draft }) => (draft === null ? [] : [[seat, draft] as const]));
        hold(room, 1, Object.fromEntries(reversed ? drafts.reverse() : drafts));
        for (const { seat, kicked } of mine) if (kicked) room.host({ type: 'kick', seat });
        room.host(close(1));
        for (const { seat, sent, draft, kicked } of mine) {
          const fits = draft === bestNeuron || draft === thinNeuron;
          const counts = sent ?? (fits && !kicked ? draft : undefined);
          expect(answerOf(room, seat)?.submission).toEqual(counts);
          expect(answerOf(room, seat)?.sentBy).toBe(sent ? 'student' : counts && 'close');
        }
      }),
    );
  });

  test('R87 is no answer where a step has no drafts, and never costs a training', () => {
    const choice = classOf(lesson, ['ada']).opened(0);
    hold(choice, 0, { ada: picks('c') });
    expect(choice.host(close(0))).toEqual(['step-closed']);
    const race = classOf(linearLesson, ['ada']).opened(0);
    hold(race, 0, { ada: quick });
    expect(race.host(close(0))).toEqual(['step-closed']);
  });

  test('R87 counts for who has more time with what is left of it, for others at half the points of a fast step', () => {
    const room = classOf(lesson, ['ada', 'ben']);
    room.host({ type: 'pace', seat: 'ben', pace: null });
    room.opened(2);
    hold(room, 2, { ada: bestNeuron, ben: bestNeuron });
    room.at = zero(room, 2) + GRACE;
    expect(room.server({ type: 'deadline', step: 2 })).toEqual(['time-over']);
    expect(room.wait(60_000).host(close(2))).toEqual(['submitted', 'submitted', 'step-closed']);
    expect(answerOf(room, 'ada', 2)).toMatchObject({ points: 500 });
    expect(answerOf(room, 'ben', 2)).toMatchObject({ points: 1_000 });
  });

  test('R88 is held while its seat could answer, and not for another step', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(1);
    const drafts = new Drafts();
    const put = (seat: SeatId, step: number, draft: unknown = thinNeuron) =>
      drafts.put(room.state, seat, step, draft, room.at);
    expect([put('ada', 1), put('ada', 1, bestNeuron), put('nobody', 1), put('ada', 2)]).toEqual([
      ...[true, true, false, false],
    ]);
    expect(put('ben', 1, { w: [25, 0], b: 0 })).toBe(false);
    room.at = zero(room, 1) + GRACE;
    expect(put('ben', 1)).toBe(false);
    expect(drafts.held).toEqual({ step: 1, drafts: new Map([['ada', bestNeuron]]) });
    room.opened(2);
    room.held = drafts.held;
    expect(room.host(close(2))).toEqual(['step-closed']);
    room.host({ type: 'open', step: 2 });
    expect(put('ben', 2)).toBe(true);
    expect([...drafts.latest.keys()]).toEqual(['ben']);
  });

  test('R89 may be sent by a phone at its zero, and takes the place of no answer', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(1);
    const command = { type: 'submit', step: 1, submission: thinNeuron, sentBy: 'close' } as const;
    const atZero = (seat: SeatId) => room.send({ role: 'seat', seat, command });
    room.submit('ben', 1, bestNeuron);
    expect([atZero('ada'), atZero('ben')]).toEqual([['submitted'], 'already-answered']);
    expect(answerOf(room, 'ada')).toMatchObject({ submission: thinNeuron, sentBy: 'close' });
    expect(room.submit('ada', 1, bestNeuron)).toEqual(['submitted']);
    expect(answerOf(room, 'ada')).toMatchObject({ submission: bestNeuron, sentBy: 'student' });
  });

  test('R89 its seat, the desk and the review are told by whom an answer was sent', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo']).opened(1);
    room.submit('ben', 1, bestNeuron);
    hold(room, 1, { ada: thinNeuron });
    room.host(close(1));
    room.host({ type: 'reveal', step: 1 });
    const told = (seat: SeatId) => [
      own(room.state, seat, names)?.step?.sentBy,
      rosterRow(room.state, seat, names, allHere)?.sentBy,
      review(room.log, names).students.find((one) => one.seat === seat)?.steps[1]?.submissions[0]?.sentBy,
      ownReview(room.log, room.state, seat, names)?.steps[0]?.submissions[0]?.sentBy,
    ];
    expect(told('ada')).toEqual(['close', 'close', 'close', 'close']);
    expect(told('ben')).toEqual(['student', 'student', 'student', 'student']);
    expect(told('cleo')).toEqual([null, null, undefined, undefined]);
  });
});

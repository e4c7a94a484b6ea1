import { describe, expect, test } from 'vitest';
import { momentsOf } from '#shared/session/replayed';
import { review } from '#shared/session/review';
import { GRACE } from '#shared/session/conductor/time';
import { common, own, rosterRow } from '#shared/session/views';
import type { DeskView } from '#shared/session/views/types';
import { nextWake } from '#shared/session/conductor/wake';
import { bestNeuron, picks, silentNeuron, thinNeuron } from '../support/lesson';
import { at, deadline, mixed, pace, timed, ZERO } from '../support/paces';
import { allHere, names, type Classroom } from '../support/session';

const waits = (room: Classroom) => (common(room.state, 'desk', names) as DeskView).waits;

describe('a step that stays open for those with more time', () => {
  test('R76 the step stays open until a second after the last zero of those who have more time', () => {
    const room = at(timed(), ZERO + GRACE);
    expect(deadline(room)).toEqual(['time-over']);
    expect(waits(room)).toEqual(['ben', 'cleo']);
    expect(nextWake(room.state)?.at).toBe(2 * ZERO + GRACE);
    at(room, 2 * ZERO + GRACE - 1);
    expect(deadline(room)).toBe('too-early');
    room.wait(1);
    expect(deadline(room)).toEqual(['step-closed']);
    expect(waits(room)).toEqual([]);
  });

  test('R76 where the first answer stands, the last of them to answer closes the step', () => {
    const room = at(timed(), ZERO + GRACE);
    deadline(room);
    room.submit('cleo', 0, picks('c'));
    expect(nextWake(room.state)?.at).toBe(1.3 * ZERO + GRACE);
    room.submit('ben', 0, picks('c'));
    expect(nextWake(room.state)?.at).toBe(ZERO + GRACE);
    expect(deadline(room)).toEqual(['step-closed']);
  });

  test('R76 who has answered already, is kicked or was not there is not waited for', () => {
    const room = timed();
    room.submit('ben', 0, picks('a'));
    room.here.delete('cleo');
    at(room, ZERO + GRACE);
    expect(deadline(room)).toEqual(['step-closed']);
    room.host({ type: 'vote-again', step: 0 });
    room.wait(20_000 + GRACE);
    expect(deadline(room)).toEqual(['time-over']);
    expect(waits(room)).toEqual(['ben']);
    room.host({ type: 'kick', seat: 'ben' });
    expect(deadline(room)).toEqual(['step-closed']);
  });

  test('R76 where the last submission counts, an answer ends nobody’s time', () => {
    const room = timed(1);
    room.submit('ben', 1, bestNeuron);
    room.submit('cleo', 1, silentNeuron);
    const { deadline: zero } = room.state.steps[1]!.countdown!;
    at(room, zero + GRACE);
    expect(deadline(room, 1)).toEqual(['time-over']);
    expect(waits(room)).toEqual(['ben', 'cleo']);
    expect(room.submit('cleo', 1, thinNeuron)).toEqual(['submitted']);
    expect(nextWake(room.state)?.at).toBe(2 * zero + GRACE);
  });

  test('R76 while a seat without a countdown has to answer, only the teacher closes', () => {
    const room = at(mixed(), ZERO + GRACE);
    deadline(room);
    expect(nextWake(room.state)).toBeNull();
    room.wait(3_600_000);
    expect(deadline(room)).toBe('too-early');
    room.submit('dina', 0, picks('c'));
    expect(deadline(room)).toEqual(['step-closed']);
    expect(at(mixed(), ZERO + GRACE).host({ type: 'close', step: 0 })).toEqual(['step-closed']);
  });

  test('R76 a server that looks very late closes at once', () => {
    expect(deadline(at(timed(), 2 * ZERO + GRACE))).toEqual(['step-closed']);
  });

  test('R76 after an extension, a restart or a new pace the server asks anew', () => {
    const room = at(timed(), ZERO + GRACE);
    for (const ask of [
      () => room.host({ type: 'extend', step: 0, by: 5_000 }),
      () => pace(room, 'ada', 13),
      () => room.server({ type: 'resume' }),
    ]) {
      at(room, nextWake(room.state)!.at);
      expect(deadline(room)).toEqual(['time-over']);
      ask();
      expect(waits(room)).toEqual([]);
    }
    room.here.clear();
    at(room, nextWake(room.state)!.at);
    expect(deadline(room)).toEqual(['step-closed']);
  });

  test('R76 the ids with which the server asks are never the same', () => {
    const room = at(timed(), ZERO + GRACE);
    const ask = () => room.server({ type: 'deadline', step: 0 }, nextWake(room.state)!.id);
    expect(ask()).toEqual(['time-over']);
    pace(room, 'ada', 20);
    expect(ask()).toEqual(['time-over']);
    for (const seat of ['ada', 'ben', 'cleo']) room.host({ type: 'kick', seat });
    expect(ask()).toEqual(['step-closed']);
  });

  test('R76 a step without seconds has no zero for anybody', () => {
    const room = mixed(2).wait(3_600_000);
    expect(nextWake(room.state)).toBeNull();
    expect(deadline(room, 2)).toBe('no-deadline');
    expect(room.submit('ben', 2, picks('c'))).toEqual(['submitted']);
  });

  test('R77 a pace is shown to its seat and to the desk, and to nobody else', () => {
    const room = mixed();
    expect(own(room.state, 'ben', names)?.pace).toBe(13);
    expect(rosterRow(room.state, 'dina', names, allHere)?.pace).toBeNull();
    const others = ['phone', 'screen'] as const;
    const shown = () =>
      JSON.stringify([
        ...others.map((role) => common(room.state, role, names)),
        own(room.state, 'ada', names),
      ]);
    const before = shown();
    pace(room, 'ben', 20);
    at(room, ZERO + GRACE);
    deadline(room);
    expect(shown()).toBe(before);
  });

  test('R77 neither the time line nor the review says who had more time', () => {
    const room = at(timed(), ZERO + GRACE);
    deadline(room);
    const types = momentsOf(room.log, room.state, names).map(({ type }) => type);
    expect(types).not.toContain('seat-paced');
    expect(types).not.toContain('time-over');
    expect(JSON.stringify(review(room.log, names))).not.toMatch(/pace|waits/);
  });
});

import { describe, expect, test } from 'vitest';
import { race } from '#shared/activities/race/index';
import { pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { own, pulse } from '#shared/session/views';
import { train } from '#shared/training/train';
import { gradeOf, pointsOf, resultOf } from '#shared/session/state';
import { lessonOf, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const { config } = race.examples[0]!;
const lesson = lessonOf(single({ id: 'race', kind: 'race', config: { ...config, attempts: 2 } }), single());

const small = { layers: [2], rate: 0.1, epochs: 1 };
const wide = { layers: [4], rate: 0.1, epochs: 1 };
const good = race.examples.flatMap((one): unknown[] => ('submission' in one ? [one.submission] : []))[0];
const deep = { layers: [2, 2], rate: 0.1, epochs: 1 };

/** Has everything trained that waits, as the server's pool does. */
function trainAll(room: Classroom): number {
  const jobs = pendingJobs(room.state);
  for (const { step, job, request } of jobs)
    room.server({ type: 'result', step, job, result: train(request(room.state)) }, resultId(step, job));
  return jobs.length;
}

const answerOf = (room: Classroom, seat: string) => room.state.steps[0]!.answers.get(seat);
const runsOf = (room: Classroom, seat: string) => own(room.state, seat, names)?.step?.runs ?? [];

describe('training', () => {
  test('R62 a submission waits for its training, and the result counts once', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    expect(room.submit('ada', 0, small)).toEqual(['submitted']);
    expect(answerOf(room, 'ada')).toMatchObject({ outcome: 'pending' });
    const [pending] = pendingJobs(room.state);
    const result = train(pending!.request(room.state));
    const bring = (id: string) => room.server({ type: 'result', step: 0, job: pending!.job, result }, id);
    expect(bring(resultId(0, pending!.job))).toEqual(['job-finished']);
    expect(bring(resultId(0, pending!.job))).toEqual([]);
    expect(pendingJobs(room.state)).toEqual([]);
    expect(gradeOf(answerOf(room, 'ada'))?.score).toBeGreaterThanOrEqual(0);
  });

  test('R63 what was trained for somebody else is answered at once, with the same worth', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, wide);
    expect(trainAll(room)).toBe(1);
    room.submit('ben', 0, wide);
    expect(pendingJobs(room.state)).toEqual([]);
    expect(pointsOf(answerOf(room, 'ben'))).toBe(pointsOf(answerOf(room, 'ada')));
  });

  test('R64 attempts are counted by configuration, and one that was tried is free', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, small);
    room.submit('ada', 0, wide);
    expect(own(room.state, 'ada', names)?.step?.attemptsLeft).toBe(0);
    expect(room.submit('ada', 0, deep)).toBe('no-attempts-left');
    expect(room.submit('ada', 0, small)).toEqual(['submitted']);
    expect(answerOf(room, 'ada')?.submission).toEqual(small);
  });

  test('R65 a result that nobody waits for is dropped', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, small);
    const [{ job, request }] = pendingJobs(room.state) as [ReturnType<typeof pendingJobs>[0]];
    const result = train(request(room.state));
    for (const stray of [
      { ...job, run: 9 },
      { ...job, key: 'other' },
    ])
      expect(room.server({ type: 'result', step: 0, job: stray, result })).toEqual([]);
    expect(pendingJobs(room.state)).toHaveLength(1);
  });

  test('R66 a failed job is not charged, and what stood before counts again', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, small);
    trainAll(room);
    room.submit('ada', 0, wide);
    const [{ job }] = pendingJobs(room.state) as [ReturnType<typeof pendingJobs>[0]];
    expect(room.server({ type: 'result', step: 0, job, result: null })).toEqual(['job-failed']);
    expect(answerOf(room, 'ada')?.submission).toEqual(small);
    expect(own(room.state, 'ada', names)?.step?.attemptsLeft).toBe(1);
    expect(room.submit('ada', 0, wide)).toEqual(['submitted']);
    expect(pendingJobs(room.state).map((again) => again.job.run)).toEqual([2]);
    expect(trainAll(room)).toBe(1);
  });

  test('R67 nothing is revealed or ended while something is trained', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, small);
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'reveal', step: 0 })).toBe('still-training');
    expect(room.host({ type: 'end' })).toBe('still-training');
    expect(room.server({ type: 'end-empty' })).toBe('still-training');
    trainAll(room);
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
    expect(room.state.places.get('ada')?.points).toBe(pointsOf(answerOf(room, 'ada')));
  });

  test('R68 a seat is told of its own runs, and of nothing private before the reveal', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, small);
    expect(runsOf(room, 'ada')).toEqual([{ submission: small, state: 'training', shown: null }]);
    trainAll(room);
    const [run] = runsOf(room, 'ada');
    expect(run).toMatchObject({ submission: small, state: 'done' });
    expect(runsOf(room, 'ben')).toEqual([]);
    const hidden = resultOf([...room.state.steps[0]!.jobs.values()][0])!.hidden;
    const told = JSON.stringify(own(room.state, 'ada', names));
    expect(told).not.toContain(`"hidden"`);
    expect(own(room.state, 'ada', names)?.step?.result).toBeNull();
    expect(told).not.toContain(String(hidden));
  });

  test('R78 everything accepted is trained, for every seat that waits, earlier tries included', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, small);
    room.submit('ben', 0, small);
    room.submit('ada', 0, wide);
    const waiting = pendingJobs(room.state).map(({ seat, job }) => [seat, job.key]);
    const [first, second] = [small, wide].map((one) => JSON.stringify(one));
    expect(waiting).toEqual([
      ['ada', first],
      ['ben', first],
      ['ada', second],
    ]);
    trainAll(room);
    expect(runsOf(room, 'ada').map(({ state }) => state)).toEqual(['done', 'done']);
    expect(answerOf(room, 'ada')?.submission).toEqual(wide);
    const ends = room.log.filter(({ event }) => event.type === 'job-finished');
    expect(ends).toHaveLength(2);
  });

  test('R78 what only kicked seats wait for is not trained until one is readmitted', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, small);
    room.submit('ben', 0, small);
    room.submit('ada', 0, wide);
    room.host({ type: 'kick', seat: 'ada' });
    const presence = { here: () => true, drafts: new Map<string, unknown>() };
    expect(pulse(room.state, presence).training).toEqual({ done: 0, of: 1 });
    expect(pendingJobs(room.state).map(({ seat, job }) => [seat, job.key])).toEqual([
      ['ben', JSON.stringify(small)],
    ]);
    trainAll(room);
    // What honest seats share with it is its result too.
    room.host({ type: 'readmit', seat: 'ada' });
    expect(runsOf(room, 'ada').map(({ state }) => state)).toEqual(['done', 'training']);
    expect(trainAll(room)).toBe(1);
    expect(answerOf(room, 'ada')?.submission).toEqual(wide);
    expect(pointsOf(answerOf(room, 'ada'))).not.toBeNull();
  });

  test('R78 the reveal and the end do not wait for what was dropped; readmitted later, it counts after all', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, good);
    room.host({ type: 'kick', seat: 'ada' });
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
    room.host({ type: 'readmit', seat: 'ada' });
    expect(room.state.places.get('ada')?.points).toBe(0);
    expect(room.host({ type: 'end' })).toBe('still-training');
    expect(trainAll(room)).toBe(1);
    const points = pointsOf(answerOf(room, 'ada'));
    expect(points).toBeGreaterThan(0);
    expect(room.state.places.get('ada')?.points).toBe(points);
    expect(room.host({ type: 'end' })).toEqual(['session-ended']);
  });

  test('the class picture holds every run once it is trained, and the pulse says how far it is', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, small);
    room.submit('ben', 0, wide);
    const presence = { here: () => true, drafts: new Map<string, unknown>() };
    expect(pulse(room.state, presence).training).toEqual({ done: 0, of: 2 });
    trainAll(room);
    expect(pulse(room.state, presence).training).toEqual({ done: 2, of: 2 });
    expect(JSON.stringify(pulse(room.state, presence).picture)).not.toContain('"hidden"');
  });
});

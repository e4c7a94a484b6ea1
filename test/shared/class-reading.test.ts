import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawing, type Measure, type Summary } from '#shared/activities/drawing/index';
import { askedOf } from '#shared/activities/drawing/asked';
import { joins } from '#shared/activities/drawing/reading';
import type { HostCommand } from '#shared/session/commands';
import { replay } from '#shared/session/evolve';
import { forgetWords } from '#shared/session/ledger/forget-words';
import { isAwaited, pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { seatSeed } from '#shared/session/ledger/positions';
import { Reel } from '#shared/session/replayed';
import { review } from '#shared/session/review';
import { readEvent, writeEvent } from '#shared/session/upcast';
import { common, own, pulse, type DeskView } from '#shared/session/views';
import { rng } from '#shared/rng';
import { checked } from '#shared/training/check';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import { inputsOf } from '#shared/training/samples';
import { lessonOf, single } from '../support/lesson';
import { classOf, names, SEED, type Classroom } from '../support/session';

const config = { asks: 3 };
const lesson = lessonOf(
  single({ id: 'digits', kind: 'drawing', config, points: 0, seconds: null }),
  single(),
);
const SEATS = ['ada', 'ben', 'cleo', 'dina'];

const drawnBy = (room: Classroom, seat: string, salt = '') =>
  drawing.answers!.bots.random(config, rng(SEED, seat + salt), seatSeed(room.state, seat, 0));

/** A network that reads everything as one digit, and has a right answer for 96 in 100 of its own. */
function readAs(digit: number, request: TrainingRequest): TrainingResult {
  const read = new Array<number>(request.read!.length / inputsOf(request.train)).fill(digit);
  return { core: 'test', open: 0.96, hidden: 0.96, diverged: 0, losses: [], weights: [1], read };
}

/** Lets every job end that waits, each with what `by` says came out of it. */
function end(
  room: Classroom,
  by: (request: TrainingRequest) => TrainingResult | null = (r) => readAs(1, r),
): number {
  const jobs = pendingJobs(room.state);
  for (const { step, job, request } of jobs)
    room.server({ type: 'result', step, job, result: by(request(room.state)) }, resultId(step, job));
  return jobs.length;
}

/** A class that has drawn, its step open. */
function drawn(seats: readonly string[] = SEATS): Classroom {
  const room = classOf(lesson, seats).opened(0);
  for (const seat of seats) room.submit(seat, 0, drawnBy(room, seat));
  return room;
}

const close = (room: Classroom) => room.host({ type: 'close', step: 0 });
const reveal = (room: Classroom) => room.host({ type: 'reveal', step: 0 });
const nobodyTunes = { here: () => true, drafts: new Map() };
const pictureOf = ({ state }: Classroom) => pulse(state, nobodyTunes).picture as Summary;
const deskOf = ({ state }: Classroom) => common(state, 'desk', names) as DeskView;
const onDesk = (room: Classroom) => deskOf(room).hiddenPicture as Summary;
const measureOf = (room: Classroom, seat: string) => own(room.state, seat, names)?.step?.measure as Measure;

describe('what a class has handed in is read together', () => {
  test('R131 the close asks for it, the reveal waits for it, and the result counts once', () => {
    const room = drawn();
    expect(pendingJobs(room.state)).toEqual([]);
    expect(close(room)).toEqual(['step-closed', 'reading-asked']);
    expect(pulse(room.state, nobodyTunes).training).toEqual({ done: 0, of: 2 });
    expect(reveal(room)).toBe('still-training');
    const [{ step, job, request }] = pendingJobs(room.state) as [ReturnType<typeof pendingJobs>[number]];
    const result = readAs(1, request(room.state));
    expect(room.server({ type: 'result', step, job, result }, resultId(step, job))).toEqual(['reading-done']);
    expect(room.server({ type: 'result', step, job, result }, 'again')).toEqual([]);
    expect(end(room)).toBe(1);
    expect(reveal(room)).toEqual(['step-revealed']);
  });

  test('R131 two networks learn: one from the data alone, one from half of the class too, and both read everything', () => {
    const room = drawn();
    close(room);
    const requests = pendingJobs(room.state).map(({ request }) => request(room.state));
    expect(requests.map((one) => checked(one).ok)).toEqual([true, true]);
    const [first, second] = requests.map(({ train }) => train.y.length) as [number, number];
    expect(second - first).toBe(6);
    expect(requests.map(({ read }) => read!.length)).toEqual([12 * 64, 12 * 64]);
    expect(requests[0]!.seeds).toEqual(requests[1]!.seeds);
    const again = replay(room.log);
    expect(pendingJobs(again).map(({ request }) => request(again))).toEqual(requests);
  });

  test('R131 a class of one has one network, and no half', () => {
    const room = drawn(['ada']);
    close(room);
    expect(end(room)).toBe(1);
    reveal(room);
    expect(pictureOf(room)).toMatchObject({ drawn: 3, own: 0.96, ours: { of: 3 }, before: { of: 0 } });
  });

  test('R131 where nobody has drawn, or all is hidden, nothing is asked and the step is revealed', () => {
    const nobody = classOf(lesson, SEATS).opened(0);
    expect(close(nobody)).toEqual(['step-closed']);
    expect(reveal(nobody)).toEqual(['step-revealed']);
    const room = drawn(['ada']);
    close(room);
    const id = onDesk(room).wall[0]!.id;
    end(room);
    room.host({ type: 'open', step: 0 });
    room.host({ type: 'hide-answer', step: 0, answer: id, hidden: true });
    expect(close(room)).toEqual(['step-closed']);
    expect(reveal(room)).toEqual(['step-revealed']);
    expect(pictureOf(room)).toMatchObject({ drawn: 0, wall: [], own: null });
  });

  test('R132 nobody but the desk is told before the reveal, then each phone its own', () => {
    const room = drawn();
    close(room);
    end(room);
    expect(pictureOf(room)).toBeNull();
    expect(measureOf(room, 'ada')).toBeNull();
    expect(onDesk(room).wall.map(({ said }) => said)).toEqual(SEATS.map(() => [1, 1, 1]));
    reveal(room);
    const asked = askedOf(config, seatSeed(room.state, 'ada', 0));
    expect(measureOf(room, 'ada')).toEqual({ asked, said: [1, 1, 1] });
  });

  test('R132 the half that joins is not measured: before and after are of the other half', () => {
    const room = drawn();
    close(room);
    const { seats } = room.state.steps[0]!.reading!;
    end(room, (request) => readAs(request.train.y.length > 1_297 ? 7 : 1, request));
    reveal(room);
    const other = seats.filter((_, place) => !joins({ place, of: seats.length }));
    const asked = other.flatMap((seat) => askedOf(config, seatSeed(room.state, seat, 0)));
    const count = (digit: number) => asked.filter((one) => one === digit).length;
    expect(other).toHaveLength(2);
    expect(pictureOf(room)).toMatchObject({
      before: { right: count(1), of: 6 },
      after: { right: count(7), of: 6 },
    });
  });

  test('R133 opened again it is read no more, and the next close asks anew: what comes late is dropped', () => {
    const room = drawn();
    close(room);
    const [late] = pendingJobs(room.state);
    room.host({ type: 'open', step: 0 });
    expect(pendingJobs(room.state)).toEqual([]);
    expect(isAwaited(room.state, 0, late!.job)).toBe(false);
    room.submit('ada', 0, drawnBy(room, 'ada', 'once more'));
    close(room);
    const result = readAs(1, late!.request(room.state));
    expect(room.server({ type: 'result', step: 0, job: late!.job, result }, 'late')).toEqual([]);
    expect(reveal(room)).toBe('still-training');
    expect(pendingJobs(room.state).map(({ job }) => job.run)).toEqual([2, 2]);
    end(room);
    expect(reveal(room)).toEqual(['step-revealed']);
    const ada = review(room.log, names).students.find(({ seat }) => seat === 'ada');
    const said = ada?.steps[0]?.submissions.map(({ measure }) => measure);
    // What ada had drawn before was read by nobody whose answer counts.
    expect(said).toEqual([null, measureOf(room, 'ada')]);
  });

  test('R133 a reading that is asked for again after the log was read anew has nothing of who was erased meanwhile', () => {
    const room = drawn();
    close(room);
    const [erased] = room.state.steps[0]!.reading!.seats as [string];
    const [asked] = pendingJobs(room.state);
    const anew = replay(room.log);
    forgetWords(anew, erased);
    const left = asked!.request(anew);
    expect(left.read!.slice(0, 3 * 64).every((ink) => ink === 0)).toBe(true);
    expect(left).toEqual(pendingJobs(anew)[0]!.request(anew));
  });

  test('R133 what is hidden or erased while it is read teaches nothing, counts nowhere, and keeps the others in their places', () => {
    const room = drawn();
    close(room);
    const { seats } = room.state.steps[0]!.reading!;
    const [erased, , hidden] = seats as [string, string, string, string];
    const [, whole] = pendingJobs(room.state).map(({ request }) => request(room.state));
    forgetWords(room.state, erased);
    const id = onDesk(room).wall.find(
      ({ ink }) =>
        ink[0] === (room.state.steps[0]!.answers.get(hidden)!.submission as { ink: string[] }).ink[0],
    )!.id;
    room.host({ type: 'hide-answer', step: 0, answer: id, hidden: true });
    const [, left] = pendingJobs(room.state).map(({ request }) => request(room.state));
    expect(whole!.train.y.length - left!.train.y.length).toBe(3);
    expect(left!.read!.slice(0, 3 * 64).every((ink) => ink === 0)).toBe(true);
    expect(left!.read!.slice(3 * 64, 6 * 64)).toEqual(whole!.read!.slice(3 * 64, 6 * 64));
    end(room);
    reveal(room);
    expect(pictureOf(room)).toMatchObject({ drawn: 6, ours: { of: 6 }, before: { of: 3 }, after: { of: 3 } });
    expect(measureOf(room, erased)).toBeNull();
    // Who drew it still reads it.
    expect(measureOf(room, hidden)).toMatchObject({ said: [1, 1, 1] });
  });

  test('R133 a network that failed, or says something else than was asked, has read nothing, and the lesson goes on', () => {
    for (const by of [() => null, (r: TrainingRequest) => ({ ...readAs(1, r), read: [1] })]) {
      const room = drawn();
      close(room);
      end(room, by);
      expect(reveal(room)).toEqual(['step-revealed']);
      expect(pictureOf(room)).toMatchObject({ drawn: 12, own: null, ours: { of: 0 }, before: { of: 0 } });
      expect(measureOf(room, 'ada')).toBeNull();
    }
  });

  test('R133 the end of a session asks for nothing; once it is taken back, what it has closed is read', () => {
    const room = drawn();
    expect(room.host({ type: 'end' })).toEqual(['step-closed', 'session-ended']);
    expect(room.host({ type: 'undo-end' })).toEqual(['end-undone', 'reading-asked']);
    expect(room.host({ type: 'end' })).toBe('still-training');
    end(room);
    expect(reveal(room)).toEqual(['step-revealed']);
  });

  test('R122 neither ink nor weights are in the log, and a replay shows a hidden one at no moment', () => {
    const room = drawn();
    close(room);
    const id = onDesk(room).wall[0]!.id;
    end(room);
    reveal(room);
    const ink = pictureOf(room).wall[0]!.ink[0]!;
    const bodies = room.log.map((one) => writeEvent(one).body).join();
    expect([bodies.includes(ink), bodies.includes('weights')]).toEqual([false, false]);
    room.host({ type: 'hide-answer', step: 0, answer: id, hidden: true });
    const reel = new Reel(room.log);
    for (const { seq } of room.log) expect(JSON.stringify(reel.at(seq, names))).not.toContain(ink);
    expect(JSON.stringify(review(room.log, names))).not.toContain(ink);
  });
});

type Act = readonly [what: number, which: number];

/** Something that may happen to a class that draws, in any order. */
function act(room: Classroom, [what, which]: Act): void {
  const seat = SEATS[which % SEATS.length]!;
  const host = (command: HostCommand) => room.host(command);
  const stage = { at: 'step', step: which % 2 } as const;
  const acts: readonly (() => unknown)[] = [
    () => room.submit(seat, 0, drawnBy(room, seat, `${which}`)),
    () => room.submit(seat, 0, { ink: drawnBy(room, seat, `${which}`).ink.slice(0, 1) }),
    () => host({ type: 'open', step: 0 }),
    () => close(room),
    () => end(room),
    () => end(room, () => null),
    () => end(room, (request) => ({ ...readAs(3, request), read: [] })),
    () => reveal(room),
    () => host({ type: 'hide-answer', step: 0, answer: deskOf(room).hidden[0] ?? '', hidden: false }),
    () => host({ type: 'hide-answer', step: 0, answer: onDesk(room)?.wall[which]?.id ?? '', hidden: true }),
    () => forgetWords(room.state, seat),
    () => host({ type: which % 2 === 0 ? 'kick' : 'readmit', seat }),
    () => room.go(stage),
    () => host({ type: 'play-again', step: 0 }),
    () => host({ type: 'end' }),
    () => host({ type: 'undo-end' }),
  ];
  acts[what % acts.length]?.();
}

const acts = fc.array(fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 7 })), { minLength: 10, maxLength: 50 });

test('whatever a class and its teacher do, and in whatever order, everybody is shown something, and the log says the same', () => {
  let read = 0;
  fc.assert(
    fc.property(acts, (script) => {
      const room = drawn();
      for (const one of script) {
        act(room, one);
        for (const role of ['phone', 'screen', 'desk'] as const) common(room.state, role, names);
        for (const seat of SEATS) own(room.state, seat, names);
        pulse(room.state, nobodyTunes);
        for (const { request } of pendingJobs(room.state)) expect(checked(request(room.state)).ok).toBe(true);
      }
      if (room.log.some(({ event }) => event.type === 'reading-done')) read += 1;
      const again = replay(room.log.map((one) => readEvent(writeEvent(one))));
      expect(again.steps[0]?.reading).toEqual(room.state.steps[0]?.reading);
      expect(review(room.log, names).steps).toHaveLength(room.state.steps.length);
    }),
    { numRuns: 60, seed: 50 },
  );
  expect(read).toBeGreaterThan(30);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { race } from '#shared/activities/race/index';
import type { EventOf, LoggedEvent } from '#shared/session/events';
import { pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { own, type OwnView } from '#shared/session/views';
import { train } from '#shared/training/train';
import { lessonOf, single } from '../support/lesson';
import { classOf, names } from '../support/session';
import { judged } from './progress';
import type { PhoneHistory } from './history/told';
import { runsHeldAgainst } from './scored';

const { config } = race.examples[0]!;
const lesson = lessonOf(single({ kind: 'race', config: { ...config, samples: 20 } }));
const networks = [1, 2, 3].map((epochs) => ({ layers: [1], rate: 0.1, epochs }));
const seats = ['ada', 'ben', 'cleo'];

let log: readonly LoggedEvent[];
let phones: readonly PhoneHistory[];

const shown = (seat: string, view: OwnView): PhoneHistory => ({
  ...{ seat, sent: [], end: null },
  revealed: new Map([[0, JSON.parse(JSON.stringify(view)) as OwnView]]),
});

beforeAll(() => {
  const room = classOf(lesson, seats).opened(0);
  seats.forEach((seat, i) => room.submit(seat, 0, networks[i]));
  for (const { step, job, request } of pendingJobs(room.state))
    room.server({ type: 'result', step, job, result: train(request(room.state)) }, resultId(step, job));
  room.host({ type: 'close', step: 0 });
  room.host({ type: 'reveal', step: 0 });
  log = room.log;
  phones = seats.map((seat) => shown(seat, own(room.state, seat, names)!));
});

/** The log with its first result changed, or replaced by several records. */
const changed = (change: (event: EventOf<'job-finished'>) => readonly EventOf<'job-finished'>[]) => {
  const at = log.findIndex(({ event }) => event.type === 'job-finished');
  const { event, ...record } = log[at]!;
  const records = change(event as EventOf<'job-finished'>).map((one) => ({ ...record, event: one }));
  return [...log.slice(0, at), ...records, ...log.slice(at + 1)];
};

describe('what came of trained submissions', () => {
  it('is right when the log and the phones have what training gives', () => {
    expect(runsHeldAgainst(phones, log)).toEqual({ submissions: 3, results: 3, findings: [] });
  });

  it('is found out when a result is missing, doubled, another one, or worth something else', () => {
    const { findings: missing } = runsHeldAgainst(
      phones,
      changed(() => []),
    );
    expect(missing).toEqual([expect.stringContaining('has 0 results')]);
    const { findings: twice } = runsHeldAgainst(
      phones,
      changed((event) => [event, event]),
    );
    expect(twice).toEqual([expect.stringContaining('has 2 results')]);
    const other = changed((event) => [{ ...event, result: { ...event.result, hidden: 0.123 } }]);
    expect(runsHeldAgainst(phones, other).findings).toEqual([expect.stringContaining('another result')]);
    const dearer = changed((event) => [
      event.outcome === 'graded' ? { ...event, points: event.points + 1 } : event,
    ]);
    expect(runsHeldAgainst(phones, dearer).findings).toEqual([expect.stringContaining('is worth')]);
  });

  it('is found out when a phone shows another run, none, or other points', () => {
    const [ada, ...others] = phones as [PhoneHistory, ...PhoneHistory[]];
    const view = ada.revealed.get(0)!;
    const step = view.step!;
    const wrongly: Record<string, OwnView['step']> = {
      'not shown as it came out': { ...step, runs: [] },
      'shown with 999 points': { ...step, result: { ...step.result!, points: 999 } },
    };
    for (const [sentence, seen] of Object.entries(wrongly)) {
      const { findings } = runsHeldAgainst([shown('ada', { ...view, step: seen }), ...others], log);
      expect(findings).toEqual([expect.stringContaining(sentence)]);
    }
  });
});

describe('what a desk was told', () => {
  it('only grows, never past what was sent, and ends with all of it', () => {
    const counts = (...pairs: [number, number][]) => pairs.map(([done, of]) => ({ done, of }));
    expect(judged(counts([0, 0], [0, 2], [1, 3], [3, 3]), 3)).toEqual([]);
    expect(judged(counts([2, 3], [1, 3], [3, 3]), 3)).toHaveLength(1);
    expect(judged(counts([1, 3], [4, 3], [4, 4], [3, 3]), 3)).not.toEqual([]);
    expect(judged(counts([1, 3], [2, 3]), 3)).toHaveLength(1);
  });
});

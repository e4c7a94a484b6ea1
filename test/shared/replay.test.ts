import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judge } from '#shared/activities/bound';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { replay } from '#shared/session/evolve';
import { EVENT_VERSION } from '#shared/session/events';
import { gradeOf } from '#shared/session/state';
import { readEvent, writeEvent, type StoredEvent } from '#shared/session/upcast';

/** A lesson recorded by version 1, with every event there is. It is never recorded again: old logs do not change. */
const recorded = JSON.parse(
  readFileSync(fileURLToPath(new URL('../fixtures/log-v1.json', import.meta.url)), 'utf8'),
) as StoredEvent[];

const log = recorded.map(readEvent);

describe('a log of version 1', () => {
  test('holds every kind of event', () => {
    expect(new Set(log.map(({ event }) => event.type)).size).toBe(19);
    expect(log.every(({ version }) => version === 1)).toBe(true);
  });

  test('is replayed to the board that the class saw', () => {
    const { board, stage, at, steps, seats, tokens } = replay(log);
    expect(board).toEqual([
      { seat: 'elio', rank: 1, share: 1_000, points: 1_000, right: 1, steps: 1 },
      { seat: 'ben', rank: 2, share: 945, points: 1_890, right: 2, steps: 2 },
      { seat: 'ada', rank: 3, share: 800, points: 1_600, right: 2, steps: 2 },
      { seat: 'dina', rank: 4, share: 0, points: 0, right: 0, steps: 1 },
    ]);
    expect([stage.at, at]).toEqual(['ended', 100_200]);
    expect(steps.map(({ phase, answers, present }) => [phase, answers.size, present.size])).toEqual([
      ['revealed', 3, 3],
      ['revealed', 3, 5],
      ['closed', 2, 5],
    ]);
    expect(seats.get('ben')).toMatchObject({ name: 'row-ben-2', kicked: false });
    expect(seats.get('cleo')?.kicked).toBe(true);
    expect(tokens.get('tablet')).toBe('ada');
    expect([...seats.values()].every(({ pace }) => pace === 10)).toBe(true);
  });

  test('is graded again to the points that stand in it', () => {
    const { steps } = replay(log);
    for (const { event } of log) {
      if (event.type !== 'submitted') continue;
      const { activity, secret } = steps[event.step]!;
      const judged = judge(activity, event.submission, null, { seat: '', secret });
      const { submission, outcome } = event;
      expect(judged).toEqual({ ok: true, value: { submission, outcome, grade: gradeOf(event) } });
    }
  });

  const versioned = (event: { lesson?: object }) => ({
    ...event,
    lesson: { version: LESSON_VERSION, ...event.lesson },
  });

  test('is written as it was read, with what later versions add', () => {
    const again = log
      .map(writeEvent)
      .map(({ body, ...rest }) => ({ ...rest, event: JSON.parse(body) as object }));
    const added = ({ body, ...rest }: (typeof recorded)[number]) => {
      const event = JSON.parse(body.replace('"kind":"perceptron"', '"kind":"gate"')) as {
        type: string;
        lesson?: object;
      };
      if (event.type === 'session-created') return { ...rest, event: versioned(event) };
      const added = { made: 1, job: null, outcome: 'graded' };
      return { ...rest, event: event.type === 'submitted' ? { ...event, ...added } : event };
    };
    expect(again).toEqual(recorded.map(added));
  });
});

test('a record from the future is not guessed at', () => {
  const future = { ...recorded[0]!, version: EVENT_VERSION + 1 };
  expect(() => readEvent(future)).toThrow('has version');
});

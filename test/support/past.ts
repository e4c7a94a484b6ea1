import { hashOf } from '../../server/accounts/secrets';
import type { Lesson } from '#shared/lessons/lesson';
import { rng } from '#shared/rng';
import type { SessionLog } from '../../server/storage/log/port';
import { Classroom } from './session';

/** A session that is over, as a data folder keeps it. */
export interface Past {
  readonly id: string;
  readonly code: string;
  /** The secrets of its seats. */
  readonly tokens: readonly string[];
}

/** How a class answers, one after the other. */
const MOODS = ['knows', 'random', 'constant'] as const;

/** A class that has played whatever of a lesson is not trained, to the end. */
function played(lesson: Lesson, tokens: readonly string[]): Classroom {
  const room = new Classroom(lesson, { limit: tokens.length });
  for (const [i, token] of tokens.entries()) room.join(`seat-${i}`, hashOf(token));
  for (const [step, { activity }] of room.state.steps.entries()) {
    if (activity.trains) continue;
    room.opened(step);
    for (const [i, seat] of [...room.state.seats.keys()].entries()) {
      const mood = MOODS[i % MOODS.length] ?? 'knows';
      const submission = activity.answers?.bots[mood](rng(`${step}`, seat), '');
      if (submission !== undefined) room.wait(1).submit(seat, step, submission);
    }
    room.host({ type: 'close', step });
    room.host({ type: 'reveal', step });
  }
  room.host({ type: 'end' });
  return room;
}

/** Runs one statement on the cold tables, from outside. A `?` stands for each value. */
export type Ask = (statement: string, ...values: readonly unknown[]) => Promise<readonly unknown[]>;

/** Puts a session that a class of `size` has played into the log and the tables of a server that does not run. */
export async function writePast(
  disk: SessionLog,
  ask: Ask,
  lesson: Lesson,
  size: number,
  id = 'past',
): Promise<Past> {
  const tokens = Array.from({ length: size }, (_, i) => `${i}`.padStart(22, 'a'));
  const { log, state } = played(lesson, tokens);
  const names = [...state.seats.values()].map(({ name }, i) => ({
    row: name,
    text: `Student ${i + 1}`,
    folded: `${i}`,
  }));
  const entries = log.map((record) => ({ session: id, events: [record], claim: null, release: null }));
  await disk.append(entries);
  for (const claim of names) await disk.append([{ session: id, events: [], claim, release: null }]);
  const [teacher] = (await ask('SELECT id FROM "Teacher"')) as { id: string }[];
  await ask(
    `INSERT INTO "Session" (id, "teacherId", "lessonId", title, code, "createdAt", "endedAt", students, steps)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, teacher?.id, lesson.id, JSON.stringify(lesson.title), state.code],
    ...[
      '2026-01-15T08:00:00.000+00:00',
      new Date().toISOString().replace('Z', '+00:00'),
      size,
      lesson.steps.length,
    ],
  );
  return { id, code: state.code, tokens };
}

import { logSql } from './sql';

/** The body of a record, as it stands in the log. */
export function bodyOf(dataDir: string, session: string, seq: number): string {
  const [row] = logSql(dataDir, 'SELECT body FROM event WHERE session = ? AND seq = ?', session, seq);
  return (row as { body: string }).body;
}

/** Writes another body into a record of the log. */
export const rewrite = (dataDir: string, session: string, seq: number, body: string) =>
  logSql(dataDir, 'UPDATE event SET body = ? WHERE session = ? AND seq = ?', body, session, seq);

/** Gives a session's first step a configuration that no kind accepts; answers with the body that stood there. */
export function spoilStep(dataDir: string, session: string): string {
  const before = bodyOf(dataDir, session, 1);
  const event = JSON.parse(before) as { lesson: { steps: { config: unknown }[] } };
  for (const step of event.lesson.steps.slice(0, 1)) step.config = { from: 'another time' };
  rewrite(dataDir, session, 1, JSON.stringify(event));
  return before;
}

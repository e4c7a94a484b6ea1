/** Hops from one session to the next in the index, instead of reading every event. */
const IN_LOG = `WITH RECURSIVE each(id) AS (
  SELECT min(session) FROM event
  UNION ALL
  SELECT (SELECT min(session) FROM event WHERE session > id) FROM each WHERE id IS NOT NULL
) SELECT id FROM each WHERE id IS NOT NULL`;

const ids = (db, statement) => new Set(db.prepare(statement).pluck().all());

/** The sessions of both files: how many there are, and those that stand in one of them alone. */
export function compare(log, cold) {
  const logged = ids(log, IN_LOG);
  const listed = ids(cold, 'SELECT id FROM Session');
  const alone = [...logged]
    .filter((id) => !listed.has(id))
    .concat([...listed].filter((id) => !logged.has(id)));
  return { sessions: logged.size, alone };
}

import { err, ok, type Result } from '../result';
import { withKindsOfToday } from './earlier-kinds';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What makes a lesson of version `i` one of version `i + 1`. Whoever changes what a lesson says adds a line at the
 * end: lessons of every earlier version stand in logs and on teachers' disks for ever.
 */
const upgrades: readonly ((lesson: Fields) => Fields)[] = [
  // 0: before lessons had a version, as the logs of 0.1 hold them.
  withKindsOfToday,
];

/** The version that is written today. */
export const LESSON_VERSION = 1;

/** `$schema` is for the editor in which somebody writes a lesson, and no part of it. */
const UNSAID = new Set(['$schema', 'version']);

const isFields = (raw: unknown): raw is Fields =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * A lesson of this version or of any earlier one, in the words of this version; what it says is not looked at.
 * Refuses with `version-unknown` what only a newer build can read.
 */
export function upgradeLesson(raw: unknown): Result<Fields, 'not-an-object' | 'version-unknown'> {
  if (!isFields(raw)) return err('not-an-object');
  const { version = 0 } = raw;
  const known = typeof version === 'number' && Number.isInteger(version) && version >= 0;
  if (!known || version > LESSON_VERSION) return err('version-unknown');
  const said = Object.fromEntries(Object.entries(raw).filter(([key]) => !UNSAID.has(key)));
  const lesson = upgrades.slice(version).reduce((fields, upgrade) => upgrade(fields), said as Fields);
  return ok({ version: LESSON_VERSION, ...lesson });
}

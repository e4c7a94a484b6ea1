import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Lesson } from '#shared/lessons/lesson';
import { readLesson } from '#shared/lessons/check';
import type { Problem, ProblemCode } from '#shared/problems';
import { err, ok, type Result } from '#shared/result';

/** What is wrong with a lesson that comes with the product, and in which of its files. */
export interface Broken extends Problem {
  /** From the folder of the lessons, with slashes: first/steps/and.json. */
  readonly file: string;
}

export interface BuiltIn {
  /** In the order of their folders' names, which is that in which a teacher is offered them. */
  readonly lessons: readonly Lesson[];
  /** What kept others out. */
  readonly broken: readonly Broken[];
}

const HEAD = 'lesson.json';

/** A step's own file, as lesson.json names it: its own, or one that it shares with another lesson. */
const REFERENCE = /^(\.\.\/[a-z0-9-]+\/)?steps\/[a-z0-9-]+\.json$/;

/**
 * Reads the lessons that come with the product: in each folder `lesson.json` is the document, and where a step is a
 * path it stands in that file. A broken one is left out and told. The error is a sentence, for want of any folder.
 */
export function readBuiltIn(folder: string): Result<BuiltIn, string> {
  try {
    const names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    return ok(readAll(folder, names.sort()));
  } catch {
    return err(`The folder of the built-in lessons, ${folder}, cannot be read: install Trainoff again.`);
  }
}

function readAll(folder: string, names: readonly string[]): BuiltIn {
  const lessons: Lesson[] = [];
  const broken: Broken[] = [];
  for (const name of names) {
    const read = readOne(folder, name);
    if (!read.ok) broken.push(...read.error);
    else if (lessons.some(({ id }) => id === read.value.id))
      broken.push({ file: posix.join(name, HEAD), path: ['id'], code: 'same-id' });
    else lessons.push(read.value);
  }
  return { lessons, broken };
}

function readOne(folder: string, name: string): Result<Lesson, readonly Broken[]> {
  const file = posix.join(name, HEAD);
  const head = readJson(folder, file);
  if (!head.ok) return err([head.error]);
  const { steps, ...rest } = fieldsOf(head.value);
  const parts = Array.isArray(steps) ? steps.map((step, index) => readStep(folder, file, step, index)) : [];
  const missing = parts.flatMap((part) => (part.ok ? [] : [part.error]));
  if (missing.length > 0) return err(missing);
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const lesson = readLesson({ ...rest, steps: Array.isArray(steps) ? read.map(({ step }) => step) : steps });
  if (lesson.ok) return lesson;
  return err(lesson.error.map((problem) => placed(problem, file, read)));
}

interface Part {
  readonly file: string;
  readonly step: unknown;
}

/** A step that stands in the document itself, or the one in the file that it names. */
function readStep(folder: string, head: string, step: unknown, index: number): Result<Part, Broken> {
  if (typeof step !== 'string') return ok({ file: head, step });
  if (!REFERENCE.test(step)) return err({ file: head, path: ['steps', index], code: 'malformed' });
  const file = posix.join(posix.dirname(head), step);
  const read = readJson(folder, file);
  if (!read.ok) return read;
  const { $schema: _editor, ...fields } = fieldsOf(read.value);
  return ok({ file, step: fields });
}

/** A problem of the whole document, told of the file that it stands in. */
function placed({ path, code }: Problem, head: string, parts: readonly Part[]): Broken {
  const [root, index, ...inside] = path;
  const part = root === 'steps' && typeof index === 'number' ? parts[index] : undefined;
  return part && part.file !== head ? { file: part.file, path: inside, code } : { file: head, path, code };
}

const fieldsOf = (raw: unknown): Record<string, unknown> =>
  typeof raw === 'object' && raw !== null ? { ...raw } : {};

function readJson(folder: string, file: string): Result<unknown, Broken> {
  const broken = (code: ProblemCode) => err({ file, path: [], code });
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    return broken('not-there');
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return broken('not-json');
  }
}

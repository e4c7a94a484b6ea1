import type { ApiError } from '#shared/api';
import type { DeletedCard, Kept, OwnLesson, VersionCard } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import { upgradeLesson } from '#shared/lessons/upgrade';
import { err, ok, type Result } from '#shared/result';
import type { Text } from '#shared/text';
import type { NewVersion, Version } from '../storage/prisma/lesson-rows';
import type { Lessons, Whose } from '../storage/prisma/lessons';
import { copyTitle, freeId } from './copies';
import type { Problems, Reading } from './reading';
import { todays, type Document, type Shelf } from './shelf';

export interface OwnLessonPorts {
  readonly shelf: Shelf;
  readonly lessons: Lessons;
  readonly reading: Reading;
  /** The ids of the built-in lessons, which nobody's own may have. */
  readonly reserved: readonly string[];
  /** The wall clock. */
  readonly today: () => Date;
  /** Hears of a thinning that could not be done; a later save does it. And of lessons that cannot be read. */
  readonly onBug: (error: unknown) => void;
}

type Refusal = ErrorCode | ApiError;

/** Lessons of one teacher. */
export const MOST_LESSONS = 500;
/** The same with those that were put away, which stay for a month. */
export const MOST_TAKEN = 2 * MOST_LESSONS;

/** A path of the API that an id would stand in for. */
const PATHS = ['deleted'];

/** So many saves from one thinning to the next. */
const THINNED_EVERY = 10;

/** A document that can be kept, at least as a draft. */
interface Keepable {
  readonly document: Document;
  readonly problems: Problems;
  readonly version: NewVersion;
}

/** What a teacher does with lessons of their own. Somebody else's do not exist. */
export class OwnLessons {
  constructor(private readonly ports: OwnLessonPorts) {}

  /** The newest version, or the one with this number. */
  async open(whose: Whose, number?: number): Promise<Result<OwnLesson, Refusal>> {
    const { lessons, reading } = this.ports;
    const version = await (number === undefined ? lessons.newest(whose) : lessons.version(whose, number));
    if (!version) return this.none(whose.id);
    const document = todays(version.document);
    const { problems } = await reading.look(document);
    return ok({ ...{ id: whose.id, document, problems }, ...placed(version) });
  }

  async versions(whose: Whose): Promise<Result<readonly VersionCard[], Refusal>> {
    const lines = await this.ports.lessons.versions(whose);
    if (lines.length === 0) return this.none(whose.id);
    return ok(lines.map((line) => ({ ...placed(line), steps: line.steps })));
  }

  /** A new lesson of this document, whose id is changed if it is taken. */
  async add(teacherId: string, document: unknown): Promise<Result<Kept, Refusal>> {
    const { lessons, reserved } = this.ports;
    if ((await lessons.count(teacherId)) >= MOST_LESSONS) return err('too-many-lessons');
    const read = await this.keepable(document);
    if (!read.ok) return read;
    const own = await lessons.taken(teacherId);
    if (own.size >= MOST_TAKEN) return err('too-many-lessons');
    const taken = new Set([...PATHS, ...reserved, ...own]);
    for (;;) {
      const id = freeId(String(read.value.document.id), taken);
      const { version, problems } = named(read.value, id);
      const savedAt = this.ports.today();
      if (await lessons.add({ teacherId, id }, version, savedAt))
        return ok({ id, number: 1, savedAt: savedAt.toISOString(), problems });
      taken.add(id);
    }
  }

  /** A new lesson that is what this one is now, under a title that says so. */
  async copy(teacherId: string, id: string): Promise<Result<Kept, Refusal>> {
    const found = await this.ports.shelf.document(teacherId, id);
    if (!found.ok) return found;
    const original = found.value as Document;
    const title = original.title as Text | undefined;
    if (!title) return this.add(teacherId, original);
    const others = (await this.ports.shelf.cards(teacherId)).map((card) => card.title);
    return this.add(teacherId, { ...original, title: copyTitle(title, others) });
  }

  /** Version `from + 1`; `lesson-changed` if somebody has saved another one on top of `from`. */
  async save(whose: Whose, from: number, document: unknown): Promise<Result<Kept, Refusal>> {
    const { lessons, today, onBug } = this.ports;
    const read = await this.keepable(document);
    if (!read.ok) return read;
    const { version, problems } = read.value;
    if (read.value.document.id !== whose.id)
      return err({ code: 'lesson-invalid', problems: [{ path: ['id'], code: 'does-not-fit' }] });
    const savedAt = today();
    if (!(await lessons.save(whose, from, version, savedAt)))
      return this.notSaved(whose, from, version, problems);
    const number = from + 1;
    if (number % THINNED_EVERY === 0) await lessons.thin(whose).catch(onBug);
    return ok({ id: whose.id, number, savedAt: savedAt.toISOString(), problems });
  }

  async putAway(whose: Whose): Promise<Result<object, Refusal>> {
    return (await this.ports.lessons.putAway(whose, this.ports.today())) ? ok({}) : this.none(whose.id);
  }

  async takeBack(whose: Whose): Promise<Result<object, Refusal>> {
    const { lessons } = this.ports;
    if ((await lessons.count(whose.teacherId)) >= MOST_LESSONS) return err('too-many-lessons');
    return (await lessons.takeBack(whose)) ? ok({}) : this.none(whose.id);
  }

  async away(teacherId: string): Promise<DeletedCard[]> {
    const { lessons, onBug } = this.ports;
    const away = await lessons.away(teacherId, onBug);
    return away.map(({ deletedAt, ...card }) => ({ ...card, deletedAt: deletedAt.toISOString() }));
  }

  /** Whose save is there already, because they did not hear of it and sent it again, is told so now. */
  private async notSaved(whose: Whose, from: number, sent: NewVersion, problems: Problems) {
    const newest = await this.ports.lessons.newest(whose);
    if (!newest) return this.none(whose.id);
    const same = newest.number === from + 1 && newest.document === sent.document;
    return same ? ok({ id: whose.id, ...placed(newest), problems }) : err('lesson-changed' as const);
  }

  private none(id: string): Result<never, ErrorCode> {
    return err(this.ports.shelf.isBuiltIn(id) ? 'lesson-built-in' : 'unknown-lesson');
  }

  private async keepable(raw: unknown): Promise<Result<Keepable, Refusal>> {
    const { problems, draftProblems, face } = await this.ports.reading.look(raw);
    const upgraded = upgradeLesson(raw);
    if (!face || !upgraded.ok) return err({ code: 'lesson-invalid', problems: draftProblems });
    const document = upgraded.value;
    const version = { face, ready: problems.length === 0, document: JSON.stringify(document) };
    return ok({ document, problems, version });
  }
}

const placed = ({ number, savedAt }: Pick<Version, 'number' | 'savedAt'>) => ({
  number,
  savedAt: savedAt.toISOString(),
});

/** The same under another id. */
function named(kept: Keepable, id: string): Keepable {
  if (kept.document.id === id) return kept;
  const document = { ...kept.document, id };
  return { ...kept, document, version: { ...kept.version, document: JSON.stringify(document) } };
}

import * as v from 'valibot';
import type { Grade } from '../activities/activity';
import type { ActivityKind } from '../activities/registry';
import type { WrittenFormat } from '../exchange/report';
import type { Problem } from '../problems';
import type { Text } from '../text';

/** What travels over HTTP of lessons: the shelf, a teacher's own ones, and what is made of them. Errors are those of ../api. */

/** Bytes of a lesson document over HTTP; one that is larger is `lesson-too-large`, with status 413. */
export const LARGEST_LESSON = 1024 * 1024;

/** POST /api/lessons/check takes a lesson document and answers this. */
export interface LessonCheck {
  /** What has to be mended before it can be played; empty: nothing. */
  readonly problems: readonly Problem[];
  /** What has to be mended before it can be kept even as a draft. */
  readonly draftProblems: readonly Problem[];
}
/** GET /api/lessons: an array of these, each with the HTML of its words (`WithWritten` of shared/words). */
export interface LessonCard {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly steps: readonly {
    readonly kind: ActivityKind;
    readonly title: Text;
    readonly seconds: number | null;
    /** On the lesson's short path. */
    readonly star: boolean;
  }[];
  /** The teacher's own; else it comes with the product, and is copied before it is changed. */
  readonly own: OwnCard | null;
  readonly tags: readonly string[];
  /** When this teacher last played it, ISO 8601; null: never, or not any more. */
  readonly playedAt: string | null;
}

/** What a shelf says of a teacher's own lesson beside. */
export interface OwnCard {
  /** The number of its newest version, from 1. */
  readonly number: number;
  readonly savedAt: string;
  /** Nothing is missing: it can be played. */
  readonly ready: boolean;
}

/**
 * A teacher's own lessons. Each has the id that its document has; those of built-in lessons are never among them. Every
 * save is a version, numbered from 1, and only one on top of the newest is taken: who saves on top of an older one gets
 * `lesson-changed`. A document is kept as it is sent if `readDraft` takes it.
 *
 * POST /api/own-lessons: a document of one's own, or a copy of any lesson of the shelf. Answers Kept. An id that is taken
 * is changed. Refuses with `lesson-invalid`, `unknown-lesson`, `too-many-lessons`.
 */
export const keepLessonSchema = v.union([
  v.strictObject({ document: v.unknown() }),
  v.strictObject({ copyOf: v.pipe(v.string(), v.maxLength(40)) }),
]);

/**
 * GET /api/own-lessons/:id answers this, with the HTML of its titles (`WithWritten` of shared/words); so does GET
 * .../versions/:number of an earlier one.
 */
export interface OwnLesson {
  readonly id: string;
  readonly number: number;
  readonly savedAt: string;
  /** As it was saved, in the words of today. */
  readonly document: unknown;
  /** What has to be mended before it can be played. */
  readonly problems: readonly Problem[];
}

/**
 * PUT /api/own-lessons/:id. Answers Kept, or `lesson-changed`, `lesson-invalid`, `lesson-too-large`, `unknown-lesson`,
 * `lesson-built-in`. What is saved already, because its answer got lost, is answered as it was.
 */
export const saveLessonSchema = v.strictObject({
  document: v.unknown(),
  /** The number of the version that it was made from. */
  from: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export interface Kept {
  readonly id: string;
  readonly number: number;
  readonly savedAt: string;
  readonly problems: readonly Problem[];
}

/** GET /api/own-lessons/:id/versions: an array of these, the newest first. */
export interface VersionCard {
  readonly number: number;
  readonly savedAt: string;
  readonly steps: number;
}

/**
 * POST /api/own-lessons/:id/delete puts it away, POST .../restore takes it back within thirty days; both take nothing and
 * answer `{}`. GET /api/own-lessons/deleted: an array of these.
 */
export interface DeletedCard {
  readonly id: string;
  readonly title: Text;
  readonly deletedAt: string;
}

/**
 * POST /api/lessons/read: a file of questions as the body (application/octet-stream), `?name=` its name. Answers a Report
 * (shared/exchange/report), which says itself if the file is refused; nothing is kept of it.
 */
export const readPath = (name: string): string => `/api/lessons/read?name=${encodeURIComponent(name)}`;

/** GET: a lesson as a file. With `&report=yes` a Written (shared/exchange/report) in place of the file itself. */
export const writePath = (id: string, format: WrittenFormat, language: string): string =>
  `/api/lessons/${encodeURIComponent(id)}/file?format=${format}&language=${encodeURIComponent(language)}`;

/**
 * POST /api/lessons/preview: a lesson that is being written, and one of its steps by its place. Answers Preview, also for a
 * step that cannot be played yet.
 */
export const previewSchema = v.strictObject({
  document: v.unknown(),
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
});

/** A step as its class would see it, answered by a simulated one. */
export interface Preview {
  /** What has to be mended before it can be seen; then the rest is null. */
  readonly problems: readonly Problem[];
  readonly shown: PreviewedStep | null;
  /** HTML of the texts that have formulas or marks in them, by the text (see `written` in shared/words). */
  readonly written: Readonly<Record<string, string>>;
}

export interface PreviewedStep {
  readonly kind: ActivityKind;
  /** For a student's phone, and for the projector. */
  readonly own: unknown;
  readonly common: unknown;
  readonly order: string;
  /** The class picture, and what of it is shown while the step is open; null: nothing. */
  readonly picture: unknown;
  readonly live: unknown;
  readonly reveal: unknown;
  readonly counts: 'first' | 'last' | null;
  readonly grades: boolean;
  readonly taps: boolean;
  /** Null where attempts are not counted. */
  readonly attempts: number | null;
  /** What one of the simulated students has handed in, and what came of it; null where nothing is known yet. */
  readonly submission: unknown;
  readonly measure: unknown;
  readonly result: Grade | null;
  readonly mistakes: readonly Text[];
  /** The commonest mistakes of the simulated class. */
  readonly made: readonly { readonly why: Text; readonly count: number }[];
  readonly answered: number;
  readonly seats: number;
  /** What comes out is not here: networks would have to be trained for it, or the class reckoned together. */
  readonly pending: boolean;
}

/**
 * POST /api/pictures: a png, jpeg or webp as the body (application/octet-stream) is made small enough for a lesson. Answers
 * SmallPicture; refuses with `picture-refused`, `file-too-large`, `too-fast`.
 */
export const PICTURES_PATH = '/api/pictures';

export interface SmallPicture {
  /** As a lesson's document takes it: a data: URL. */
  readonly data: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the picture itself. */
  readonly bytes: number;
}

import * as v from 'valibot';
import type { BotName } from './activities/bound';
import type { ErrorCode } from './errors';
import { tableKinds, type TableKind } from './session/tables';
import type { Problem } from './problems';
import { locales, type Locale, type Text } from './text';

/** What travels over HTTP, for the teacher's pages. Errors are `{ code }` with a status of 4xx or 5xx. */
export interface ApiError {
  readonly code: ErrorCode;
  /** With `lesson-invalid`: what is wrong with the document. */
  readonly problems?: readonly Problem[];
}

/** GET /api/me. `fresh`: nobody has set a name and a password yet. */
export interface Me {
  readonly teacher: { readonly name: string } | null;
  readonly fresh: boolean;
}

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const password = v.pipe(v.string(), v.maxLength(200));

/** The secret of a one-time link. */
const link = v.pipe(v.string(), v.maxLength(64));

/** POST /api/link asks what a link is for. Answers LinkFor, or `link-used`. */
export const linkSchema = v.strictObject({ link });

/** `password`: it sets the one of the teacher with that name; `teacher`: it makes one, who may be called so. */
export interface LinkFor {
  readonly what: 'teacher' | 'password';
  readonly name: string;
}

/** POST /api/first-teacher: a link's new teacher, the first or a further one. Answers Me. */
export const firstTeacherSchema = v.strictObject({ link, name, password });
/** POST /api/new-password: a link's teacher has forgotten theirs. Answers Me. */
export const newPasswordSchema = v.strictObject({ link, password });
/**
 * POST /api/sign-in. Answers Me. POST /api/sign-out and /api/sign-out-elsewhere (all other browsers of this teacher)
 * take nothing and answer Me.
 */
export const signInSchema = v.strictObject({ name, password });
/**
 * POST /api/sessions: a built-in lesson by its id, or a lesson document (`readLesson` looks at it). Answers Started,
 * or `lesson-invalid` with the problems.
 */
export const startSessionSchema = v.union([
  v.strictObject({ lesson: v.pipe(v.string(), v.maxLength(40)) }),
  v.strictObject({ document: v.unknown() }),
]);
export type StartSession = v.InferOutput<typeof startSessionSchema>;

/**
 * GET /api/rehearsals: an array of these, the teacher's own that run. POST takes a StartSession and answers Started: a
 * class of simulated students comes in by itself.
 */
export interface RehearsalCard {
  readonly id: string;
  readonly title: Text;
  readonly code: string;
}

/** POST /api/sessions/:id/address: which address the QR says from now on. Answers Addresses. */
export const pickAddressSchema = v.strictObject({ address: v.pipe(v.string(), v.url(), v.maxLength(200)) });

export interface Started {
  readonly id: string;
}

/** GET /api/sessions: an array of these, the newest first. */
export interface SessionCard {
  readonly id: string;
  /** The id of the lesson that was played: sessions of one lesson can be compared. */
  readonly lesson: string;
  readonly title: Text;
  readonly code: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly students: number;
  /** Mean over the revealed steps, 0..1; null if nothing was revealed. */
  readonly meanScore: number | null;
  /** This build cannot read its log: it waits, as it is, for one that can. */
  readonly putAside: boolean;
  /** The teacher keeps it for longer than the installation would. */
  readonly kept: boolean;
  /** When it will be deleted, ISO 8601; null while it runs, if it is kept, and where nothing is ever deleted. */
  readonly deletedAt: string | null;
  /** There is a link with which its class reads its story. */
  readonly shared: boolean;
}

/** GET /api/sessions/:id/desk: what the desk needs beside its socket. */
export interface Addresses {
  /** The room's six digits, which the address of the desk's socket has to name. */
  readonly code: string;
  /** Without a path, the likeliest first; the QR says `picked`. */
  readonly addresses: readonly string[];
  readonly picked: string;
  /** The path of the projector's page: it names the room's code and the session, its key in the fragment. */
  readonly screenPath: string;
}

/**
 * Looking back. GET /api/sessions/:id/review answers the Review of session/review; /replay the moments of its time
 * line, an array of Moment, and /replay/:seq the Still after that event (both of session/replayed).
 */
export const reviewPath = (session: string): string => `/api/sessions/${encodeURIComponent(session)}/review`;

/** Who reads a table: in which language, on which day the session was for them, and in which time zone they are. */
export interface Reader {
  readonly language: Locale;
  readonly day: string;
  readonly zone: string;
}

const readBy = ({ language, day, zone }: Reader): string =>
  `language=${language}&day=${day}&zone=${encodeURIComponent(zone)}`;

/** GET: a session's results as a spreadsheet, CSV. */
export const tablePath = (session: string, table: TableKind, reader: Reader): string =>
  `/api/sessions/${encodeURIComponent(session)}/results.csv?table=${table}&${readBy(reader)}`;
/** GET: all of a session's tables as sheets of one file, xlsx. */
export const workbookPath = (session: string, reader: Reader): string =>
  `/api/sessions/${encodeURIComponent(session)}/results.xlsx?${readBy(reader)}`;

const spoken = {
  language: v.picklist(locales),
  /** The day that the page shows, for the file's name: only the browser knows where midnight is. */
  day: v.optional(v.pipe(v.string(), v.isoDate())),
  /** An IANA time zone, in which its times of day are written; UTC without one, and for one that the server does not know. */
  zone: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+-]{1,32}(\/[A-Za-z0-9_+-]{1,32}){0,3}$/)), 'UTC'),
};
export const tableQuerySchema = v.strictObject({ table: v.picklist(tableKinds), ...spoken });
export const workbookQuerySchema = v.strictObject(spoken);

/** POST /api/sessions/:id/keep: whether the session outlives its date of deletion. Answers SessionCard. */
export const keepSchema = v.strictObject({ kept: v.boolean() });

/**
 * POST /api/sessions/:id/erase, for a session that is over or was put aside, and POST /api/sessions/:id/students/:seat/erase, which
 * erases one student's name at any time. Both take nothing, answer Erased, and there is no way back.
 */
export interface Erased {
  readonly erased: true;
}

/**
 * POST /api/sessions/:id/story, for a session that is over: a new link to its story; one from before opens nothing any
 * more. Takes nothing, answers StoryLink. POST /api/sessions/:id/story/take-back takes the link back and answers
 * SessionCard.
 */
export interface StoryLink {
  /** The whole address, its key behind the '#': it is told once, the server keeps a hash alone. */
  readonly link: string;
}

/**
 * GET /api/story, with the key of a link as bearer: a session's ClassStory (session/class-story), for whoever has the
 * link. Refuses with `not-found`, `too-many-guesses`, and `wrong-phase` while the session goes on.
 */
export const STORY_PATH = '/api/story';

/** The path of the page that shows it, in the address of which the key stands behind the '#'. */
export const storyPage = (code: string, key: string): string => `/story/${code}#key=${key}`;

/** POST /api/own-review, for a student's phone: the room's code and the seat's secret. Answers OwnReview. */
export const ownReviewSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/)),
});

const moods = ['random', 'constant', 'knows'] as const satisfies readonly BotName[];

/**
 * POST /api/rehearsal/:code, with a rehearsal key as bearer: what a simulated student in this seat hands in at the
 * step that is open. `seed` is its chance: the same request gets the same answer. Answers Rehearsed, or
 * `rehearsal-refused`, `unknown-code`, `step-not-open`, `seat-unknown`. GET of the same path asks whether the key fits.
 */
export const rehearsalSchema = v.strictObject({
  seat: v.pipe(v.string(), v.maxLength(64)),
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  mood: v.picklist(moods),
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});
export type RehearsalRequest = v.InferOutput<typeof rehearsalSchema>;

/** One thing that is handed in, after the positions on the way to it, which are sent as drafts. */
export interface Turn {
  readonly drafts: readonly unknown[];
  readonly submission: unknown;
}

export interface Rehearsed {
  readonly turns: readonly Turn[];
}

/** GET /api/sessions/:id/rehearsal-key: the key of one's own session. */
export interface RehearsalKey {
  readonly key: string;
}

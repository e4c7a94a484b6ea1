import {
  STORY_PATH,
  type Addresses,
  type ApiError,
  type Erased,
  type LinkFor,
  type Me,
  type RehearsalCard,
  type SessionCard,
  type Started,
  type StoryLink,
} from '#shared/api';
import {
  readPath,
  writePath,
  type DeletedCard,
  type Kept,
  type LessonCard,
  type OwnLesson,
} from '#shared/lessons/api';
import { errorCodes, type ErrorCode } from '#shared/errors';
import type { Report, WrittenFormat, Written } from '#shared/exchange/report';
import { err, ok, type Result } from '#shared/result';
import type { Booklet, Sheet } from '#shared/lessons/paper';
import { inRoom } from '#shared/room-address';
import type { ClassStory } from '#shared/session/class-story';
import type { OwnReview } from '#shared/session/own-review';
import type { Moment, Still } from '#shared/session/replayed';
import type { Review } from '#shared/session/review';
import type { WithWritten } from '#shared/words';
import { learn } from '../../i18n/written.svelte';
import { anyCode } from './any-code';
import { about, learnCode } from './room-codes';

export type Answer<T> = Promise<Result<T, ErrorCode>>;

/** What the teacher's pages ask the server over HTTP; an expected failure comes back as its code. */
export const api = {
  me: (): Answer<Me> => get('/api/me'),
  firstTeacher: (link: string, name: string, password: string): Answer<Me> =>
    post('/api/first-teacher', { link, name, password }),
  signIn: (name: string, password: string): Answer<Me> => post('/api/sign-in', { name, password }),
  linkFor: (link: string): Answer<LinkFor> => post('/api/link', { link }),
  newPassword: (link: string, password: string): Answer<Me> => post('/api/new-password', { link, password }),
  signOut: (): Answer<Me> => post('/api/sign-out', null),
  signOutElsewhere: (): Answer<Me> => post('/api/sign-out-elsewhere', null),
  lessons: (): Answer<readonly LessonCard[]> => get('/api/lessons'),
  booklet: (lesson: string): Answer<Booklet> => get(`${ofLesson(lesson)}/booklet`),
  sheet: (lesson: string): Answer<Sheet> => get(`${ofLesson(lesson)}/sheet`),
  ownLesson: (lesson: string): Answer<OwnLesson> => get(own(lesson)),
  keepLesson: (document: unknown): Answer<Kept> => post(OWN, { document }),
  copyLesson: (lesson: string): Answer<Kept> => post(OWN, { copyOf: lesson }),
  saveLesson: (lesson: string, document: unknown, from: number): Answer<Kept> =>
    put(own(lesson), { document, from }),
  deleteLesson: (lesson: string): Answer<unknown> => post(`${own(lesson)}/delete`, null),
  restoreLesson: (lesson: string): Answer<unknown> => post(`${own(lesson)}/restore`, null),
  deletedLessons: (): Answer<readonly DeletedCard[]> => get(`${OWN}/deleted`),
  readFile: (name: string, file: Blob): Answer<Report> =>
    ask(readPath(name), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  written: (lesson: string, format: WrittenFormat, language: string): Answer<Written> =>
    get(`${writePath(lesson, format, language)}&report=yes`),
  sessions: (): Answer<readonly SessionCard[]> => listed('/api/sessions'),
  start: (lesson: string): Answer<Started> => post('/api/sessions', { lesson }),
  rehearsals: (): Answer<readonly RehearsalCard[]> => listed('/api/rehearsals'),
  rehearse: (lesson: string): Answer<Started> => post(inRoom('/api/rehearsals', anyCode()), { lesson }),
  addresses: async (session: string): Answer<Addresses> => {
    const answer = await get<Addresses>(about(session, '/desk'));
    if (answer.ok) learnCode({ id: session, code: answer.value.code });
    return answer;
  },
  pickAddress: (session: string, address: string): Answer<Addresses> =>
    post(about(session, '/address'), { address }),
  review: (session: string): Answer<Review> => get(about(session, '/review')),
  moments: (session: string): Answer<readonly Moment[]> => get(about(session, '/replay')),
  still: (session: string, seq: number): Answer<Still> => get(about(session, `/replay/${seq}`)),
  keep: (session: string, kept: boolean): Answer<SessionCard> => post(about(session, '/keep'), { kept }),
  share: (session: string): Answer<StoryLink> => post(about(session, '/story'), null),
  takeBack: (session: string): Answer<SessionCard> => post(about(session, '/story/take-back'), null),
  eraseSession: (session: string): Answer<Erased> => post(about(session, '/erase'), null),
  eraseStudent: (session: string, seat: string): Answer<Erased> =>
    post(about(session, `/students/${encodeURIComponent(seat)}/erase`), null),
  ownReview: (code: string, token: string): Answer<OwnReview> =>
    post(inRoom('/api/own-review', code), { code, token }),
  story: (code: string, key: string): Answer<ClassStory> =>
    ask(inRoom(STORY_PATH, code), { cache: 'no-store', headers: { authorization: `Bearer ${key}` } }),
};

const ofLesson = (lesson: string) => `/api/lessons/${encodeURIComponent(lesson)}`;

const OWN = '/api/own-lessons';
const own = (lesson: string) => `${OWN}/${encodeURIComponent(lesson)}`;

export const get = <T>(path: string): Answer<T> => ask<T>(path, { cache: 'no-store' });

async function listed<Card extends SessionCard | RehearsalCard>(path: string): Answer<readonly Card[]> {
  const answer = await get<readonly Card[]>(path);
  if (answer.ok) for (const card of answer.value) learnCode(card);
  return answer;
}

export function post<T>(path: string, body: object | null): Answer<T> {
  return body === null ? ask<T>(path, { method: 'POST' }) : send<T>('POST', path, body);
}

const put = <T>(path: string, body: object): Answer<T> => send<T>('PUT', path, body);

function send<T>(method: string, path: string, body: object): Answer<T> {
  const headers = { 'content-type': 'application/json' };
  return ask<T>(path, { method, headers, body: JSON.stringify(body) });
}

/** `server-unreachable` where none answers; one that answers in another tongue counts as `server-failed`. */
export async function ask<T>(path: string, init: RequestInit): Answer<T> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
  if (!response) return err('server-unreachable');
  try {
    const body: unknown = await response.json();
    if (!response.ok) return err(codeOf(body));
    for (const told of [body].flat()) void learn((told as WithWritten<object> | null)?.written);
    return ok(body as T);
  } catch {
    return err('server-failed');
  }
}

function codeOf(body: unknown): ErrorCode {
  const code = (body as Partial<ApiError> | null)?.code;
  return code !== undefined && errorCodes.includes(code) ? code : 'server-failed';
}

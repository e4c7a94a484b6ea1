import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { classStory } from '#shared/session/class-story';
import { evolve } from '#shared/session/evolve';
import type { Hash, LoggedEvent } from '#shared/session/events';
import { ownReview } from '#shared/session/own-review';
import { momentsOf, Reel } from '#shared/session/replayed';
import { reviewOf } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import { sheetNames } from '#shared/session/table-words';
import { inWords, tableKinds, tableOf } from '#shared/session/tables';
import type { Names } from '#shared/session/views';
import { afterView } from '#shared/session/views/step';
import type { AfterView } from '#shared/session/views/types';
import { inLanguage } from '#shared/text';
import { withWritten } from '#shared/words';
import { decoded, rebuilt, understood, UnreadableLog } from '../storage/log/rebuild';
import { clockIn } from './clock';
import { toCsv } from './csv';
import type { AnswerTo, Question } from './questions';
import type { Source } from './source';
import { toXlsx } from './xlsx';

/** A session's log, the state after it, its replay, and what was made of them since its last event. */
interface Opened {
  readonly log: LoggedEvent[];
  readonly state: SessionState;
  readonly reel: Reel;
  made: Made;
}

interface Made {
  readonly names: Names;
  /** By the question. */
  readonly answers: Map<string, Answer>;
  /** By the step. */
  readonly afters: Map<number, AfterView | null>;
}

type QuestionOf<Ask extends Question['ask']> = Extract<Question, { readonly ask: Ask }>;
type Answer = Result<AnswerTo<Question>, ErrorCode>;

/** Sessions whose log stays in memory: a class that looks back all at once, a teacher who scrubs a replay. */
const KEPT = 3;
/** Answers of one of them that stay. Reviews of big classes have megabytes. */
const ANSWERS = 32;

/**
 * Reads sessions that are looked back at. The latest stay open: of one that still runs only what is new is read. Names
 * are read again with what is new; who erases one has the session forgotten. It is asked one thing at a time.
 */
export class Library {
  private readonly kept = new Map<string, Opened>();
  /** Sessions that this build cannot rebuild. */
  private readonly unreadable = new Set<string>();

  constructor(private readonly source: Pick<Source, 'events' | 'names'>) {}

  /**
   * Refuses with `unknown-session` if the log has nothing of it (any more), and with `session-put-aside` if this build
   * cannot read it.
   */
  async answer(session: string, question: Question): Promise<Answer> {
    if (this.unreadable.has(session)) return err('session-put-aside');
    try {
      const opened = await this.open(session);
      return opened ? answerOf(opened, question) : err('unknown-session');
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.kept.delete(session);
      this.unreadable.add(session);
      return err('session-put-aside');
    }
  }

  forget(session: string): void {
    this.kept.delete(session);
    this.unreadable.delete(session);
  }

  private async open(session: string): Promise<Opened | null> {
    const kept = this.kept.get(session);
    if (kept) return this.caughtUp(session, kept);
    const log = await this.read(session, 0);
    if (log.length === 0) return null;
    const opened = { log, state: rebuilt(log), reel: new Reel(log), made: await this.nothing(session) };
    this.keep(session, opened);
    return opened;
  }

  /** One that still ran when it was opened has gone on; so has one whose end was taken back. */
  private async caughtUp(session: string, opened: Opened): Promise<Opened> {
    const { log, state } = opened;
    const news = await this.read(session, state.seq);
    if (news.length > 0) opened.made = await this.nothing(session);
    for (const record of news) {
      understood(record.seq, () => evolve(state, record));
      log.push(record);
    }
    return opened;
  }

  private async read(session: string, after: number): Promise<LoggedEvent[]> {
    return decoded(await this.source.events(session, after), after);
  }

  private keep(session: string, opened: Opened): void {
    this.kept.set(session, opened);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Before anything was made. */
  private async nothing(session: string): Promise<Made> {
    return { names: await this.names(session), answers: new Map(), afters: new Map() };
  }

  private async names(session: string): Promise<Names> {
    const rows = await this.source.names(session);
    const names = new Map(rows.map(({ row, text }) => [row, text]));
    return (row) => names.get(row) ?? '';
  }
}

/** Made once, as long as nothing happens in the session. Refusals cost nothing, and a guesser has many. */
function answerOf(opened: Opened, question: Question): Answer {
  const { answers } = opened.made;
  const asked = JSON.stringify(question);
  const known = answers.get(asked);
  if (known) return known;
  const answer = answerFrom(opened, question);
  if (answer.ok) answers.set(asked, answer);
  const [oldest] = answers.keys();
  if (answers.size > ANSWERS && oldest !== undefined) answers.delete(oldest);
  return answer;
}

function answerFrom({ log, state, reel, made }: Opened, question: Question): Answer {
  const { names } = made;
  const json = (value: unknown): Answer => ok(JSON.stringify(value));
  switch (question.ask) {
    case 'review':
      return json(withWritten(state.written, reviewOf(log, state, names)));
    case 'moments':
      return json(momentsOf(log, state, names));
    case 'still':
      return json(withWritten(state.written, reel.at(question.seq, names)));
    case 'table':
      return ok(csvOf({ log, state }, names, question));
    case 'workbook':
      return ok(workbookOf({ log, state }, names, question));
    case 'story':
      return state.stage.at === 'ended'
        ? json(withWritten(state.written, classStory(reviewOf(log, state, names))))
        : err('wrong-phase');
    case 'own':
      return ownPart({ log, state, made }, question.token);
  }
}

type Told = Pick<Opened, 'log' | 'state'>;

function csvOf({ log, state }: Told, names: Names, { table, language, zone }: QuestionOf<'table'>): string {
  const told = reviewOf(log, state, names);
  return toCsv(tableOf(table, told, language, inWords(state, language), clockIn(zone, log)), language);
}

function workbookOf(
  { log, state }: Told,
  names: Names,
  { language, zone }: QuestionOf<'workbook'>,
): Uint8Array {
  const told = reviewOf(log, state, names);
  const said = inWords(state, language);
  const clock = clockIn(zone, log);
  return toXlsx(
    tableKinds.map((kind) => ({
      name: inLanguage(sheetNames[kind], [language]),
      table: tableOf(kind, told, language, said, clock),
    })),
    language,
  );
}

/** `seat-unknown` if nobody in this session ever had the secret. */
function ownPart({ log, state, made }: Omit<Opened, 'reel'>, token: Hash): Answer {
  if (state.moved.has(token)) return err('seat-moved');
  const seat = state.tokens.get(token);
  if (seat === undefined) return err('seat-unknown');
  if (state.stage.at !== 'ended') return err('wrong-phase');
  const { names, afters } = made;
  const after = (step: number) => {
    const shown = afters.get(step) ?? afterView(state, step);
    afters.set(step, shown);
    return shown;
  };
  const seen = ownReview(log, state, seat, names, after);
  return seen ? ok(JSON.stringify(withWritten(state.written, seen))) : err('kicked');
}

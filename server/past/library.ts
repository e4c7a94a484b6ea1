import type { Database } from 'better-sqlite3';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { classStory } from '#shared/session/class-story';
import { evolve } from '#shared/session/evolve';
import type { Hash, LoggedEvent } from '#shared/session/events';
import { ownReview } from '#shared/session/own-review';
import { momentsOf, Reel } from '#shared/session/replayed';
import { review } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import { sheetNames } from '#shared/session/table-words';
import { inWords, tableKinds, tableOf } from '#shared/session/tables';
import type { StoredEvent } from '#shared/session/upcast';
import type { Names } from '#shared/session/views';
import { inLanguage, type Locale } from '#shared/text';
import { decoded, rebuilt, understood, UnreadableLog } from '../storage/log/rebuild';
import { EVENTS_AFTER } from '../storage/log/schema';
import { separators, toCsv } from './csv';
import type { AnswerTo, Question } from './questions';
import { toXlsx } from './xlsx';

/** A session's log, the state after it, and its replay. */
interface Opened {
  readonly log: LoggedEvent[];
  readonly state: SessionState;
  readonly reel: Reel;
}

type QuestionOf<Ask extends Question['ask']> = Extract<Question, { readonly ask: Ask }>;
type Answer = Result<AnswerTo<Question>, ErrorCode>;

/** Sessions whose log stays in memory: a class that looks back all at once, a teacher who scrubs a replay. */
const KEPT = 3;

/**
 * Reads sessions that are looked back at. The latest stay open: of one that still runs only what is new is read. Names
 * are read each time.
 */
export class Library {
  private readonly kept = new Map<string, Opened>();
  /** Sessions that this build cannot rebuild. */
  private readonly unreadable = new Set<string>();

  constructor(private readonly db: Database) {}

  /**
   * Refuses with `unknown-session` if the log has nothing of it (any more), and with `session-put-aside` if this build
   * cannot read it.
   */
  answer(session: string, question: Question): Answer {
    if (this.unreadable.has(session)) return err('session-put-aside');
    try {
      const opened = this.open(session);
      return opened ? answerFrom(opened, this.names(session), question) : err('unknown-session');
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

  private open(session: string): Opened | null {
    const kept = this.kept.get(session);
    if (kept) return this.caughtUp(session, kept);
    const log = this.read(session, 0);
    if (log.length === 0) return null;
    const opened = { log, state: rebuilt(log), reel: new Reel(log) };
    this.keep(session, opened);
    return opened;
  }

  /** One that still ran when it was opened has gone on; so has one whose end was taken back. */
  private caughtUp(session: string, opened: Opened): Opened {
    const { log, state } = opened;
    for (const record of this.read(session, state.seq)) {
      understood(record.seq, () => evolve(state, record));
      log.push(record);
    }
    return opened;
  }

  private read(session: string, after: number): LoggedEvent[] {
    const records = this.db.prepare<[string, number], StoredEvent>(EVENTS_AFTER).all(session, after);
    return decoded(records, after);
  }

  private keep(session: string, opened: Opened): void {
    this.kept.set(session, opened);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  private names(session: string): Names {
    const rows = this.db
      .prepare<[string], { readonly row: string; readonly text: string }>(
        'SELECT row, text FROM personal WHERE session = ?',
      )
      .all(session);
    const names = new Map(rows.map(({ row, text }) => [row, text]));
    return (row) => names.get(row) ?? '';
  }
}

function answerFrom({ log, state, reel }: Opened, names: Names, question: Question): Answer {
  const json = (value: unknown): Answer => ok(JSON.stringify(value));
  switch (question.ask) {
    case 'review':
      return json(review(log, names));
    case 'moments':
      return json(momentsOf(log, state, names));
    case 'still':
      return json(reel.at(question.seq, names));
    case 'table':
      return ok(csvOf({ log, state }, names, question));
    case 'workbook':
      return ok(workbookOf({ log, state }, names, question.language));
    case 'story':
      return state.stage.at === 'ended' ? json(classStory(review(log, names))) : err('wrong-phase');
    case 'own':
      return ownPart({ log, state }, names, question.token);
  }
}

type Told = Omit<Opened, 'reel'>;

const csvOf = ({ log, state }: Told, names: Names, { table, language }: QuestionOf<'table'>): string =>
  toCsv(tableOf(table, review(log, names), language, inWords(state, language)), separators[language]);

function workbookOf({ log, state }: Told, names: Names, language: Locale): Uint8Array {
  const told = review(log, names);
  const said = inWords(state, language);
  return toXlsx(
    tableKinds.map((kind) => ({
      name: inLanguage(sheetNames[kind], [language]),
      table: tableOf(kind, told, language, said),
    })),
  );
}

/** `seat-unknown` if nobody in this session ever had the secret. */
function ownPart({ log, state }: Told, names: Names, token: Hash): Answer {
  if (state.moved.has(token)) return err('seat-moved');
  const seat = state.tokens.get(token);
  if (seat === undefined) return err('seat-unknown');
  if (state.stage.at !== 'ended') return err('wrong-phase');
  const seen = ownReview(log, state, seat, names);
  return seen ? ok(JSON.stringify(seen)) : err('kicked');
}

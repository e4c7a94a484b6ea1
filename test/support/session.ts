import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import type { Result } from '#shared/result';
import type { Actor, HeldDrafts, HostCommand, ServerCommand } from '#shared/session/commands';
import { decide } from '#shared/session/decide';
import {
  EVENT_VERSION,
  type EventOf,
  type EventType,
  type LoggedEvent,
  type SeatId,
  type SessionEvent,
  type Stage,
} from '#shared/session/events';
import { begin, evolve, type Bind } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import type { Presence } from '#shared/session/views';
import type { Written } from '#shared/words';

export const SEED = '00112233445566778899aabbccddeeff';

/** What a name's row holds: the tests' table says "Name of <row>". */
export const names = (row: string) => `Name of ${row}`;

/** Everybody is connected, and nobody tunes. */
export const allHere: Presence = { here: () => true, drafts: new Map() };

export const tokenOf = (seat: SeatId) => `token-of-${seat}`;

export interface Start {
  readonly seed?: string;
  readonly limit?: number;
  /** HTML of the lesson's texts. */
  readonly written?: Written;
  /** Finds the activities of a lesson with kinds of its own. */
  readonly bind?: Bind;
}

/** The first record of a session's log. */
export function created(lesson: Lesson, { seed = SEED, limit = 100, written }: Start = {}): LoggedEvent {
  const event: SessionEvent = {
    type: 'session-created',
    lesson,
    ...(written && { written }),
    host: 'teacher',
    code: '123456',
    seed,
    limit,
    wall: '2026-01-15T08:00:00.000Z',
  };
  return { seq: 1, at: 0, version: EVENT_VERSION, command: 'create', event };
}

/** Puts events after a log whose last record was `last`; the command's id goes on the first of them. */
export function logged(
  events: readonly SessionEvent[],
  last: number,
  at: number,
  command: string | null,
): LoggedEvent[] {
  return events.map((event, i) => ({
    seq: last + 1 + i,
    at,
    version: EVENT_VERSION,
    command: i === 0 ? command : null,
    event,
  }));
}

/** A session played by a script: a log, its state and a clock that moves only when told. */
export class Classroom {
  readonly log: LoggedEvent[];
  readonly state: SessionState;
  /** Seats that count as connected. */
  readonly here = new Set<SeatId>();
  /** What the server holds of what seats have set and not sent. */
  held: HeldDrafts | null = null;
  at = 0;
  #commands = 0;

  constructor(lesson: Lesson, start?: Start) {
    const first = created(lesson, start);
    this.log = [first];
    this.state = begin(first, start?.bind);
  }

  /** Decides and, if accepted, logs. Answers the types of the events, or the code of the refusal. */
  send(actor: Actor, id = `command-${++this.#commands}`): readonly EventType[] | ErrorCode {
    const decision = this.weigh(actor, id);
    if (!decision.ok) return decision.error;
    const records = logged(decision.value, this.state.seq, this.at, id);
    for (const record of records) evolve(this.state, record);
    this.log.push(...records);
    return decision.value.map((event) => event.type);
  }

  /** What would follow, without doing it. */
  weigh(actor: Actor, id: string): Result<readonly SessionEvent[], ErrorCode> {
    return decide(this.state, { ...actor, id, at: this.at, present: this.here, held: this.held });
  }

  /** Logs an answer that an earlier version of its kind has accepted. */
  earlier(given: Pick<EventOf<'submitted'>, 'seat' | 'step' | 'made' | 'submission'>): LoggedEvent[] {
    const event: SessionEvent = { type: 'submitted', job: null, outcome: 'ungraded', ...given };
    const records = logged([event], this.state.seq, this.at, null);
    for (const record of records) evolve(this.state, record);
    return records;
  }

  wait(ms: number): this {
    this.at += ms;
    return this;
  }

  host(command: HostCommand, id?: string) {
    return this.send({ role: 'host', command }, id);
  }

  server(command: ServerCommand, id?: string) {
    return this.send({ role: 'server', command }, id);
  }

  join(seat: SeatId, token = tokenOf(seat), id?: string) {
    const outcome = this.send(
      { role: 'newcomer', command: { type: 'join', seat, name: `row-${seat}`, token } },
      id,
    );
    if (this.state.seats.has(seat)) this.here.add(seat);
    return outcome;
  }

  takeSeat(ticket: string, token: string, id?: string) {
    return this.send({ role: 'newcomer', command: { type: 'take-seat', ticket, token } }, id);
  }

  submit(seat: SeatId, step: number, submission: unknown, id?: string) {
    return this.send({ role: 'seat', seat, command: { type: 'submit', step, submission } }, id);
  }

  go(to: Stage) {
    return this.host({ type: 'go', from: this.state.stage, to });
  }

  /** Goes to a step and opens it. */
  opened(step: number): this {
    this.go({ at: 'step', step });
    this.host({ type: 'open', step });
    return this;
  }

  /** Opens a step, lets seats answer, closes and reveals it. */
  played(step: number, answers: Readonly<Record<SeatId, unknown>> = {}): this {
    this.opened(step);
    for (const [seat, submission] of Object.entries(answers)) this.submit(seat, step, submission);
    this.host({ type: 'close', step });
    this.host({ type: 'reveal', step });
    return this;
  }
}

/** A session in the lobby with some seats in it. */
export function classOf(lesson: Lesson, seats: readonly SeatId[], start?: Start): Classroom {
  const room = new Classroom(lesson, start);
  for (const seat of seats) room.join(seat);
  return room;
}

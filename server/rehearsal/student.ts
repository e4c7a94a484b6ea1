import { randomBytes } from 'node:crypto';
import { expectationOf, FORESEEING, moodOf, thoughtOf } from '#shared/activities/simulated';
import type { BotName } from '#shared/activities/bound';
import type { Turn } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { derive, rng, type Rng, type Seed } from '#shared/rng';
import type { SeatId } from '#shared/session/events';
import type { Prediction } from '#shared/session/predictions/prediction';
import { MOST_DEGREES } from '#shared/session/views/warm-up';
import { hashOf, newSecret } from '../accounts/secrets';
import type { RoomHandle } from '../live/handle';
import { phoneCommand } from '../live/sockets/requests';
import type { Round } from '../live/round';

/** Between two movements of a slider, ms. */
const MOVEMENT = 700;

/** What one does next, and how long one waits before it, ms. */
type Deed = { readonly after: number } & (
  { readonly draft: unknown } | { readonly submission: unknown } | { readonly prediction: Prediction }
);

/** A simulated student: comes in and answers through the same commands as a phone, and has no clock of its own. */
export class Student {
  /** Null until it has come in. */
  seat: SeatId | null = null;
  /** When it wants its next turn; null: it has nothing to do. */
  due: number | null = null;
  readonly #token = hashOf(newSecret());
  readonly #random: Rng;
  readonly #skill: number;
  #round: Round | null = null;
  #mood: BotName | null = null;
  /** Null until it has thought of what to do in this round. */
  #deeds: Deed[] | null = null;

  constructor(
    private readonly room: RoomHandle,
    private readonly seed: Seed,
  ) {
    this.#random = rng(seed, 'student');
    this.#skill = 0.2 + 0.75 * this.#random.unit();
  }

  /** Takes a seat under a name; answers why it could not, or null. */
  async comeIn(name: string): Promise<ErrorCode | null> {
    const phone = { token: this.#token, seat: null };
    const command = phoneCommand(freshId(), { type: 'join', name }, phone);
    if (!command.ok) return command.error;
    const { ack, seat } = await this.room.comeIn(command.value, this.#token);
    this.seat = seat;
    if (seat !== null) this.#settleIn(seat);
    return ack.ok ? null : ack.code;
  }

  /** In the lobby it turns its line once, as who waits does. */
  #settleIn(seat: SeatId): void {
    this.room.arrive(seat);
    const span = 2 * MOST_DEGREES + 1;
    this.room.warmUp(seat, rng(this.seed, 'warm-up').below(span) - MOST_DEGREES);
  }

  /** Another round is open, or none: `now` on whatever clock its turns are counted. */
  begin(round: Round | null, now: number): void {
    this.#round = round;
    this.#deeds = null;
    this.#mood = round && this.seat !== null ? moodOf(this.#skill, this.#random) : null;
    this.due = round && this.#mood ? now + this.#thought(round) : null;
  }

  #thought(round: Round): number {
    return thoughtOf(round.asks === 'answer' ? round.total : FORESEEING, this.#random);
  }

  /** Does what is due, and says when it wants its next turn. */
  async act(now: number): Promise<void> {
    const deeds = (this.#deeds ??= await this.#thoughtOf());
    const deed = deeds.shift();
    const [next] = deeds;
    this.due = next ? now + next.after : null;
    if (deed) await this.#do(deed);
  }

  /** What it wants to do in this round. Nothing where its seat is no longer its own: sent out, or moved to a phone. */
  async #thoughtOf(): Promise<Deed[]> {
    const [round, seat, mood] = [this.#round, this.seat, this.#mood];
    if (!round || seat === null || mood === null) return [];
    if (round.asks === 'tap') return [{ draft: true, after: 0 }];
    if (round.asks === 'prediction')
      return [{ prediction: expectationOf(round.options, this.#random), after: 0 }];
    const own = await this.room.admit(this.#token);
    if (!own.ok || own.value !== seat) return [];
    const seed = derive(this.seed, `${round.step}/${round.vote}`);
    const rehearsed = await this.room.rehearse({ seat, step: round.step, mood, seed });
    return rehearsed.ok ? this.#deedsOf(rehearsed.value.turns, round) : [];
  }

  #deedsOf(turns: readonly Turn[], { total }: Extract<Round, { asks: 'answer' }>): Deed[] {
    return turns.flatMap(({ drafts, submission }, i) => [
      ...drafts.map((draft) => ({ draft, after: this.#pause() })),
      { submission, after: i > 0 ? thoughtOf(total, this.#random) : this.#pause() },
    ]);
  }

  #pause(): number {
    return MOVEMENT * (0.5 + this.#random.unit());
  }

  /** An answer that is refused came too late, as a person's would: nothing follows from that. */
  async #do(deed: Deed): Promise<void> {
    const [round, seat] = [this.#round, this.seat];
    if (!round || seat === null) return;
    if ('draft' in deed) return this.room.tune(seat, round.step, deed.draft);
    const { step } = round;
    const request =
      'prediction' in deed
        ? ({ type: 'predict', step, ...deed.prediction } as const)
        : ({ type: 'submit', step, submission: deed.submission } as const);
    const command = phoneCommand(freshId(), request, { token: this.#token, seat });
    if (command.ok) await this.room.execute(command.value);
  }
}

const freshId = () => randomBytes(9).toString('base64url');

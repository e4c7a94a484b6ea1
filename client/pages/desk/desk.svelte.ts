import type { ErrorCode } from '#shared/errors';
import type { DeskRequest } from '#shared/protocol';
import type { SeatId, Stage } from '#shared/session/events';
import type { Look } from '#shared/session/look';
import { MOST_SEATS } from '#shared/session/many-seats';
import type { DeskView, RosterRow } from '#shared/session/views';
import type { Connection } from '../../live/connection.svelte';
import { throttled } from '../../live/throttled';
import { crowdsIn, type Crowd } from './crowds';
import { back, cutShort, forward, stepAt } from './moves';

/** The one box that may be open. */
export type Box =
  | { readonly is: 'join' | 'keys' | 'look' | 'end' }
  | { readonly is: 'crowd'; readonly crowd: Crowd['key'] }
  | { readonly is: 'jump'; readonly to: Stage; readonly open: number }
  | { readonly is: 'rename' | 'ticket' | 'pace'; readonly row: RosterRow };

/** Once the big button has changed its meaning, a second tap of the same finger is not meant for it. */
const SETTLE = 500;

/** How long "undo" is offered after somebody was sent out; afterwards the list still lets them back in. */
const UNDO = 8_000;

const EXTENSION = 30_000;
const LONGER_BREAK = 60_000;

/** Between two changes of the projector's look, ms: each stands in the log, and a switch is easily played with. */
const LOOK_GAP = 1_000;

/** What the teacher does at the desk: every command goes through here. */
export class Desk {
  readonly connection: Connection<DeskView>;

  box = $state<Box | null>(null);
  trouble = $state<ErrorCode | null>(null);
  busy = $state(false);
  sentOut = $state<RosterRow | null>(null);
  /** Seats that were removed together: undoing that is offered until the teacher has closed the notice. */
  allOut = $state.raw<readonly SeatId[]>([]);
  /** Crowds that may stay, and how many they were then. */
  #welcome = $state.raw<Readonly<Record<Crowd['key'], number>>>({});

  readonly live = $derived.by(() => this.connection.status === 'live');
  readonly view = $derived.by(() => this.connection.common);
  readonly rows = $derived.by(() => [...this.connection.roster.values()]);
  readonly #crowds = $derived.by(() => crowdsIn(this.rows));
  /** The largest crowd that the teacher has not left in, or that has doubled since. */
  readonly crowd = $derived.by(
    () => this.#crowds.find(({ key, rows }) => rows.length >= 2 * (this.#welcome[key] ?? 0)) ?? null,
  );
  readonly station = $derived.by(() => this.#stationOnStage(this.view));

  /** The big button has just changed its meaning. */
  settling = $state(false);
  #settled: ReturnType<typeof setTimeout> | undefined;
  #undo: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection<DeskView>) {
    this.connection = connection;
  }

  /** Sends a command; why it was refused, or null once it stands in the log. For a box that tells it itself. */
  async ask(request: DeskRequest): Promise<ErrorCode | null> {
    const ack = await this.connection.command(request);
    return ack.ok ? null : ack.code;
  }

  /** Sends a command; true once it stands in the log. A refusal becomes the sentence above the buttons. */
  async send(request: DeskRequest): Promise<boolean> {
    if (this.busy || !this.live) return false;
    this.busy = true;
    this.trouble = await this.ask(request);
    this.busy = false;
    return this.trouble === null;
  }

  /** What the biggest button says. */
  async next(): Promise<void> {
    const request = this.view?.next;
    if (!request || this.settling) return;
    if (request.type === 'end') this.box = { is: 'end' };
    else if (await this.send(request)) this.#settle();
  }

  #settle(): void {
    this.settling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => (this.settling = false), SETTLE);
  }

  /** Moves the class, after a question if that cuts an open step short. */
  go(to: Stage | null): void {
    if (!this.view || !to) return;
    const open = cutShort(this.view, to);
    if (open !== null) this.box = { is: 'jump', to, open };
    else void this.#move(to);
  }

  async jump(to: Stage): Promise<void> {
    this.box = null;
    await this.#move(to);
  }

  back(): void {
    if (this.view) this.go(back(this.view));
  }

  forward(): void {
    if (this.view) this.go(forward(this.view));
  }

  /** More time for the open step, or for a break. */
  extend(): void {
    const step = this.view?.step;
    if (step?.phase === 'shown' && step.countdown)
      void this.send({ type: 'extend', step: step.index, by: LONGER_BREAK });
    else this.#onOpenStep((open) => ({ type: 'extend', step: open, by: EXTENSION }));
  }

  freeze(): void {
    const frozen = this.view?.step?.countdown?.frozen ?? null;
    this.#onOpenStep((step) => ({ type: frozen === null ? 'freeze' : 'unfreeze', step }));
  }

  reopen(): void {
    const step = this.view?.step;
    if (step?.phase === 'closed') void this.send({ type: 'open', step: step.index });
  }

  /** After a discussion: the class votes once more, and both pictures stand side by side. */
  voteAgain(): void {
    const { step, canVoteAgain } = this.view ?? {};
    if (step && canVoteAgain) void this.send({ type: 'vote-again', step: step.index });
  }

  /** What the class has said, before the right answer. */
  showPicture(): void {
    const { step, hiddenPicture } = this.view ?? {};
    if (step && hiddenPicture) void this.send({ type: 'show-picture', step: step.index });
  }

  giveHint(): void {
    const { step, nextHint } = this.view ?? {};
    if (step?.phase === 'open' && nextHint)
      void this.send({ type: 'give-hint', step: step.index, hint: nextHint.hint });
  }

  closeSoon(): void {
    const step = this.view?.step;
    if (step?.phase === 'open') void this.send({ type: 'close-soon', step: step.index });
  }

  /** Makes the phones dim, or lights them again. */
  callEyes(): void {
    if (this.view?.next) void this.send({ type: 'call-eyes', up: !this.view.eyesUp });
  }

  /** The short path, or the whole lesson. */
  setPath(): void {
    if (this.view) void this.send({ type: 'set-path', short: !this.view.short });
  }

  /** Switches half of a class off on the projector, or on again. */
  showHalf(): void {
    const { step, half = null } = this.view ?? {};
    if (step && half !== null) void this.send({ type: 'show-half', step: step.index, shown: !half });
  }

  /** A revealed step as a new round, for no points. */
  playAgain(): void {
    const { step, canPlayAgain } = this.view ?? {};
    if (step && canPlayAgain) void this.send({ type: 'play-again', step: step.index });
  }

  /** Takes what somebody has written off the projector, this desk and the review, or puts it back. */
  hide(answer: string, hidden: boolean): void {
    const step = this.view?.step;
    if (step) void this.send({ type: 'hide-answer', step: step.index, answer, hidden });
  }

  /** Whether students see the board and their places before the podium. */
  showBoard(): void {
    if (this.view) void this.send({ type: 'show-board', shown: !this.view.boardShown });
  }

  /** Makes the projector black, or lights it again. */
  darken(): void {
    if (this.view?.next) void this.send({ type: 'darken', dark: !this.view.dark });
  }

  /** What the projector is shown in: the first change at once, then the latest once a second. */
  readonly setLook = throttled((look: Look) => void this.#setLook(look), LOOK_GAP);

  lock(): void {
    if (this.view) void this.send({ type: this.view.locked ? 'unlock' : 'lock' });
  }

  async end(): Promise<void> {
    this.box = null;
    await this.send({ type: 'end' });
  }

  /** The session goes on where it was. */
  undoEnd(): void {
    void this.send({ type: 'undo-end' });
  }

  async kick(row: RosterRow): Promise<void> {
    if (!(await this.send({ type: 'kick', seat: row.seat }))) return;
    this.sentOut = row;
    clearTimeout(this.#undo);
    this.#undo = setTimeout(() => (this.sentOut = null), UNDO);
  }

  async readmit(row: RosterRow): Promise<void> {
    if (!(await this.send({ type: 'readmit', seat: row.seat }))) return;
    if (this.sentOut?.seat === row.seat) this.sentOut = null;
  }

  crowdOf(key: Crowd['key']): Crowd | null {
    return this.#crowds.find((crowd) => crowd.key === key) ?? null;
  }

  /** They may stay: it is said again once they are twice as many. */
  leaveIn({ key, rows }: Crowd): void {
    this.#welcome = { ...this.#welcome, [key]: rows.length };
  }

  /** Removes all seats of a crowd. */
  async sendOut({ rows }: Crowd): Promise<void> {
    const seats = rows.map(({ seat }) => seat);
    this.box = null;
    if (await this.#each('kick-seats', seats)) this.allOut = seats;
  }

  async undoAll(): Promise<void> {
    if (await this.#each('readmit-seats', this.allOut)) this.allOut = [];
  }

  async #each(type: 'kick-seats' | 'readmit-seats', seats: readonly SeatId[]): Promise<boolean> {
    for (let i = 0; i < seats.length; i += MOST_SEATS)
      if (!(await this.send({ type, seats: seats.slice(i, i + MOST_SEATS) }))) return false;
    return true;
  }

  close(): void {
    clearTimeout(this.#undo);
    clearTimeout(this.#settled);
    this.setLook.stop();
    this.connection.close();
  }

  /** A look that nobody has seen is worth nothing once there is another one. */
  async #setLook(look: Look): Promise<void> {
    if (!this.view?.next) return;
    const older = (request: unknown) => (request as DeskRequest).type === 'set-look';
    const ack = await this.connection.command({ type: 'set-look', look } satisfies DeskRequest, older);
    if (!ack.ok) this.trouble = ack.code;
  }

  async #move(to: Stage): Promise<void> {
    if (this.view) await this.send({ type: 'go', from: this.view.stage, to });
  }

  #onOpenStep(request: (step: number) => DeskRequest): void {
    const step = this.view?.step;
    if (step?.phase === 'open' && step.countdown) void this.send(request(step.index));
  }

  #stationOnStage(view: DeskView | null) {
    const index = view && stepAt(view);
    return index === null || index === undefined ? null : (view?.stations[index] ?? null);
  }
}

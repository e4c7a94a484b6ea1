import type { DeskRequest, PulseFrame, RosterFrame } from '#shared/protocol';
import type { Pace, SeatId } from '#shared/session/events';
import type { DeskView, RosterRow } from '#shared/session/views';
import { Client } from './client';
import type { Down } from './link';
import type { Machine } from './machine';
import type { World } from './world';

type OnStep = 'open' | 'close' | 'reveal' | 'freeze' | 'unfreeze';
const onStep: readonly OnStep[] = ['open', 'close', 'reveal', 'freeze', 'unfreeze'];

/** The teacher: mostly the biggest button, sometimes any other one. */
export class Desk extends Client<DeskView, DeskRequest> {
  pulse: PulseFrame | null = null;
  readonly roster = new Map<SeatId, RosterRow>();
  /** Tickets shown as a QR, not used yet as far as the desk knows. */
  readonly tickets: string[] = [];

  constructor(world: World, machine: Machine, token: string) {
    super(world, machine, 'desk', token);
    this.#live();
  }

  /** Makes the room look at its log: one of the two is an event. */
  stir(): void {
    this.send({ type: 'lock' });
    this.send({ type: 'unlock' });
  }

  protected override receive(message: Down): void {
    if (message.event === 'pulse') this.pulse = JSON.parse(message.text) as PulseFrame;
    else if (message.event === 'roster') this.#rows(JSON.parse(message.text) as RosterFrame);
    else super.receive(message);
  }

  #rows({ whole, rows }: RosterFrame): void {
    if (whole) this.roster.clear();
    for (const row of rows) this.roster.set(row.seat, row);
  }

  #live(): void {
    this.world.timeline.after(this.chance.between(500, 5_000), () => {
      if (this.world.calm) return;
      this.#act();
      this.#live();
    });
  }

  #act(): void {
    const { common } = this;
    if (this.chance.happens(0.04)) return this.drop();
    if (this.chance.happens(0.03)) return this.reload();
    if (!common || this.pending > 2) return;
    const request = this.chance.happens(0.65) ? common.next : this.#something(common);
    // A teacher often lets time do the closing.
    if (request?.type === 'close' && common.step?.countdown && this.chance.happens(0.6)) return;
    if (request) this.send(request);
  }

  #something(view: DeskView): DeskRequest {
    const { stage, stations } = view;
    const step = stage.at === 'step' ? stage.step : this.chance.below(stations.length);
    // Most of it is for a step that is open.
    if (this.chance.happens(view.step?.phase === 'open' ? 0.6 : 0.05)) return this.#aside(view, step);
    const seat = this.#someSeat();
    switch (this.chance.below(seat === null ? 4 : 13)) {
      case 0:
      case 1:
        return { type: this.chance.pick(onStep), step };
      case 2:
        return { type: 'extend', step, by: 5_000 };
      case 3:
        return this.chance.happens(0.5)
          ? { type: this.chance.pick(['lock', 'unlock', 'unlock']) }
          : { type: 'go', from: stage, to: { at: 'step', step: this.chance.below(stations.length) } };
      case 4:
        return { type: 'rename', seat: seat ?? '', name: `Student ${this.chance.below(8)}` };
      case 5:
        return this.chance.happens(0.3)
          ? {
              type: this.chance.pick(['kick-seats', 'readmit-seats']),
              seats: [...this.roster.keys()].slice(0, 2),
            }
          : { type: 'kick', seat: seat ?? '' };
      case 6:
      case 7:
        return { type: 'readmit', seat: seat ?? '' };
      case 8:
      case 9:
      case 10:
      case 11:
        return { type: 'pace', seat: seat ?? '', pace: this.chance.pick<Pace>([10, 13, 20, null]) };
      default:
        return this.#ticketFor(seat ?? '');
    }
  }

  /** What a teacher says beside a step: a hint, that it closes soon, to look up. */
  #aside({ nextHint, eyesUp }: DeskView, step: number): DeskRequest {
    switch (this.chance.below(5)) {
      case 0:
      case 1:
        return { type: 'close-soon', step };
      case 2:
        return { type: 'call-eyes', up: !eyesUp };
      default:
        return { type: 'give-hint', step, hint: nextHint?.hint ?? 1 };
    }
  }

  #ticketFor(seat: SeatId): DeskRequest {
    const ticket = this.world.freshId('ticket');
    this.tickets.push(ticket);
    return { type: 'issue-ticket', seat, ticket };
  }

  #someSeat(): SeatId | null {
    const seats = [...this.roster.keys()];
    return seats.length > 0 ? this.chance.pick(seats) : null;
  }
}

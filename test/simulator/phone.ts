import type { PhoneRequest } from '#shared/protocol';
import { sureness, type PredictionView } from '#shared/session/predictions/prediction';
import type { PhoneView } from '#shared/session/views';
import { submissionsTo } from '../support/bound';
import { Client } from './client';
import type { Machine } from './machine';
import type { World } from './world';

/** A student with a phone: joins, answers when a step is open, loses the network, reloads. */
export class Phone extends Client<PhoneView, PhoneRequest> {
  constructor(
    world: World,
    machine: Machine,
    readonly name: string,
    /** Joins by itself; otherwise it waits for a ticket. */
    private readonly joins: boolean,
  ) {
    super(world, machine, 'phone', `token-${name}`);
    this.#live();
  }

  takeSeat(ticket: string): void {
    if (this.own === null && this.pending === 0) this.send({ type: 'take-seat', ticket });
  }

  #live(): void {
    this.world.timeline.after(this.chance.between(100, 2_000), () => {
      if (this.world.calm) return;
      this.#act();
      this.#live();
    });
  }

  #act(): void {
    if (this.chance.happens(0.06)) return this.drop();
    if (this.chance.happens(0.03)) return this.reload();
    if (this.own === null) {
      if (this.joins && this.connected && this.pending === 0) this.send({ type: 'join', name: this.name });
      return;
    }
    const step = this.common?.step;
    if (step?.phase === 'waiting' && step.prediction && this.chance.happens(0.5))
      return this.#expect(step.index, step.prediction);
    if (!step || step.phase === 'shown' || (step.phase !== 'open' && this.chance.happens(0.95))) return;
    const submission = this.chance.pick(submissionsTo(step.kind));
    if (this.chance.happens(0.3)) this.link?.up({ event: 'draft', step: step.index, draft: submission });
    else this.send({ type: 'submit', step: step.index, submission });
  }

  #expect(step: number, { options }: Pick<PredictionView, 'options'>): void {
    const { id: option } = this.chance.pick(options);
    this.send({ type: 'predict', step, option, sure: this.chance.pick(sureness) });
  }
}

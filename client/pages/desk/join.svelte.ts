import type { Addresses } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { pauseBefore } from '../../live/backoff';
import { isPassing } from '../../live/outbox';
import { account } from '../teach/account.svelte';
import { api } from '../teach/api';

/** Where phones and the projector find this session. */
export class Join {
  /** The room's code; null until the server has told it. */
  code = $state<string | null>(null);
  addresses = $state.raw<readonly string[]>([]);
  picked = $state<string | null>(null);
  screenPath = $state<string | null>(null);
  trouble = $state<ErrorCode | null>(null);
  /** Another address that the teacher has chosen, and not confirmed. */
  wanted = $state<string | null>(null);

  readonly #session: string;

  constructor(session: string) {
    this.#session = session;
  }

  /** Asks until the server has told it, or has said that there is no such session. */
  async load(calledOff: AbortSignal): Promise<void> {
    for (let attempt = 1; !calledOff.aborted; attempt++) {
      this.#take(await api.addresses(this.#session));
      if (this.trouble === null || !isPassing(this.trouble)) return;
      await new Promise((resolve) => setTimeout(resolve, pauseBefore(attempt, Math.random())));
    }
  }

  /** Takes another address; where students are in already, once that is confirmed by `pick`. */
  choose(address: string, seats: number): void {
    if (seats === 0) void this.pick(address);
    else this.wanted = address === this.picked ? null : address;
  }

  async pick(address: string): Promise<void> {
    this.wanted = null;
    this.#take(await api.pickAddress(this.#session, address));
  }

  #take(answer: Result<Addresses, ErrorCode>): void {
    this.trouble = answer.ok ? null : answer.error;
    if (!answer.ok) {
      if (answer.error === 'signed-out') account.expire();
      return;
    }
    this.code = answer.value.code;
    this.addresses = answer.value.addresses;
    this.picked = answer.value.picked;
    this.screenPath = answer.value.screenPath;
  }
}

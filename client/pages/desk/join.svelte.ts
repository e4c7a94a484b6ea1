import type { Addresses } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { account } from '../teach/account.svelte';
import { api } from '../teach/api';

/** Where phones and the projector find this session. */
export class Join {
  addresses = $state.raw<readonly string[]>([]);
  picked = $state<string | null>(null);
  screenPath = $state<string | null>(null);
  trouble = $state<ErrorCode | null>(null);

  readonly #session: string;

  constructor(session: string) {
    this.#session = session;
  }

  async load(): Promise<void> {
    this.#take(await api.addresses(this.#session));
  }

  async pick(address: string): Promise<void> {
    this.#take(await api.pickAddress(this.#session, address));
  }

  #take(answer: Result<Addresses, ErrorCode>): void {
    this.trouble = answer.ok ? null : answer.error;
    if (!answer.ok) {
      if (answer.error === 'signed-out') account.expire();
      return;
    }
    this.addresses = answer.value.addresses;
    this.picked = answer.value.picked;
    this.screenPath = answer.value.screenPath;
  }
}

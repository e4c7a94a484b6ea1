import { rng } from '#shared/rng';
import { answerOf, known } from '../support/knowing';
import type { Address } from '../../demo/phone';
import { Crowd } from './crowd';
import type { PhoneHistory } from './history/told';

/** What the process that gets frozen is asked to do; it answers each with a Slept. */
export type ToSleepers =
  | { readonly do: 'join'; readonly address: Address; readonly size: number; readonly seed: string }
  | { readonly do: 'answer'; readonly step: number }
  /** Waits until all of them show the step, in this phase. */
  | { readonly do: 'see'; readonly step: number; readonly phase: string }
  | { readonly do: 'end' };

export interface Slept {
  readonly error: string | null;
  /** Of each phone, once it was asked to end. */
  readonly histories: readonly PhoneHistory[];
}

/** Phones in a process of their own, which can be stopped as a whole, as a phone is whose screen is locked. */
class Sleepers {
  #crowd: Crowd | null = null;
  #seed = '';

  async do(asked: ToSleepers): Promise<readonly PhoneHistory[]> {
    switch (asked.do) {
      case 'join': {
        this.#seed = asked.seed;
        this.#crowd = new Crowd(asked.address, asked.size, `${asked.seed} asleep`, 'Sleeper');
        await this.#crowd.join();
        return [];
      }
      case 'answer':
        await this.#answer(asked.step);
        return [];
      case 'see':
        await this.#all(`step ${asked.step} ${asked.phase}`, asked.step, asked.phase);
        return [];
      case 'end':
        await this.#crowd?.seeEnd();
        this.#crowd?.leave();
        return this.#crowd?.phones.map((one) => one.history) ?? [];
    }
  }

  async #all(what: string, step: number, phase: string): Promise<void> {
    await this.#crowd?.all(what, ({ common, upToDate }) => {
      return upToDate && common?.step?.index === step && common.step.phase === phase;
    });
  }

  async #answer(step: number): Promise<void> {
    await this.#all(`step ${step} open`, step, 'open');
    const answers = this.#crowd?.phones.map(async (one, i) => {
      const found = one.phone.common?.step && known(one.phone.common.step);
      const random = rng(this.#seed, `answer of sleeper ${i} to ${step}`);
      if (found) await one.answer(step, answerOf(found, 'random', one.phone.own?.step?.view, random));
    });
    await Promise.all(answers ?? []);
  }
}

const sleepers = new Sleepers();
process.on('message', (asked: ToSleepers) => {
  const answer = (slept: Slept) => {
    process.send?.(slept);
    if (asked.do === 'end') process.disconnect();
  };
  sleepers.do(asked).then(
    (histories) => answer({ error: null, histories }),
    (error: unknown) => answer({ error: String(error), histories: [] }),
  );
});

import { randomBytes } from 'node:crypto';
import type { NetworkId, Origin } from '#shared/session/events';
import { SpentByName, type Allowance } from '../../allowance';
import type { Person } from './person';

/** New seats of one browser in a session: pupils who share a computer, tabs, somebody who tries it out. */
export const PER_DEVICE: Allowance = { burst: 10, every: 10_000 };
/** Of all browsers of one network that bring no mark, together: a class whose browsers keep no cookies. */
export const UNMARKED: Allowance = { burst: 100, every: 2_000 };
/** Of one network in a session: a school comes out of one address, a hall in two minutes. */
export const PER_NETWORK: Allowance = { burst: 1_200, every: 50 };

/** Sooner than this it is not worth asking again, ms: a crowd that waits must not be a storm. */
const CALM = 4_000;

/** More are remembered than sessions have seats: beyond, those are forgotten that have most of theirs back. */
const MOST = 16_000;

type Phone = Extract<Person, { role: 'phone' }>;

interface Limit {
  readonly name: string;
  readonly allowance: Allowance;
  readonly spent: SpentByName;
}

/**
 * How fast new seats are taken, by browser and by network. Who brings no mark is limited with everybody of their network
 * who brings none, so a script does not take the places of phones. Docs/decisions/0041 has the arithmetic.
 */
export class Arrivals {
  readonly #devices = new SpentByName(MOST);
  readonly #unmarked = new SpentByName(MOST);
  readonly #networks = new SpentByName(MOST);
  /** Networks by session, under names drawn by lot: an address stays in memory. */
  readonly #named = new WeakMap<Phone['room'], Map<string, NetworkId>>();

  /** `now` is monotonic, in ms. */
  constructor(private readonly now: () => number) {}

  /** Takes a seat's place, and answers 0; or how long to wait until it is worth asking again, ms. */
  take(phone: Phone): number {
    const now = this.now();
    const limits = this.#limitsOf(phone);
    const wait = Math.max(
      ...limits.map(({ name, allowance, spent }) =>
        spent.of(name, now, allowance.every).wait(allowance, now),
      ),
    );
    if (wait > 0) return Math.max(CALM, wait);
    this.#add(limits, 1, now);
    return 0;
  }

  /** Gives back a place that was not had. */
  giveBack(phone: Phone): void {
    this.#add(this.#limitsOf(phone), -1, this.now());
  }

  /** What is noted of where a phone comes from. */
  originOf({ room, network, device }: Phone): Origin {
    const named = this.#named.get(room) ?? new Map<string, NetworkId>();
    this.#named.set(room, named);
    const known = named.get(network) ?? randomBytes(6).toString('base64url');
    if (named.size < MOST) named.set(network, known);
    return device === null ? { network: known } : { device, network: known };
  }

  #limitsOf({ room, network, device }: Phone): readonly Limit[] {
    const from = `${room.id}/${network}`;
    return [
      device === null
        ? { name: from, allowance: UNMARKED, spent: this.#unmarked }
        : { name: `${room.id}/${device}`, allowance: PER_DEVICE, spent: this.#devices },
      { name: from, allowance: PER_NETWORK, spent: this.#networks },
    ];
  }

  #add(limits: readonly Limit[], by: number, now: number): void {
    for (const { name, allowance, spent } of limits)
      spent.of(name, now, allowance.every).add(by, now, allowance.every);
  }
}

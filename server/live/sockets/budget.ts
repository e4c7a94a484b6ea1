import { perSecond, Spent, type Allowance } from '../../allowance';

/** Why somebody has sent too much: by what they sent themselves, or as the heaviest of a network that did. */
export type Over = 'connection' | 'network';

/** Who sends: `stranger` has not been let in yet, `host` is a desk or a projector. */
export type Sender = 'stranger' | 'phone' | 'host';

/**
 * What a connection may send. One websocket frame, one packet and one request of long polling cost one each, and
 * every KiB one more. docs/decisions/0035 has what an honest phone sends in its worst second.
 */
export const ALLOWED: Readonly<Record<Sender, Allowance>> = {
  stranger: { burst: 80, every: perSecond(5) },
  phone: { burst: 240, every: perSecond(20) },
  host: { burst: 480, every: perSecond(60) },
};

/** All connections of one network together: a school of 3,000 phones that joins, tunes or comes back at once. */
export const TOGETHER: Allowance = { burst: 12_000, every: perSecond(4_000) };

/** New connections of one network: the same school, twice. */
export const OPENINGS: Allowance = { burst: 6_000, every: perSecond(500) };

/**
 * Where somebody was cut off for what they sent, whoever comes within the next ten seconds has so much at once and no
 * more: it is the most that an honest phone needs, and a flood that calls again is over before it costs much.
 */
const WARY = 40;
const WARY_FOR = 10_000;

/**
 * What somebody sent lately fades by so much a second: a phone whose knob is being turned sends 5. Below the floor
 * nobody is cut off for what others send.
 */
const FADES = perSecond(8);
const FLOOR = 60;

/** A network that sends too much is searched for who does no more often than this, ms. */
const SEARCH_EVERY = 250;

/** One network's connections and what they spend together. */
class Network {
  readonly accounts = new Set<Account>();
  readonly #together: Spent;
  readonly #openings: Spent;
  #searched = -Infinity;
  #wary = -Infinity;

  constructor(now: number) {
    this.#together = new Spent(now);
    this.#openings = new Spent(now);
  }

  mayOpen(now: number): boolean {
    const within = this.#openings.add(1, now, OPENINGS.every) <= OPENINGS.burst;
    this.#openings.limit(OPENINGS.burst);
    return within;
  }

  spend(cost: number, now: number): void {
    if (this.#together.add(cost, now, TOGETHER.every) <= TOGETHER.burst) return;
    this.#together.limit(TOGETHER.burst);
    if (now - this.#searched < SEARCH_EVERY) return;
    this.#searched = now;
    this.#endHeaviest(now);
  }

  /** Somebody was cut off. */
  beWary(now: number): void {
    this.#wary = now + WARY_FOR;
  }

  isWary(now: number): boolean {
    return now < this.#wary;
  }

  isIdle(now: number): boolean {
    const spent = this.#together.amount(now, TOGETHER.every) + this.#openings.amount(now, OPENINGS.every);
    return this.accounts.size === 0 && spent === 0 && !this.isWary(now);
  }

  /** Ends those who sent about as much as the one who sent most: who only plays is far below. */
  #endHeaviest(now: number): void {
    let most = 0;
    for (const account of this.accounts) most = Math.max(most, account.lately(now));
    const heavy = Math.max(FLOOR, most / 2);
    for (const account of [...this.accounts]) if (account.lately(now) >= heavy) account.end('network');
  }
}

/** What one connection spends. */
export class Account {
  sender: Sender = 'stranger';
  ended = false;
  readonly #spent: Spent;
  readonly #lately: Spent;
  readonly #wary: boolean;

  constructor(
    private readonly network: Network,
    private readonly now: () => number,
    private readonly onOver: (why: Over) => void,
  ) {
    this.#spent = new Spent(now());
    this.#lately = new Spent(now());
    this.#wary = network.isWary(now());
    network.accounts.add(this);
  }

  /** False once it is ended: what was sent is not looked at. */
  spend(cost: number): boolean {
    if (this.ended) return false;
    const now = this.now();
    const { burst, every } = ALLOWED[this.sender];
    this.#lately.add(cost, now, FADES);
    const most = this.#wary && this.sender !== 'host' ? WARY : burst;
    if (this.#spent.add(cost, now, every) > most) this.end('connection');
    else this.network.spend(cost, now);
    return !this.ended;
  }

  /** How much it sent lately; of a host nothing, since nobody becomes one by sending. */
  lately(now: number): number {
    return this.sender === 'host' ? 0 : this.#lately.amount(now, FADES);
  }

  end(why: Over): void {
    if (this.ended) return;
    this.close();
    this.network.beWary(this.now());
    this.onOver(why);
  }

  /** The connection is gone. */
  close(): void {
    this.ended = true;
    this.network.accounts.delete(this);
  }
}

/** Beyond so many those that are idle are forgotten. */
const MANY = 4_000;

/** The budgets of all networks. `now` is monotonic, in ms. */
export class Budgets {
  readonly #networks = new Map<string, Network>();

  constructor(private readonly now: () => number) {}

  /** Whether one more connection may be opened from there. */
  mayOpen(network: string): boolean {
    return this.#of(network).mayOpen(this.now());
  }

  /** A connection's account; `onOver` is told once, when it has to end. */
  open(network: string, onOver: (why: Over) => void): Account {
    return new Account(this.#of(network), this.now, onOver);
  }

  #of(name: string): Network {
    const known = this.#networks.get(name);
    if (known) return known;
    if (this.#networks.size >= MANY) this.#forget();
    const fresh = new Network(this.now());
    this.#networks.set(name, fresh);
    return fresh;
  }

  #forget(): void {
    for (const [name, network] of this.#networks) if (network.isIdle(this.now())) this.#networks.delete(name);
  }
}

import { perSecond, SpentByName, type Allowance } from '../../allowance';
import type { Person } from './person';

/** Commands of a phone: so many at once, so many a second. A person taps; a phone that comes back sends a handful. */
const PHONE: Allowance = { burst: 20, every: perSecond(5) };
/** All desks of a session together: a teacher with two devices, and a script of theirs. */
const DESK: Allowance = { burst: 60, every: perSecond(20) };

/** Drafts at once; the network brings them in bunches. */
const DRAFTS_AT_ONCE = 4;
/** Between two drafts of a phone, ms. */
const SHORTEST_GAP = 250;
/** Drafts that a room takes in a second, from everybody together. */
const ROOM = 1_000;

/** How long a phone waits between two drafts in a room with so many students, ms: four a second, fewer in a big room. */
export const draftGap = (students: number): number =>
  Math.max(SHORTEST_GAP, Math.round((1_000 * students) / ROOM));

/** Who is remembered: more than a class has seats, 3,000 at most. */
const MANY = 4_000;

/** Who is limited as one: a seat's secret, however many connections it opens; all desks of a session. */
const limitedAs = (person: Person): string =>
  person.role === 'phone' ? person.token : `${person.role} ${person.room.id}`;

/** How fast somebody may send, over all of their connections. */
export class Limits {
  readonly #phones = new SpentByName(MANY);
  readonly #desks = new SpentByName(MANY);
  readonly #drafts = new SpentByName(MANY);

  constructor(private readonly now: () => number) {}

  takeCommand(person: Person): boolean {
    return person.role === 'phone'
      ? this.#phones.take(limitedAs(person), PHONE, this.now())
      : this.#desks.take(limitedAs(person), DESK, this.now());
  }

  /** False if the last ones of this seat were not long enough ago, `gap` ms apart. */
  takeDraft(person: Person, gap: number): boolean {
    return this.#drafts.take(limitedAs(person), { burst: DRAFTS_AT_ONCE, every: gap }, this.now());
  }
}

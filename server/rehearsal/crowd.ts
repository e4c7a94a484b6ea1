import type { ErrorCode } from '#shared/errors';
import { derive, type Seed } from '#shared/rng';
import type { Clock } from '../live/clock';
import type { RoomHandle } from '../live/handle';
import { names } from './names';
import type { Round } from '../live/round';
import { Student } from './student';

/** A class of ordinary size. */
export const STUDENTS = 28;

/** The one timer of a whole class, ms. */
const BEAT = 400;

/** How many come through the door in one beat. */
const DOOR = 2;

/** How many act in one beat: what they do is reckoned on the thread that answers real phones. */
const AT_ONCE = 6;

/** Somebody has the name, or it is the teacher's: with the next one it goes on. */
const ANOTHER_NAME: ReadonlySet<ErrorCode> = new Set(['name-taken', 'name-reserved']);

export interface CrowdPorts {
  readonly room: RoomHandle;
  readonly clock: Clock;
  readonly seed: Seed;
  readonly onBug: (error: unknown) => void;
}

/** A simulated class inside the server. It looks at its room a few times a second, and does a little each time. */
export class Crowd {
  private readonly students: readonly Student[];
  private readonly unused = [...names];
  private round: Round | null = null;
  private cancel: () => void = () => undefined;
  private left = false;

  constructor(private readonly ports: CrowdPorts) {
    const { room, seed } = ports;
    this.students = Array.from({ length: STUDENTS }, (_, i) => new Student(room, derive(seed, `${i}`)));
    this.later();
  }

  /** They stop at once: the session is over, or the server ends. */
  leave(): void {
    this.left = true;
    this.cancel();
  }

  private later(): void {
    if (!this.left)
      this.cancel = this.ports.clock.after(BEAT, () => void this.beat().catch(this.ports.onBug));
  }

  private async beat(): Promise<void> {
    await this.comeIn();
    await this.look();
    await this.act();
    this.later();
  }

  private async comeIn(): Promise<void> {
    const waiting = this.students.filter(({ seat }) => seat === null).slice(0, DOOR);
    for (const student of waiting) {
      const name = this.unused.shift();
      const refusal = name === undefined ? null : await student.comeIn(name);
      // The room may be locked for now: the name is for the next attempt.
      if (name !== undefined && refusal !== null && !ANOTHER_NAME.has(refusal)) this.unused.unshift(name);
    }
  }

  /** Notices that another round is open, or none. */
  private async look(): Promise<void> {
    const round = await this.ports.room.round();
    if (sameRound(round, this.round)) return;
    this.round = round;
    for (const student of this.students) student.begin(round, this.ports.clock.now());
  }

  private async act(): Promise<void> {
    const now = this.ports.clock.now();
    const ready = this.students.filter(({ due }) => due !== null && due <= now).slice(0, AT_ONCE);
    await Promise.all(ready.map((student) => student.act(now)));
  }
}

const sameRound = (a: Round | null, b: Round | null): boolean =>
  a?.step === b?.step && a?.asks === b?.asks && voteIn(a) === voteIn(b);

const voteIn = (round: Round | null): 1 | 2 | null => (round?.asks === 'answer' ? round.vote : null);

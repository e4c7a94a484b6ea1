import type { Storage } from '../storage/prisma/open';
import type { SignedIn } from '../storage/prisma/sign-ins';
import { LASTS } from './cookie';
import type { DeviceMarks } from './device-marks';
import { hashOf, newSecret } from './secrets';

/** A browser that has just been signed in: its token and its mark go into cookies and nowhere else. */
export interface Admission {
  readonly teacher: SignedIn;
  readonly token: string;
  readonly mark: string;
  /** The tokens of the sign-ins that it came with, which are over. */
  readonly ended: readonly string[];
}

/** A browser at the door: what it brings along, and the network that it comes from. */
export interface Visitor {
  readonly network: string;
  readonly tokens: readonly string[];
  readonly mark: string | null;
}

/** A sign-in: its own name, which is no secret, and whose it is. */
export interface SignIn {
  readonly id: string;
  readonly teacher: SignedIn;
}

/** The browsers that are signed in, and those that are known from before. */
export class Browsers {
  #ended: (signIns: readonly string[]) => void = () => undefined;

  constructor(
    private readonly storage: Pick<Storage, 'signIns'>,
    private readonly marks: DeviceMarks,
  ) {}

  /** Who hears of sign-ins that have just ended, by their names. */
  onEnded(listener: (signIns: readonly string[]) => void): void {
    this.#ended = listener;
  }

  /** The sign-in of a cookie's token; null when it is unknown or has expired. */
  async signInOf(token: string | null): Promise<SignIn | null> {
    if (token === null) return null;
    const id = hashOf(token);
    const teacher = await this.holder(id);
    return teacher && { id, teacher };
  }

  /** Whose sign-in that is; null: it is over. */
  holder(signIn: string): Promise<SignedIn | null> {
    return this.storage.signIns.teacher(signIn, new Date());
  }

  /** A mark for a browser that is signed in and brings none that is good; else null. */
  async missingMark(mark: string | null, { id }: SignedIn): Promise<string | null> {
    return (await this.marks.read(mark, id)) === null ? this.marks.issue(id) : null;
  }

  /** Signs a browser in. It has one sign-in: what it came with is over. */
  async admit({ id, name }: SignedIn, visitor: Visitor): Promise<Admission> {
    const { signIns } = this.storage;
    const now = Date.now();
    const token = newSecret();
    await signIns.prune(new Date(now));
    await signIns.add(hashOf(token), id, new Date(now + LASTS * 1_000));
    const ended = await this.signOut(visitor.tokens);
    return { teacher: { id, name }, token, mark: await this.marks.issue(id), ended };
  }

  /** Ends the sign-ins of a browser; answers the tokens that were this server's. */
  async signOut(tokens: readonly string[]): Promise<string[]> {
    const ended: string[] = [];
    for (const token of tokens) if (await this.storage.signIns.remove(hashOf(token))) ended.push(token);
    this.#ended(ended.map(hashOf));
    return ended;
  }

  /** Ends every other sign-in of this browser's teacher, and every mark; answers a new mark for this browser. */
  async signOutElsewhere({ id, teacher }: SignIn): Promise<string> {
    await this.endAllOf(teacher.id, id);
    return this.marks.issue(teacher.id);
  }

  /** Ends all sign-ins of a teacher but one, and voids every mark. */
  async endAllOf(teacher: string, except: string | null = null): Promise<void> {
    const { signIns } = this.storage;
    await this.marks.revoke(teacher);
    const ended = (await signIns.of(teacher)).filter((id) => id !== except);
    await signIns.removeAll(ended);
    this.#ended(ended);
  }
}

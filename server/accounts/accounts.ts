import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Storage } from '../storage/prisma/open';
import type { SignedIn } from '../storage/prisma/sign-ins';
import { LASTS } from './cookie';
import { isFirstLink, spendFirstLink } from './first-link';
import { Guesses } from './guesses';
import { hashPassword, isWeak, verifyPassword } from './passwords';
import { hashOf, newSecret } from './secrets';

/** A browser that has just been signed in: its token goes into the cookie and nowhere else. */
export interface Admission {
  readonly teacher: SignedIn;
  readonly token: string;
}

const spelt = (name: string) => name.normalize('NFC');

/** Who may open a desk, and how they prove it. */
export class Accounts {
  readonly #storage: Storage;
  readonly #guesses = new Guesses(() => performance.now());

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Whether nobody has set a name and a password yet. */
  async isFresh(): Promise<boolean> {
    return (await this.#storage.teachers.count()) === 0;
  }

  /** The teacher of a cookie's token; null when it is unknown or has expired. */
  async teacherOf(token: string | null): Promise<SignedIn | null> {
    return token === null ? null : this.#storage.signIns.teacher(hashOf(token), new Date());
  }

  /** Uses the one-time link up for the first teacher. A password that is too short does not cost the link. */
  async welcome(link: string, name: string, password: string): Promise<Result<Admission, ErrorCode>> {
    if (!(await isFirstLink(this.#storage, link))) return err('link-used');
    if (isWeak(password)) return err('password-weak');
    const passwordHash = await hashPassword(password);
    if (!(await spendFirstLink(this.#storage, link))) return err('link-used');
    const teacher = { id: newSecret().slice(0, 22), name: spelt(name) };
    const added = await this.#storage.teachers.add({ ...teacher, passwordHash });
    return added.ok ? ok(await this.#admit(teacher)) : added;
  }

  async signIn(name: string, password: string): Promise<Result<Admission, ErrorCode>> {
    const claimed = spelt(name);
    if (!this.#guesses.take(claimed)) return err('too-many-guesses');
    const teacher = await this.#storage.teachers.named(claimed);
    if (!(await verifyPassword(teacher?.passwordHash ?? null, password)) || !teacher)
      return err('sign-in-failed');
    this.#guesses.giveBack(claimed);
    return ok(await this.#admit({ id: teacher.id, name: teacher.name }));
  }

  async signOut(token: string | null): Promise<void> {
    if (token !== null) await this.#storage.signIns.remove(hashOf(token));
  }

  async #admit(teacher: SignedIn): Promise<Admission> {
    const { signIns } = this.#storage;
    const now = Date.now();
    const token = newSecret();
    await signIns.prune(new Date(now));
    await signIns.add(hashOf(token), teacher.id, new Date(now + LASTS * 1_000));
    return { teacher, token };
  }
}

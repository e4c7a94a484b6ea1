import type { LinkFor } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import type { Storage } from '../storage/prisma/open';
import type { SignedIn } from '../storage/prisma/sign-ins';
import type { Tally } from '../storage/tally';
import { Browsers, type Admission, type SignIn, type Visitor } from './browsers';
import { Cookies, type CookiesOf } from './cookie';
import { DeviceMarks } from './device-marks';
import { ownFirstLink, sharedFirstLink, type FirstLink } from './first-link';
import { installationIn } from './installation';
import { Links, type Link } from './links';
import { PasswordGuesses } from './password-guesses';
import { hashPassword, isWeak, verifyPassword } from './passwords';
import { newSecret } from './secrets';

type Admitted = Promise<Result<Admission, ErrorCode>>;

const spelt = (name: string) => name.normalize('NFC');

/** Who may open a desk, and how they prove it. */
export class Accounts {
  readonly browsers: Browsers;
  readonly firstLink: FirstLink;
  readonly #guesses: PasswordGuesses;
  readonly #links: Links;

  private constructor(
    private readonly storage: Storage,
    private readonly marks: DeviceMarks,
    readonly cookies: Cookies,
    clock: Clock,
    tally: Tally | null,
  ) {
    this.browsers = new Browsers(storage, marks);
    this.firstLink = tally ? sharedFirstLink(storage) : ownFirstLink(storage);
    this.#guesses = new PasswordGuesses(clock, tally);
    this.#links = new Links(storage.settings);
  }

  /** `tally`: where all servers count wrong passwords together. */
  static async open(storage: Storage, clock: Clock, tally: Tally | null = null): Promise<Accounts> {
    const { settings } = storage;
    const cookies = new Cookies(await installationIn(settings));
    return new Accounts(storage, await DeviceMarks.open(settings), cookies, clock, tally);
  }

  /** Whether nobody has set a name and a password yet. */
  async isFresh(): Promise<boolean> {
    return (await this.storage.teachers.count()) === 0;
  }

  /** The sign-in that a request's cookies tell; null when there is none, or it is over. */
  signInOf(cookies: CookiesOf): Promise<SignIn | null> {
    return this.browsers.signInOf(this.cookies.brought(cookies)?.token ?? null);
  }

  async teacherOf(cookies: CookiesOf): Promise<SignedIn | null> {
    return (await this.signInOf(cookies))?.teacher ?? null;
  }

  /** What a one-time link is for; null: it works no more. */
  async linkFor(secret: string): Promise<LinkFor | null> {
    if (await this.firstLink.is(secret)) return { what: 'teacher', name: '' };
    const link = await this.#links.read(secret);
    return link && { what: link.teacher === null ? 'teacher' : 'password', name: link.name };
  }

  /** Uses a link up for a new teacher, the first or a further one. What is refused does not cost the link. */
  async welcome(secret: string, name: string, password: string, visitor: Visitor): Admitted {
    const first = await this.firstLink.is(secret);
    const link = first ? null : await this.#links.read(secret);
    if (!first && link?.teacher !== null) return err('link-used');
    if (isWeak(password)) return err('password-weak');
    const teacher = { id: newSecret().slice(0, 22), name: spelt(name) };
    if (await this.storage.teachers.named(teacher.name)) return err('name-taken');
    const passwordHash = await hashPassword(password);
    const spent = link ? this.#links.spend(secret) : this.firstLink.spend(secret);
    if (!(await spent)) return err('link-used');
    const added = await this.storage.teachers.add({ ...teacher, passwordHash });
    return added.ok ? ok(await this.browsers.admit(teacher, visitor)) : added;
  }

  /** Uses a link up for a new password, and ends every sign-in of its teacher: somebody may know the old one. */
  async setPassword(secret: string, password: string, visitor: Visitor): Admitted {
    const link = await this.#links.read(secret);
    const teacher = await this.#teacherOf(link);
    if (!link || !teacher) return err('link-used');
    if (isWeak(password)) return err('password-weak');
    const passwordHash = await hashPassword(password);
    if (!(await this.#links.spend(secret))) return err('link-used');
    await this.storage.teachers.setPassword(teacher.id, passwordHash);
    await this.browsers.endAllOf(teacher.id);
    return ok(await this.browsers.admit(teacher, visitor));
  }

  async signIn(name: string, password: string, visitor: Visitor): Admitted {
    const claimed = spelt(name);
    const teacher = await this.storage.teachers.named(claimed);
    const device = teacher && (await this.marks.read(visitor.mark, teacher.id));
    const guesser = { network: visitor.network, device };
    const verify = () => verifyPassword(teacher?.passwordHash ?? null, password);
    const guessed = await this.#guesses.guess(claimed, guesser, verify);
    if (guessed === 'refused') return err('too-many-guesses');
    if (guessed === 'wrong' || !teacher) return err('sign-in-failed');
    return ok(await this.browsers.admit(teacher, visitor));
  }

  async #teacherOf(link: Link | null): Promise<SignedIn | null> {
    return link?.teacher ? this.storage.teachers.withId(link.teacher) : null;
  }
}

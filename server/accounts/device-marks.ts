import { createHash, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../storage/prisma/settings';
import { keyFor, newSecret } from './secrets';

/** Where the key is kept with which marks are signed, and the count of each teacher's revocations. */
const KEY = 'device-secret';
const REVOKED = 'devices-revoked/';

/** How long a browser is known after its last sign-in, in seconds: a school year. */
export const MARK_LASTS = 365 * 24 * 60 * 60;

/** A mark that this server has signed: whose, after how many revocations, when, and a name of its own. */
interface Mark {
  readonly teacher: string;
  readonly revoked: string;
  readonly at: number;
  readonly nonce: string;
}

const SHAPE = /^(([\w-]{1,40})\.(\d{1,9})\.(\d{1,12})\.([\w-]{22}))\.([\w-]{43})$/;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Marks of browsers in which a teacher has signed in. A mark opens nothing: it lets its browser try passwords where
 * strangers cannot crowd it out. Nothing is kept of one; signing out everywhere voids all that a teacher has.
 */
export class DeviceMarks {
  private constructor(
    private readonly settings: Settings,
    private readonly secret: string,
  ) {}

  static async open(settings: Settings): Promise<DeviceMarks> {
    const secret = await settings.first(KEY, newSecret());
    return new DeviceMarks(settings, secret);
  }

  /** A new mark for a browser of `teacher`. */
  async issue(teacher: string): Promise<string> {
    const at = Math.floor(Date.now() / 1_000);
    const text = [teacher, await this.#revocations(teacher), at, newSecret().slice(0, 22)].join('.');
    return `${text}.${this.#signature(text)}`;
  }

  /** What is told apart of a mark's browser while it guesses; null: it is no valid mark of `teacher`. */
  async read(mark: string | null, teacher: string): Promise<string | null> {
    const signed = this.#signed(mark);
    if (signed?.teacher !== teacher || Date.now() / 1_000 - signed.at > MARK_LASTS) return null;
    return signed.revoked === (await this.#revocations(teacher)) ? signed.nonce : null;
  }

  /** Voids every mark that `teacher` has. */
  async revoke(teacher: string): Promise<void> {
    await this.settings.set(REVOKED + teacher, String(Number(await this.#revocations(teacher)) + 1));
  }

  /** Asks no disk: anybody may send anything. */
  #signed(mark: string | null): Mark | null {
    const [, text = '', teacher = '', revoked = '', at = '', nonce = '', signature = ''] =
      SHAPE.exec(mark ?? '') ?? [];
    if (text === '' || !timingSafeEqual(digest(signature), digest(this.#signature(text)))) return null;
    return { teacher, revoked, at: Number(at), nonce };
  }

  #signature(text: string): string {
    return keyFor(this.secret, `device/${text}`);
  }

  async #revocations(teacher: string): Promise<string> {
    return (await this.settings.get(REVOKED + teacher)) ?? '0';
  }
}

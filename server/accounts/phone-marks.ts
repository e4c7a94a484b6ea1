import { createHash, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../storage/prisma/settings';
import { keyFor, newSecret } from './secrets';

/** Where the key is kept with which marks are signed. */
const KEY = 'phone-secret';

/** How long a phone keeps its mark, in seconds: a school day. */
export const PHONE_MARK_LASTS = 24 * 60 * 60;

/** A name drawn by lot, when it was given, and the signature of both. */
const SHAPE = /^(([\w-]{22})\.(\d{1,12}))\.([\w-]{43})$/;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Marks of the browsers in which students play: a phone has no account, and a browser is what limits of new seats go by.
 * A mark opens nothing and says nothing of anybody; nothing is kept of it but, for each session, a hash in its log.
 */
export class PhoneMarks {
  private constructor(private readonly secret: string) {}

  static async open(settings: Settings): Promise<PhoneMarks> {
    const secret = await settings.first(KEY, newSecret());
    return new PhoneMarks(secret);
  }

  issue(): string {
    const text = `${newSecret().slice(0, 22)}.${Math.floor(Date.now() / 1_000)}`;
    return `${text}.${this.#signature(text)}`;
  }

  /** The name in a mark; null: it is none of ours, or too old. */
  read(mark: string | null): string | null {
    const [, text = '', name = '', at = '', signature = ''] = SHAPE.exec(mark ?? '') ?? [];
    if (text === '' || Date.now() / 1_000 - Number(at) > PHONE_MARK_LASTS) return null;
    return timingSafeEqual(digest(signature), digest(this.#signature(text))) ? name : null;
  }

  #signature(text: string): string {
    return keyFor(this.secret, `phone/${text}`);
  }
}

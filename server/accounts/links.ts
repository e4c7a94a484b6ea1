import * as v from 'valibot';
import type { Settings } from '../storage/prisma/settings';
import { hashOf } from './secrets';

/** Under what the links stand that `npm run teacher` printed (scripts/lib/teachers.mjs writes them), by their hash. */
const UNDER = 'link/';

/** `teacher`: whose password it sets anew; null: it makes a further teacher, with `name` as a proposal. */
const linkSchema = v.strictObject({
  teacher: v.nullable(v.string()),
  name: v.string(),
  /** Until when it works, ms of the wall clock. */
  until: v.number(),
});

export type Link = v.InferOutput<typeof linkSchema>;

/** One-time links from whoever keeps the server. */
export class Links {
  constructor(private readonly settings: Settings) {}

  /** What a link is for; null: it is none, was used, or is too old. */
  async read(secret: string): Promise<Link | null> {
    const value = await this.settings.get(UNDER + hashOf(secret));
    const link = value === null ? null : v.parse(linkSchema, JSON.parse(value));
    return link && link.until > Date.now() ? link : null;
  }

  /** Uses a link up; true for one caller alone. */
  async spend(secret: string): Promise<boolean> {
    const key = UNDER + hashOf(secret);
    const value = await this.settings.get(key);
    return value !== null && (await this.settings.take(key, value));
  }
}

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import type { LessonCard } from '#shared/lessons/api';
import { activityKinds } from '#shared/activities/registry';
import { draftTextSchema } from '#shared/text-schema';

/** What a shelf says of a lesson, finished or not. */
export type Face = Pick<LessonCard, 'title' | 'about' | 'tags' | 'steps'>;

/** A version before it has a number. */
export interface NewVersion {
  readonly face: Face;
  /** Nothing is missing: it can be played. */
  readonly ready: boolean;
  /** The lesson as JSON. */
  readonly document: string;
}

/** A save. */
export interface Version {
  readonly number: number;
  readonly savedAt: Date;
  readonly document: string;
}

/** A save, without what was saved. */
export interface VersionLine {
  readonly number: number;
  readonly savedAt: Date;
  readonly steps: number;
}

/** A lesson as a shelf shows it. */
export interface LessonRow {
  readonly id: string;
  readonly face: Face;
  /** Of its newest version. */
  readonly number: number;
  readonly savedAt: Date;
  readonly ready: boolean;
}

const stepsSchema = v.array(
  v.strictObject({
    kind: v.picklist(activityKinds),
    title: draftTextSchema,
    seconds: v.nullable(v.number()),
    star: v.boolean(),
  }),
);

export const faceSchema = v.object({
  title: draftTextSchema,
  about: draftTextSchema,
  tags: v.array(v.string()),
  steps: stepsSchema,
});

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** A document as it stands in the file. It is compressed by another thread than that of the sockets. */
export const pack = async (document: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await packed(document));

export const unpack = async (bytes: Uint8Array): Promise<string> => (await unpacked(bytes)).toString();

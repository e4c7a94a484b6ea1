import type Sharp from 'sharp';
import type { SmallPicture } from '#shared/lessons/api';
import { LONGEST_PICTURE } from '#shared/activities/slide/config';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { OneAtATime } from '../one-at-a-time';

/** Bytes of what is taken: photographs of phones, as they are. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;
/** Pixels of what is taken: the largest photographs of phones. A file may promise more in a few bytes than fits in memory. */
const MOST_PIXELS = 50_000_000;
/** Seconds of one attempt. */
const PATIENCE = 10;
/** Pictures of one teacher that may wait: each lies in memory meanwhile, and a form sends one at a time. */
const MOST_WAITING = 2;

/** What a picture should come to, bytes: a lesson has several, and a projector loads them over the Wi-Fi. */
const AIM = 150_000;
/** What fits into a document, bytes: base64 makes four letters of three. */
const MOST_BYTES = Math.floor(((LONGEST_PICTURE - 'data:image/webp;base64,'.length) * 3) / 4) - 2;

/** Longest side, pixels, and quality of each attempt, until one is small enough; a projector has 1,280 to 1,920. */
const ATTEMPTS = [
  { side: 1_600, quality: 82 },
  { side: 1_600, quality: 65 },
  { side: 1_200, quality: 65 },
  { side: 900, quality: 60 },
  { side: 640, quality: 50 },
] as const;

/** The first bytes of what is taken; what else could be decoded is not tried. */
const PNG = '\x89PNG\r\n';
const JPEG = '\xff\xd8\xff';
const WEBP = /^RIFF[\s\S]{4}WEBP/;

function isTaken(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return beginning.startsWith(PNG) || beginning.startsWith(JPEG) || WEBP.test(beginning);
}

interface Attempt {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes pictures small enough for a lesson, one at a time: upright, without what a camera has noted of place and time. The
 * library that decodes them is loaded with the first one: a machine that has none for it plays lessons all the same.
 */
export class Pictures {
  readonly #turns = new OneAtATime(MOST_WAITING);
  #sharp: Promise<typeof Sharp> | null = null;

  constructor(private readonly onBug: (error: unknown) => void) {}

  /** Refuses with `picture-refused`; `too-fast` where too many of the same teacher wait; `server-failed` without the library. */
  async smaller(bytes: Uint8Array, teacher: string): Promise<Result<SmallPicture, ErrorCode>> {
    if (!isTaken(bytes)) return err('picture-refused');
    return (await this.#turns.take(teacher, () => this.#make(bytes))) ?? err('too-fast');
  }

  async #make(bytes: Uint8Array): Promise<Result<SmallPicture, ErrorCode>> {
    const sharp = await this.#loaded();
    if (!sharp) return err('server-failed');
    try {
      const made = await smallest(sharp, bytes);
      if (made.data.length > MOST_BYTES) return err('picture-refused');
      const { data, width, height } = made;
      return ok({
        data: `data:image/webp;base64,${data.toString('base64')}`,
        ...{ width, height, bytes: data.length },
      });
    } catch {
      return err('picture-refused');
    }
  }

  async #loaded(): Promise<typeof Sharp | null> {
    this.#sharp ??= import('sharp').then(({ default: sharp }) => {
      // Classes play on the same processor.
      sharp.concurrency(1);
      sharp.cache(false);
      return sharp;
    });
    return this.#sharp.catch((error: unknown) => {
      this.#sharp = null;
      this.onBug(error);
      return null;
    });
  }
}

/** The first attempt that comes to what is aimed at, or the last one. */
async function smallest(sharp: typeof Sharp, bytes: Uint8Array): Promise<Attempt> {
  let made: Attempt | null = null;
  for (const { side, quality } of ATTEMPTS) {
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 } as const;
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: PATIENCE })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 4 })
      .toBuffer({ resolveWithObject: true });
    made = { data, width: info.width, height: info.height };
    if (data.length <= AIM) break;
  }
  if (!made) throw new Error('nothing was tried');
  return made;
}

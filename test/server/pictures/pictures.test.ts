import { deflateSync, crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { ApiError } from '#shared/api';
import { PICTURES_PATH, type SmallPicture } from '#shared/lessons/api';
import { config } from '#shared/activities/slide/config';
import { LARGEST_PICTURE } from '../../../server/pictures/smaller';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';

let server: Running;
let teacher: Browser;

beforeAll(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterAll(() => server.stop());

const send = (body: Buffer, browser = teacher) =>
  browser.send(
    'POST',
    PICTURES_PATH,
    { origin: server.base, 'content-type': 'application/octet-stream' },
    body,
  );

const refusal = async (body: Buffer) => {
  const answered = await send(body);
  return [answered.status, (answered.body as ApiError).code];
};

/** What nothing makes smaller: noise, the same each time. */
function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0, x = 1; i < pixels.length; i++) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
    pixels[i] = x >> 16;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const slideWith = (data: string) => ({
  ...{ lines: [], link: null, tap: false, lookUp: false },
  picture: { shows: 'image', data, alt: { it: 'rumore' } },
});

const decoded = (data: string) => sharp(Buffer.from(data.split(',')[1] ?? '', 'base64'));

describe('a picture is made small enough for a lesson', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('a %s of 1,900 by 900', async (format) => {
    const answered = await send(await noise(1_900, 900).blur(2).toFormat(format).toBuffer());
    expect(answered.status).toBe(200);
    const { data, width, height, bytes } = answered.body as SmallPicture;
    expect(bytes).toBeLessThanOrEqual(300_000);
    expect(width / height).toBeCloseTo(1_900 / 900, 1);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1_600);
    expect(v.is(config, slideWith(data))).toBe(true);
    const told = await decoded(data).metadata();
    expect([told.format, told.width, told.height]).toEqual(['webp', width, height]);
  });

  test('even noise, and a small one stays as large as it is', async () => {
    const { body } = await send(await noise(1_100, 1_100).png().toBuffer());
    expect(v.is(config, slideWith((body as SmallPicture).data))).toBe(true);
    const small = (await send(await noise(40, 20).png().toBuffer())).body as SmallPicture;
    expect([small.width, small.height]).toEqual([40, 20]);
  });

  test('one of more megabytes, as phones make them', async () => {
    const heavy = await noise(1_900, 1_300).blur(3).png({ compressionLevel: 0 }).toBuffer();
    expect(heavy.length).toBeGreaterThan(7_000_000);
    const { body, status } = await send(heavy);
    expect(status).toBe(200);
    expect((body as SmallPicture).bytes).toBeLessThanOrEqual(300_000);
  });

  test('it stands upright, and says nothing of where and when it was taken', async () => {
    const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '45/1 30/1 0/1', GPSLatitudeRef: 'N' } };
    const lying = await noise(60, 30).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(lying).metadata()).orientation).toBe(6);
    const { data, width, height } = (await send(lying)).body as SmallPicture;
    expect([width, height]).toEqual([30, 60]);
    const { exif: kept, icc, xmp, orientation } = await decoded(data).metadata();
    expect([kept, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

/** A PNG that promises so many pixels on either side, in a few bytes. */
function promising(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    ...[signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000)))],
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('is refused', () => {
  test('what is no picture of these, whatever it says it is', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const gif = await noise(4, 4).gif().toBuffer();
    const whole = await noise(200, 200).png().toBuffer();
    const jpeg = await noise(200, 200).jpeg().toBuffer();
    for (const body of [
      svg,
      gif,
      Buffer.from('%PDF-1.4'),
      Buffer.alloc(0),
      Buffer.from('rubbish'),
      whole.subarray(0, 300),
      jpeg.subarray(0, 300),
      Buffer.concat([whole.subarray(0, 8), svg]),
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), gif]),
      promising(60_000),
      promising(8_000),
    ])
      expect(await refusal(body)).toEqual([400, 'picture-refused']);
  });

  test('what is too large, of whom is no teacher, and in another form', async () => {
    expect(await refusal(Buffer.alloc(LARGEST_PICTURE + 1))).toEqual([413, 'picture-too-large']);
    expect((await send(Buffer.alloc(10), server.browser())).status).toBe(401);
    const json = await teacher.post(PICTURES_PATH, { data: 'x' });
    expect([json.status, (json.body as ApiError).code]).toEqual([400, 'bad-packet']);
  });

  test('and the server goes on: a picture after all that is made smaller', async () => {
    expect((await send(await noise(40, 20).png().toBuffer())).status).toBe(200);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bots } from '#shared/activities/race/bots';
import { config as schema } from '#shared/activities/race/config';
import { job } from '#shared/activities/race/job';
import type { TrainingRequest } from '#shared/training/request';
import * as v from 'valibot';
import { pack, unpack } from '../../../../server/workers/queue/packed';
import { requestOf } from '../../../support/jobs';
import { lessons } from '../../../support/lessons';

const SECRET = '00112233445566778899aabbccddeeff';

const races = lessons
  .flatMap(({ steps }) => steps)
  .filter(({ kind }) => kind === 'race')
  .map(({ id, config }) => ({ id, config: v.parse(schema, config) }));

const numbers = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0)));

describe('a request on its way to a worker', () => {
  it('is the same there bit for bit, negative zeros and the smallest numbers too', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, numbers, fc.constantFrom(0.1, -0, 5e-324), async (x, y, rate) => {
        const request: TrainingRequest = { ...requestOf(3), train: { x, y }, rate };
        // `toStrictEqual` tells -0 from 0.
        expect(await unpack((await pack(request)).text)).toStrictEqual(request);
      }),
    );
  });

  it.each(races)('is the same of the race $id', async ({ config }) => {
    const request = job(config, bots.constant(config), SECRET);
    const { text, print } = await pack(request);
    expect(await unpack(text)).toStrictEqual(request);
    expect((await pack(job(config, bots.constant(config), SECRET))).print).toBe(print);
  });

  it('has a print of its own', async () => {
    const [one, other] = [await pack(requestOf(3)), await pack(requestOf(4))];
    const negative = await pack({ ...requestOf(3), l1: -0 });
    const positive = await pack({ ...requestOf(3), l1: 0 });
    expect(new Set([one, other, negative, positive].map(({ print }) => print)).size).toBe(4);
  });
});

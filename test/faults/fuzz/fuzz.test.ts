import { describe, expect, test } from 'vitest';
import { deskRequestSchema, phoneRequestSchema } from '#shared/protocol';
import { deskRequests, phoneRequests } from './right';
import { fuzzSchemas } from './schemas';

const INPUTS = 3_000;

describe('the fuzz of what comes in', () => {
  test('makes what is nearly right from every request that phones and desks have', () => {
    const known = (requests: readonly { readonly type: string }[]) =>
      new Set(requests.map(({ type }) => type));
    expect(known(phoneRequests)).toEqual(
      new Set(phoneRequestSchema.options.map(({ entries }) => entries.type.literal)),
    );
    expect(known(deskRequests)).toEqual(
      new Set(deskRequestSchema.options.map(({ entries }) => entries.type.literal)),
    );
  });

  test(`finds nothing in ${INPUTS} values: each is taken, or refused with a code`, () => {
    expect(fuzzSchemas(INPUTS, 17)).toEqual([]);
  });
});

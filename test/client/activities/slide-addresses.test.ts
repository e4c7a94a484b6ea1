import { describe, expect, test } from 'vitest';
import { hostOf, spoken } from '../../../client/activities/slide/addresses';

describe('an address on a slide', () => {
  test.each([
    { address: 'https://example.org/', said: 'example.org', host: 'example.org' },
    { address: 'http://www.example.org/a?b=1#c', said: 'www.example.org/a?b=1#c', host: 'example.org' },
    { address: 'https://example.org:8080/a/', said: 'example.org:8080/a', host: 'example.org:8080' },
  ])('$address is said $said, and is the page of $host', ({ address, said, host }) => {
    expect([spoken(address), hostOf(address)]).toEqual([said, host]);
  });
});

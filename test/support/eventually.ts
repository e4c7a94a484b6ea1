import { expect } from 'vitest';

/** What becomes so in its own time, on a machine that may have much to do. */
export const eventually = <Seen>(look: () => Seen | Promise<Seen>) =>
  expect.poll(look, { timeout: 60_000, interval: 50 });

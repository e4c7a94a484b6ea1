import { expect, it } from 'vitest';
import { daily } from '../../../server/storage/daily';
import { settled, VirtualClock } from '../../support/virtual-clock';

it('a server that ends waits three seconds for what another one can do again, and no longer', async () => {
  const clock = new VirtualClock();
  const once = () => new Promise<boolean>(() => undefined);
  const stop = daily({ clock, onBug: () => undefined, once }, 'sweep', () => Promise.resolve());
  let ended = false;
  void stop().then(() => (ended = true));
  await clock.advance(2_999);
  await settled();
  expect(ended).toBe(false);
  await clock.advance(1);
  await settled();
  expect(ended).toBe(true);
});

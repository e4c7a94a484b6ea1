import { expect, it } from 'vitest';
import { onceWhileAway } from '../../../server/http/failures';

/** As Prisma marks whatever its driver says. */
const away = () => Object.assign(new Error('Connection terminated unexpectedly'), { clientVersion: '7' });

it('a database that is away is told once, and once more when it went away again; a bug is told each time', async () => {
  const told: unknown[] = [];
  const { tell, looked } = onceWhileAway((error) => told.push(error));
  const [first, again, bug] = [away(), away(), new TypeError('a bug')];
  for (const error of [first, away(), bug, away(), bug]) tell(error);
  expect(told).toEqual([first, bug, bug]);
  await expect(looked(Promise.reject(away()))).rejects.toThrow();
  tell(away());
  expect(told).toHaveLength(3);
  expect(await looked(Promise.resolve('here'))).toBe('here');
  tell(again);
  expect(told.slice(3)).toEqual([again]);
});

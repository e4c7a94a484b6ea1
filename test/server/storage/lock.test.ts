import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../server/storage/lock';
import { temporaryFolder } from '../../support/folder';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.remove());

it('a data folder is locked for one, and free again once it is given back', () => {
  const first = lockFolder(folder.path);
  expect(first.ok).toBe(true);
  expect(lockFolder(folder.path)).toEqual({ ok: false, error: 'locked' });
  expect(lockFolder(folder.path)).toEqual({ ok: false, error: 'locked' });

  if (first.ok) first.value.release();

  const second = lockFolder(folder.path);
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

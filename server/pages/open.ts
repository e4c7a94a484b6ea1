import { join } from 'node:path';
import type { Commons } from '../storage/postgres/commons';
import { reasonFrom } from '../storage/postgres/address';
import { pageFilesOn } from '../storage/postgres/page-files';
import { OtherBuilds } from './other-builds';
import { PagesNotKept, readPageFiles } from './page-files';

/**
 * Keeps this build's files where all servers find them, and finds those of others. `folder`: of the built pages. Null
 * where no other server has the same sessions. Rejects with `PagesNotKept` if the database does not take them.
 */
export async function openOtherBuilds(
  commons: Pick<Commons, 'pool'> | null,
  folder: string,
  build: string,
  now: () => number,
): Promise<OtherBuilds | null> {
  if (commons === null) return null;
  const files = pageFilesOn(commons.pool);
  await files.keep(build, await readPageFiles(join(folder, 'assets'))).catch((cause: unknown) => {
    throw new PagesNotKept(reasonFrom(cause), { cause });
  });
  return new OtherBuilds(files, now);
}

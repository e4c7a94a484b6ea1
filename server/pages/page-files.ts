import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the built pages whose name says its content, as it is sent: `gzipped` if it has a compressed twin. */
export interface PageFile {
  readonly name: string;
  readonly body: Buffer;
  readonly gzipped: boolean;
}

/** The page files of the builds that were started last, whichever server has them. */
export interface PageFiles {
  readonly keep: (build: string, files: readonly PageFile[]) => Promise<void>;
  readonly names: () => Promise<readonly string[]>;
  readonly find: (name: string) => Promise<PageFile | null>;
}

/** The database did not take the files of this build; the message is what it said. */
export class PagesNotKept extends Error {}

const TWIN = '.gz';

/** The files in the folder `assets` of a build. */
export async function readPageFiles(assets: string): Promise<PageFile[]> {
  const all = new Set(await readdir(assets));
  const names = [...all].filter((name) => !name.endsWith(TWIN));
  return Promise.all(
    names.map(async (name) => {
      const gzipped = all.has(name + TWIN);
      return { name, gzipped, body: await readFile(join(assets, gzipped ? name + TWIN : name)) };
    }),
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ran {
  readonly code: number | null;
  /** Everything it said, both streams. */
  readonly output: string;
}

interface Given {
  readonly umask?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one of the project's commands on a server's data folder, as a person would. */
export async function runScript(
  name: string,
  args: readonly string[],
  dataDir: string,
  { umask = process.umask(), env: more = {} }: Given = {},
): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', ...more };
  const before = process.umask(umask);
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], { env });
  process.umask(before);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

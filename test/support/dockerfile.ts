import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const dockerfile = readFileSync('Dockerfile', 'utf8').replace(/\\\n/g, ' ');

/** The commands of the image, as the Dockerfile has them. */
function commandAfter(pattern: RegExp): readonly string[] {
  const found = pattern.exec(dockerfile)?.[1];
  if (found === undefined) throw new Error(`the Dockerfile has no ${pattern.source}`);
  return JSON.parse(found) as string[];
}

export const healthCheck = commandAfter(/^HEALTHCHECK .*?CMD (\[.*\])$/m);
export const startCommand = commandAfter(/^CMD (\[.*\])$/m);

/** Runs a command of the image in a folder, with the environment of its server; answers with its exit code. */
export async function runInImage(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = '.',
): Promise<number | null> {
  const node = program === 'node' ? process.execPath : program;
  const child = spawn(node, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const dockerfile = readFileSync('Dockerfile', 'utf8').replace(/\\\n/g, ' ');

/** What stands in the Dockerfile there. */
function found(pattern: RegExp): string {
  const text = pattern.exec(dockerfile)?.[1];
  if (text === undefined) throw new Error(`the Dockerfile has no ${pattern.source}`);
  return text;
}

const commandAfter = (pattern: RegExp): readonly string[] => JSON.parse(found(pattern)) as string[];

export const baseImage = found(/^ARG NODE_IMAGE=(.*)$/m);

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

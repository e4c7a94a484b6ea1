import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Large enough for every window. */
const SCREEN = '1600x1200x24';

/** A display that nobody sees; the server chooses its number and says it. */
export async function startDisplay(program: string): Promise<{ name: string; stop: () => Promise<void> }> {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  const number = once(child.stdio[3] as Readable, 'data').then(([said]) => String(said).trim());
  const name = await Promise.race([number, ended.then(() => null)]);
  if (name === null) throw new Error('Xvfb, the display that nobody sees, does not start.');
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { name: `:${name}`, stop };
}

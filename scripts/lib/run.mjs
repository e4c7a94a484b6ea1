import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { ROOT } from './paths.mjs';

/**
 * Runs a program without a shell, in the project's folder, and waits for it.
 * With `quiet` its output is kept, and returned instead of shown. With `gently` it takes only the time that programs
 * without it leave.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, gently?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(program, args, { env = {}, quiet = false, gently = false } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  if (gently) giveWay(child);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? 1, output };
  } catch (error) {
    return { code: 127, output: String(error) };
  }
}

/** Done before the program has started others, which inherit it. Not every system allows it, and nothing depends on it. */
function giveWay({ pid }) {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Then it takes its share.
  }
}

/** Runs a JavaScript file with the Node that runs us; see `run`. */
export const runNode = (file, args = [], options = {}) => run(process.execPath, [file, ...args], options);

import { delimiter, dirname } from 'node:path';
import { inForeground } from '../foreground.mjs';
import { newerNode } from './fetch.mjs';

/**
 * The environment for a run on another Node: who starts `node`, `npm` or `npx` by name, and npm when it starts a
 * script, gets that one too.
 * @param {Record<string, string | undefined>} env
 * @param {{ node: string, npm: string, commands: string }} programs
 */
export function environmentOf(env, { node, npm, commands }) {
  // Windows has a Path, and to Node `env` is then a plain object that tells it from PATH.
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), commands, env[name]].filter(Boolean).join(delimiter);
  return { ...env, [name]: path, NODE: node, npm_node_execpath: node, npm_execpath: npm };
}

/**
 * Runs a script with its arguments on a Node that is new enough, in this terminal, until it ends.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function rerun(args) {
  const programs = await newerNode();
  return inForeground(programs.node, args, { env: environmentOf(process.env, programs) });
}

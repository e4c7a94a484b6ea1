import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../support/folder';
import { PATIENCE, type Engine } from './engine';
import type { Timed } from './page';
import type { Script } from './script';

/** A shell prints with `print`, Node with `console.log`; what failed is told as text, which is no JSON. */
const whole = ({ define, ask }: Script) => `${define}
const say = globalThis.print ?? console.log;
${ask}.then((answer) => say(JSON.stringify(answer)), (error) => say('The jobs failed: ' + error));
`;

async function output(program: string, args: readonly string[]): Promise<string> {
  const options = { timeout: PATIENCE * 1_000, maxBuffer: 16_000_000 };
  return (await promisify(execFile)(program, args, options)).stdout.trim();
}

/** Runs the script as a file of its own, as a program that takes one does. */
async function answerOf(program: string, script: Script): Promise<Timed> {
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, 'jobs.js');
    writeFileSync(file, whole(script));
    const said = await output(program, [file]);
    if (!said.startsWith('{')) throw new Error(said || 'It ended without an answer.');
    return JSON.parse(said) as Timed;
  } finally {
    folder.remove();
  }
}

export const node: Engine = {
  name: 'Node',
  run: async (script) => ({
    version: `${process.versions.node} (V8 ${process.versions.v8})`,
    answer: await answerOf(process.execPath, script),
  }),
};

/** The shell does not know its own version; the system's packages do. */
async function versionOfJsc(path: string): Promise<string> {
  const owner = await output('dpkg-query', ['-S', path]).catch(() => '');
  const [name = ''] = owner.split(':');
  return output('dpkg-query', ['-W', '-f', '${Version}', name]).catch(() => 'of unknown version');
}

/** The engine of every iPhone. */
export const javaScriptCore = (path: string): Engine => ({
  name: 'JavaScriptCore',
  run: async (script) => ({ version: await versionOfJsc(path), answer: await answerOf(path, script) }),
});

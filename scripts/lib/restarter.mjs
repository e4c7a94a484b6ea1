import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './paths.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

/** One server process that is replaced at every change; the old one ends first, since it locks its data folder. */
export class Restarter {
  #file;
  #env;
  #child;
  #turn = Promise.resolve();

  constructor(file, env) {
    this.#file = file;
    this.#env = { ...process.env, ...env };
  }

  /** Restarts asked for in quick succession run one after the other. */
  restart() {
    this.#turn = this.#turn.then(async () => {
      await this.#end();
      const args = [...SERVER_FLAGS, this.#file];
      this.#child = spawn(process.execPath, args, { cwd: ROOT, env: this.#env, stdio: 'inherit' });
    });
  }

  /** Ends the server for good. */
  async stop() {
    await this.#turn;
    await this.#end();
  }

  async #end() {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

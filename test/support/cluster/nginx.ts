import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../folder';
import { freePort } from '../free-port';
import { isRoot } from '../user';
import type { ClusterProxy } from './proxy';

const PROGRAM = process.env.NGINX_PATH ?? 'nginx';

/** Whether this machine has one. */
export const hasNginx = (): boolean => spawnSync(PROGRAM, ['-v']).status === 0;

/** What stands in docs/proxy/nginx.conf, for these servers and this port, with its files in a folder. */
export function nginxConfig(servers: readonly number[], port: number, folder: string): string {
  const text = readFileSync('docs/proxy/nginx.conf', 'utf8');
  const [line = ''] = /^ *server 10\.0\.0\.11:3000 .*\n/m.exec(text) ?? [];
  const lines = servers.map((server) => line.replace('10.0.0.11:3000', `127.0.0.1:${server}`)).join('');
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `    ${what}_temp_path ${folder}/${what};\n`,
  );
  return text
    .replace(/(^ *server 10\.0\.0\.\d+:3000 .*\n)+/m, lines)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('worker_processes auto;', 'worker_processes 2;')
    .replace(/^http \{\n/m, `http {\n${own.join('')}`);
}

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.on('connect', () => resolve(true)).on('error', () => resolve(false));
    probe.on('connect', () => probe.destroy());
  });

/** nginx with the configuration that operators are given. */
export class Nginx implements ClusterProxy {
  readonly #own = temporaryFolder();
  #child: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async open(): Promise<Nginx> {
    return new Nginx(await freePort());
  }

  serve = async (servers: readonly number[]): Promise<void> => {
    await this.#end();
    const { path } = this.#own;
    const file = join(path, 'nginx.conf');
    mkdirSync(join(path, 'logs'), { recursive: true });
    writeFileSync(file, nginxConfig(servers, this.port, path));
    const set = `daemon off; pid ${path}/pid; error_log stderr;${isRoot ? ' user root;' : ''}`;
    const child = spawn(PROGRAM, ['-p', path, '-c', file, '-g', set], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    const orphaned = () => child.kill('SIGTERM');
    process.once('exit', orphaned);
    child.once('close', () => process.off('exit', orphaned));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    while (!(await takesConnections(this.port)))
      if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
  };

  remove = async (): Promise<void> => {
    await this.#end();
    this.#own.remove();
  };

  async #end(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  }
}

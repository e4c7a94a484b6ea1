import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_FLAGS } from '../../scripts/lib/server-flags.mjs';
import { temporaryFolder } from './folder';

/** A folder like that of the production image, and its command. */
export interface Image {
  readonly folder: string;
  readonly command: readonly string[];
}

interface Given {
  /** 0, the default, is a free one. */
  readonly port?: number;
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs it as another user; for root alone. */
  readonly uid?: number | undefined;
  readonly image?: Image;
  /** What the shell that starts it takes from the rights of new files. */
  readonly umask?: number;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Everything it said, both streams. */
  readonly output: string;
}

/** Variables of whoever runs the tests must not reach the server. */
const UNSET = {
  ...{ HOST: '', PUBLIC_URL: '', TRUST_PROXY: '', TLS_CERT: '', TLS_KEY: '', DATABASE_URL: '' },
  ...{ LOG_LEVEL: '', SERVER_NAME: '', JOBS: '', REDIS_URL: '' },
};

/** Whose build is started: another checkout's, so that two of them can be compared. */
const CHECKOUT = process.env.TRAINOFF_CHECKOUT ?? '';

/** The build that the server goes with, which a handshake has to name. */
export const builtId = (): string => readFileSync(join(CHECKOUT, 'dist/stamps/client'), 'utf8');

/** What is started unless a test says otherwise. */
export const thisBuild: Image = {
  folder: '.',
  command: ['node', ...SERVER_FLAGS, join(CHECKOUT, 'dist/server/main.js')],
};

/** The built server as a process of its own. */
class Served {
  output = '';
  /** What it said on each of them. */
  printed = '';
  errors = '';
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  #look: () => void = () => undefined;

  constructor({ port = 0, dataDir = '', env = {}, uid, image = thisBuild, umask = process.umask() }: Given) {
    const variables = {
      ...process.env,
      ...UNSET,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    };
    const before = process.umask(umask);
    const [, ...command] = image.command;
    const child = spawn(process.execPath, command, {
      env: variables,
      cwd: image.folder,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    process.umask(before);
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        if (stream === child.stderr) this.errors += text;
        else this.printed += text;
        this.#look();
      });
    // A runner that gives up in the middle of a test must not leave it behind.
    const orphaned = () => child.kill('SIGKILL');
    process.once('exit', orphaned);
    this.ended = once(child, 'close').then(([code, signal]) => {
      process.off('exit', orphaned);
      return {
        code: code as number | null,
        signal: signal as NodeJS.Signals | null,
        output: this.output,
      };
    });
  }

  /** What `find` finds in the output, as soon as it stands there; null if the server ends before. */
  said(find: RegExp): Promise<RegExpExecArray | null> {
    return new Promise((resolve) => {
      this.#look = () => {
        const found = find.exec(this.output);
        if (found) resolve(found);
      };
      this.#look();
      void this.ended.then(() => resolve(find.exec(this.output)));
    });
  }

  get pid(): number {
    return this.#child.pid ?? NaN;
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** Runs the built server until it ends by itself, as it does when it cannot start. */
export const runServer = (given: Given): Promise<Ended> => new Served(given).ended;

async function launch(given: Given) {
  const served = new Served(given);
  const ready = await served.said(/is running at (https?):\/\/[^\s]*?:(\d+)\n[\s\S]*Ctrl\+C/);
  if (!ready) throw new Error(`the server ended before it listened:\n${served.output}`);
  const [, protocol, port] = ready;
  const link = /\/teach\/welcome#([\w-]+)/.exec(served.output)?.[1] ?? null;
  return { served, protocol: protocol as 'http' | 'https', port: Number(port), link };
}

/**
 * Starts the built server on a free port, in a temporary folder unless `dataDir` is given. After `kill` or `stop`,
 * `restart` brings it back on the same port and data.
 */
export async function startServer({ dataDir, ...given }: Given = {}) {
  const own = temporaryFolder();
  const folder = dataDir ?? join(own.path, 'data');
  let image = given.image ?? thisBuild;
  let running = await launch({ ...given, dataDir: folder });
  // What it prints is PUBLIC_URL, if there is one: whoever sets that says the port, too.
  const { port, protocol } = { ...running, ...given };
  return {
    port,
    dataDir: folder,
    /** Its address under any name that leads to this computer. */
    at: (host: string) => `${protocol}://${host}:${port}`,
    base: `${protocol}://127.0.0.1:${port}`,
    /** The secret of the one-time link that the last start printed. */
    firstLink: () => running.link,
    output: () => running.served.output,
    pid: () => running.served.pid,
    /** What `find` finds in the output of the server that runs, as soon as it is there. */
    said: (find: RegExp) => running.served.said(find),
    /** What it printed for the person at the terminal. */
    printed: () => running.served.printed,
    /** The lines of its log. */
    log: () => running.served.errors,
    /** Pulls the plug. */
    kill: () => running.served.end('SIGKILL'),
    /** Ends it in good order. */
    stop: (signal: NodeJS.Signals = 'SIGTERM') => running.served.end(signal),
    /** `other`: a build that takes the place of the one that was there. */
    restart: async (other = image) => {
      image = other;
      running = await launch({ ...given, image, port, dataDir: folder });
    },
    /** Ends it if it runs, and takes the temporary folder away. */
    remove: async () => {
      await running.served.end('SIGKILL');
      own.remove();
    },
  };
}

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

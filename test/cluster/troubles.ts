import { pause } from '../faults/within';
import type { Cluster } from '../support/cluster/cluster';
import { told, type Trouble } from './plan';
import type { Spell } from './reached';

type Server = Cluster['servers'][number];

/** What was done, and from when to when somebody's home could not be reached. */
export class Troubles {
  readonly spells: Spell[] = [];

  constructor(private readonly cluster: Pick<Cluster, 'servers' | 'database'>) {}

  /** Resolves once it is over, and every server and the database are there again. */
  async play(trouble: Trouble): Promise<void> {
    await pause(trouble.calm);
    switch (trouble.kind) {
      case 'kill':
        return this.#kill(trouble);
      case 'pause':
        return this.#pause(trouble);
      case 'cut':
        return this.#cut(trouble);
      case 'database':
        return this.#database(trouble);
    }
  }

  async #kill(trouble: Extract<Trouble, { kind: 'kill' }>): Promise<void> {
    const { servers } = this.cluster;
    const killed = trouble.servers.map((at) => this.#server(at));
    const all = killed.length === servers.length;
    const since = performance.now();
    await Promise.all(killed.map((one) => one.kill()));
    await pause(trouble.gone);
    const started = killed.map((one) => one.start());
    if (all) {
      await Promise.race(started);
      this.#spell(trouble, since);
    }
    await Promise.all(started);
  }

  async #pause(trouble: Extract<Trouble, { kind: 'pause' }>): Promise<void> {
    const paused = this.#server(trouble.server);
    const since = performance.now();
    paused.pause();
    const other = trouble.killed === null ? null : this.#server(trouble.killed);
    await pause(trouble.lasts / 2);
    await other?.kill();
    await pause(trouble.lasts - (performance.now() - since));
    paused.resume();
    this.#spell(trouble, since);
    await other?.start();
  }

  async #cut(trouble: Extract<Trouble, { kind: 'cut' }>): Promise<void> {
    const server = this.#server(trouble.server);
    server.cut(trouble.how);
    await pause(trouble.lasts);
    server.mend();
  }

  async #database(trouble: Extract<Trouble, { kind: 'database' }>): Promise<void> {
    const { database } = this.cluster;
    const since = performance.now();
    await database[trouble.how]();
    await pause(trouble.lasts);
    await database.start();
    this.#spell(trouble, since);
  }

  #spell(trouble: Trouble, since: number): void {
    this.spells.push({ what: told(trouble), since, until: performance.now() });
  }

  #server(at: number): Server {
    const server = this.cluster.servers[at];
    if (!server) throw new Error(`there is no server ${at + 1}`);
    return server;
  }
}

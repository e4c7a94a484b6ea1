import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Ack, DeskRequest } from '#shared/protocol';
import type { DeskView } from '#shared/session/views';
import { Player } from '../support/player';
import type { Hall } from './hall';
import { pause, within } from './within';

/** What only needs a moment more. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'too-fast',
  'still-training',
  'storage-failed',
  'server-failed',
  'server-moved',
  'server-stopping',
]);
const BREATH = 200;

/** Longer than any server stands still here, s: a call that is then not answered is never answered. */
const PATIENCE = 60;

/** By when a session is won, and lets its desk do or see what it asks for, s: to be refused again and again is no answer. */
const PERSISTENCE = 300;

/** What a desk has to know of its session. */
export type Driven = Pick<Hall, 'id' | 'code' | 'build' | 'cookie'> & {
  readonly server: Pick<Hall['server'], 'base'>;
};

/** One line of a desk to the session. */
export const deskOf = ({ server, id, code, build, cookie }: Driven): Player<DeskView> =>
  new Player<DeskView>(
    server.base,
    { role: 'desk', session: id, code },
    { build, headers: { cookie, origin: server.base } },
  );

/** A teacher's tab that calls again whenever its line breaks, and keeps a command until it has its ack. */
export class SteadyDesk {
  #line: Player<DeskView> | null = null;

  constructor(private readonly hall: Driven) {}

  /** Asks until the answer is final, for five minutes at most; every attempt is the same command. */
  ask(request: DeskRequest): Promise<Ack> {
    return persisted(`a final answer to ${request.type}`, (goesOn) => this.#asked(request, goesOn));
  }

  /** Asks for what has to be accepted, one after the other; answers with the place of the last one in the log. */
  async drive(...requests: readonly DeskRequest[]): Promise<number> {
    let seq = 0;
    for (const request of requests) {
      const ack = await this.ask(request);
      if (!ack.ok) throw new Error(`${request.type} was refused: ${ack.code}`);
      ({ seq } = ack);
    }
    return seq;
  }

  /** What it shows as soon as that `holds`, over as many lines as it takes in five minutes. */
  see(holds: (desk: Player<DeskView>) => boolean): Promise<Player<DeskView>> {
    return persisted('what a desk waits for', (goesOn) => this.#seen(holds, goesOn));
  }

  close(): void {
    this.#line?.close();
  }

  async #asked(request: DeskRequest, goesOn: () => boolean): Promise<Ack> {
    const id = randomUUID();
    while (goesOn()) {
      const ack = await this.#once(request, id);
      if (ack && (ack.ok || !PASSING.has(ack.code))) return ack;
      await pause(BREATH);
    }
    return { ok: false, code: 'server-moved' };
  }

  async #seen(holds: (desk: Player<DeskView>) => boolean, goesOn: () => boolean): Promise<Player<DeskView>> {
    while (goesOn()) {
      const line = await this.#connected();
      const seen =
        line &&
        (await unlessBroken(
          line,
          line.until(holds).then(() => true),
        ));
      if (line && seen) return line;
      if (!line) await pause(BREATH);
    }
    throw new Error('given up');
  }

  /** Null if the line broke before the answer came. */
  async #once(request: DeskRequest, id: string): Promise<Ack | null> {
    const line = await this.#connected();
    if (!line) return null;
    const ack = unlessBroken(line, line.command(request, id));
    return within(PATIENCE, `an ack of ${request.type}`, ack);
  }

  async #connected(): Promise<Player<DeskView> | null> {
    if (this.#line?.socket.connected) return this.#line;
    this.#line?.close();
    this.#line = deskOf(this.hall);
    const answer = within(PATIENCE, 'an answer to a desk that calls', this.#line.arrived());
    return (await answer) === null ? this.#line : null;
  }
}

/** Goes on with `happens` for a while and no longer. */
async function persisted<Value>(
  what: string,
  happens: (goesOn: () => boolean) => Promise<Value>,
): Promise<Value> {
  let goesOn = true;
  return within(
    PERSISTENCE,
    what,
    happens(() => goesOn),
  ).finally(() => (goesOn = false));
}

/** What happens on a line; null if it breaks first. */
const unlessBroken = <Value>(
  { socket }: Player<DeskView>,
  happens: Promise<Value>,
): Promise<Value | null> => {
  if (!socket.connected) return Promise.resolve(null);
  const broken = new Promise<null>((resolve) => socket.once('disconnect', () => resolve(null)));
  return Promise.race([happens, broken]);
};

import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { Surroundings } from '#shared/session/commands';
import type { LoggedEvent } from '#shared/session/events';
import type { ConnectionId } from '../channel';
import type { Clock, SessionClock } from '../clock';
import type { SentCommand } from '../sent-command';
import { answered } from './broadcast';
import type { LiveState } from './live-state';
import { refuse, sendersOf, seqOf, type Decided, type Queued, type Senders } from './queue';

/** How often a batch is decided again after another server was faster. */
const TRIES = 3;

/** By when what is on its way to the log is settled, once the session is another server's, ms. */
const SETTLED_WITHIN = 1_000;

/** When to ask the log again after it could not be read, ms. */
const READ_AGAIN = 500;

export interface CommitsPorts {
  readonly live: LiveState;
  readonly clock: SessionClock;
  readonly timers: Clock;
  /** What the log does not know: who was connected, and what is held of their drafts. */
  readonly around: () => Omit<Surroundings, 'at'>;
  /** What is in the log now, whoever wrote it. Answers with what is left to be shown after the acks, if anything is. */
  readonly published: (records: readonly LoggedEvent[], senders: Senders) => (() => void) | null;
  /** Another server has written to the session: it believes that the session is its own. */
  readonly overtaken: () => void;
  /** Whether another server has written more than is known here; null: nobody else can. Rejects if the log does not say. */
  readonly isBehind: (() => Promise<boolean>) | null;
}

/**
 * A room's one queue. While one batch of commands is on its way to the disk the next one collects; acks, and what is
 * published, only follow the commit.
 */
export class Commits {
  private queue: Queued[] = [];
  private reads: (() => void)[] = [];
  private busy = false;
  /** What is with the log now. */
  private underWay: readonly Queued[] = [];
  /** Why nothing is taken any more. */
  private shut: ErrorCode | null = null;
  /** The session is another server's: told once what is under way here is settled. */
  private left: (() => void) | null = null;

  constructor(private readonly ports: CommitsPorts) {}

  /** Resolves once the outcome is certain: `ok` means durable. Never rejects. `connection` will get the ack. */
  add(command: SentCommand, connection: ConnectionId | null): Promise<Ack> {
    if (this.shut) return Promise.resolve({ ok: false, code: this.shut });
    return new Promise((settle) => {
      this.queue.push({ command, connection, arrived: this.ports.clock.now(), settle });
      void this.pump();
    });
  }

  /**
   * Calls `then` at a moment when the state is durable; at once if the session is another server's, so that nobody waits for
   * what hangs: what is known here then may be more than the log has.
   */
  read(then: () => void): void {
    if (this.isLeft) return then();
    this.reads.push(then);
    void this.pump();
  }

  /** Refuses what still waits, and everything after it: the session is over, and its log about to be erased. */
  seal(): void {
    this.shutWith('session-ended');
  }

  /**
   * Writes nothing more: the session is another server's, or will be. What waits, and everything after it, is refused with
   * `server-moved`; resolves once what is with the log is acked, or refused so too, within a second.
   */
  leave(): Promise<void> {
    this.shutWith('server-moved');
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.ports.timers.after(SETTLED_WITHIN, () => this.giveUp());
      this.left = () => {
        cancel();
        resolve();
      };
    });
  }

  private shutWith(code: ErrorCode): void {
    this.shut ??= code;
    refuse(this.queue, this.shut);
    this.queue = [];
  }

  /** Whatever the log says later: who has sent it will send it to the server that has the session then. */
  private giveUp(): void {
    refuse(this.underWay, 'server-moved');
    this.runReads();
    this.left?.();
  }

  private runReads(): void {
    const reads = this.reads;
    this.reads = [];
    for (const read of reads) read();
  }

  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length > 0 || this.reads.length > 0) {
      this.underWay = this.queue;
      this.queue = [];
      if (this.underWay.length > 0) await this.commit(this.underWay, TRIES);
      this.underWay = [];
      if (this.ports.live.stale && !this.isLeft && !(await this.recover())) {
        this.ports.timers.after(READ_AGAIN, () => void this.pump());
        break;
      }
      this.runReads();
    }
    this.busy = false;
    this.left?.();
  }

  /** It is another server's. */
  private get isLeft(): boolean {
    return this.shut === 'server-moved';
  }

  private async commit(batch: readonly Queued[], tries: number): Promise<void> {
    if (this.ports.live.stale && !(await this.recover(batch))) return this.unwritten(batch);
    if (this.isLeft) return this.settleByLog(batch);
    const decided: Decided[] = [];
    const certain: [Queued, Ack | null][] = [];
    for (const queued of batch) {
      const at = Math.max(queued.arrived, this.ports.live.state.at);
      const entry = this.ports.live.decide(queued.command, { at, ...this.ports.around() });
      if (entry.ok && entry.value) decided.push({ queued, entry: entry.value });
      else certain.push([queued, entry.ok ? null : this.refused(queued.command, entry.error)]);
    }
    const rest = certain.map(([queued]) => queued);
    if (decided.length > 0 && !(await this.append(decided, rest, tries))) return;
    // What was appended has shown that nobody else had written.
    const refuses = decided.length === 0 && certain.some(([, refusal]) => refusal);
    if (refuses && !(await this.mayRefuse(batch, tries))) return;
    for (const [{ settle }, refusal] of certain)
      settle(refusal ?? { ok: true, seq: this.ports.live.state.seq });
  }

  /**
   * A refusal is for good, so it must not be about what has passed elsewhere. False if the batch was settled in another way:
   * decided anew, or not at all while the log does not say how far it goes.
   */
  private async mayRefuse(batch: readonly Queued[], tries: number): Promise<boolean> {
    const { isBehind } = this.ports;
    const behind = isBehind === null ? false : await isBehind().catch(() => null);
    if (behind === false) return true;
    if (behind === null || tries <= 1 || !(await this.recover(batch))) this.unwritten(batch);
    else await this.commit(batch, tries - 1);
    return false;
  }

  /** Makes a batch durable, publishes and acks it. False if it was settled in another way, and `rest` with it. */
  private async append(
    decided: readonly Decided[],
    rest: readonly Queued[],
    tries: number,
  ): Promise<boolean> {
    const { outcome, at } = await this.ports.live.append(decided.map(({ entry }) => entry));
    if (outcome === 'durable') {
      const rest = this.ports.published(
        decided.flatMap(({ entry }) => entry.events),
        sendersOf(decided),
      );
      for (const { queued, entry } of decided) queued.settle(this.acked(queued.command, seqOf(entry)));
      if (rest) await this.afterAcks(rest);
      return true;
    }
    await this.recover([...decided.map(({ queued }) => queued), ...rest]);
    const culprit = outcome === 'name-taken' && at !== null ? decided[at]?.queued : undefined;
    culprit?.settle(this.refused(culprit.command, 'name-taken'));
    const others = [...decided.map(({ queued }) => queued), ...rest].filter((queued) => queued !== culprit);
    if (outcome === 'failed' || tries <= 1) this.unwritten(others);
    else await this.commit(others, tries - 1);
    return false;
  }

  /** It is not known, or not certain, that the log has it: it may be sent again. */
  private unwritten(batch: readonly Queued[]): void {
    if (this.isLeft) this.settleByLog(batch);
    else refuse(batch, 'storage-failed');
  }

  /** Acks what the log has by now, whoever wrote it; the rest is for the server whose session it is. */
  private settleByLog(batch: readonly Queued[]): void {
    const { state, stale } = this.ports.live;
    for (const { command, settle } of batch) {
      const isKept = !stale && state.commands.has(command.id);
      settle(isKept ? this.acked(command, state.seq) : { ok: false, code: 'server-moved' });
    }
  }

  /** The queue waits meanwhile, so it is the same state that is shown. */
  private async afterAcks(show: () => void): Promise<void> {
    const { soon } = this.ports.timers;
    if (soon) await new Promise<void>((resolve) => soon(resolve));
    show();
  }

  private refused({ claim }: SentCommand, code: ErrorCode): Ack {
    if ((code !== 'name-taken' && code !== 'name-reserved') || !claim) return { ok: false, code };
    return { ok: false, code, free: this.ports.live.freeName(claim.text) };
  }

  private acked({ actor }: SentCommand, seq: number): Ack {
    const own = actor.role === 'seat' ? answered(this.ports.live.state, actor.seat) : null;
    return own ? { ok: true, seq, own } : { ok: true, seq };
  }

  /** After a refused append: what others than those who sent `batch` have written meanwhile is published too. */
  private async recover(batch: readonly Queued[] = []): Promise<boolean> {
    const missed = await this.ports.live.reload();
    this.ports.clock.notBefore(this.ports.live.state.at);
    if (missed === null) return false;
    if (missed.length > 0) this.ports.published(missed, new Map())?.();
    const own = new Set(batch.map(({ command }) => command.id));
    if (missed.some(({ command }) => command !== null && !own.has(command))) this.ports.overtaken();
    return true;
  }
}

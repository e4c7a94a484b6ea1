import type { Ack } from '#shared/protocol';
import type { ServerCommand } from '#shared/session/commands';
import type { Clock } from '../clock';
import type { SentCommand } from '../sent-command';

/** When to bring a result again that could not be saved, ms. */
const BRING_AGAIN = 1_000;

export interface BringPorts {
  readonly clock: Clock;
  readonly execute: (command: SentCommand) => Promise<Ack>;
}

/** Brings what the pool has found to the log, as the command `id`. Resolves once that is settled, however often it took. */
export async function bring(ports: BringPorts, id: string, command: ServerCommand): Promise<void> {
  const ack = await ports.execute({ id, actor: { role: 'server', command }, claim: null });
  if (ack.ok || ack.code !== 'storage-failed') return;
  await new Promise<void>((wait) => ports.clock.after(BRING_AGAIN, wait));
  await bring(ports, id, command);
}

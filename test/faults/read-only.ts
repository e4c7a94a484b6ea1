import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { anAckForAll } from './acks';
import { Crowd } from './crowd';
import { deskOf, SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { inOneSentence } from './sentence';
import { seal, unsealable, unseal } from './seal';
import { SmallDisk, unmountable } from './small-disk';
import { KEY_FILE } from '../../server/rehearsal/key';
import { runServer } from '../support/server';
import { pause, within } from './within';

const PHONES = 20;
const DISK = 40;

/** How long the class finds the disk read-only, ms; and by when every phone has an ack afterwards, s. */
const SEALED = 1_500;
const RECOVERED = 10;

/** Who has no right to write anywhere. */
const NOBODY = 65_534;

/** A disk that cannot be written to: a sentence at the start, a clear refusal in a lesson. */
export const readOnly: Fault = { unplayable: () => unmountable() ?? unsealable(), play };

async function play({ seed, long, say }: Form): Promise<Taken> {
  const hall = await openHall(lecture);
  const crowd = new Crowd(hall.address, PHONES, seed);
  const desk = new SteadyDesk(hall);
  const findings: string[] = [];
  try {
    await crowd.join();
    const answering = crowd.answer();
    const [step = 0] = stepsNamed('and');
    await playStep(desk, crowd, { at: 'lobby' }, step, async () => {
      await anAckForAll(crowd, RECOVERED, 'before the disk became read-only');
      findings.push(...(await sealed(hall, crowd)));
      const back = await anAckForAll(crowd, RECOVERED, 'after it could be written to again');
      say(`read-only: refused with storage-failed; every phone had an ack ${back.toFixed(1)} s after`);
    });
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await hall.server.stop();
    const verdict = crowd.heldAgainst(await hall.written());
    findings.push(...(await starts(hall.server.dataDir, long, say)));
    const { acked, lost, doubled } = verdict;
    say(`${acked} answers acked, ${lost} lost, ${doubled} doubled`);
    return { findings: [...findings, ...verdict.findings] };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    unseal(hall.server.dataDir);
    await hall.server.remove();
  }
}

/** In a lesson: what the server has open can no longer be written to. */
async function sealed(hall: Hall, crowd: Crowd): Promise<string[]> {
  const findings: string[] = [];
  const line = deskOf(hall);
  await line.arrived();
  seal(hall.server.dataDir);
  const ask = () => within(10, 'an ack on a read-only disk', line.command({ type: 'lock' }));
  const since = performance.now();
  await ask();
  const before = crowd.acked;
  while (performance.now() - since < SEALED) {
    const ack = await ask();
    if (ack.ok || ack.code !== 'storage-failed')
      findings.push(`on a read-only disk a command got ${ack.ok ? 'an ack' : ack.code}`);
    await pause(100);
  }
  if (crowd.acked > before) findings.push('answers were acked on a read-only disk');
  if (!line.socket.connected) findings.push('a desk lost its line on a read-only disk');
  line.close();
  unseal(hall.server.dataDir);
  return findings;
}

/** At the start: a disk, a folder, or one file that this server may not write to. */
async function starts(written: string, long: boolean, say: Form['say']): Promise<string[]> {
  const disk = SmallDisk.mount(DISK);
  cpSync(written, disk.data, { recursive: true });
  const findings: string[] = [];
  const start = async (what: string, dataDir: string, uid?: number) => {
    const ended = await within(30, `a start with ${what}`, runServer({ dataDir, uid }));
    findings.push(...inOneSentence(`a start with ${what}`, ended));
    say(`start with ${what}: ${ended.output.trim().replaceAll(dataDir, '...')}`);
  };
  const others = join(disk.data, 'others');
  mkdirSync(others, { mode: 0o555 });
  if (long) await start('a folder of somebody else', others, NOBODY);
  const files = readdirSync(disk.data).filter((name) => /\.db|\.key$/.test(name));
  chownSync(disk.data, NOBODY, NOBODY);
  for (const mine of long ? ['trainoff.db', 'log.db', KEY_FILE] : ['trainoff.db', KEY_FILE]) {
    for (const name of files) {
      const owner = name.startsWith(mine) ? 0 : NOBODY;
      chownSync(join(disk.data, name), owner, owner);
      if (name !== KEY_FILE) chmodSync(join(disk.data, name), 0o644);
    }
    await start(`${mine} of somebody else`, disk.data, NOBODY);
  }
  disk.seal();
  await start('a read-only disk', disk.data);
  disk.remove();
  return findings;
}

import type { Stage } from '#shared/session/events';
import { logFile } from '../../server/storage/log/open';
import { Browser } from '../support/browser';
import { runServer } from '../support/server';
import { anAckForAll } from './acks';
import { Crowd } from './crowd';
import { deskOf, SteadyDesk } from './desk';
import type { Fault, Form, Taken } from './fault';
import { openHall, type Hall } from './hall';
import { lecture, playStep, stepsNamed } from './lecture';
import { inOneSentence } from './sentence';
import { SmallDisk, unmountable, useUpRoom } from './small-disk';
import { pause, within } from './within';

const PHONES = 20;

/** Megabytes of a disk that holds the databases and a class's log with room to spare. */
const DISK = 40;

/** How long the class answers on a full disk, ms; and by when every phone has an ack once there is room, s. */
const FULL = 1_200;
const RECOVERED = 10;

/** The disk fills up while a class answers: refused clearly, nothing acked is lost, and it goes on by itself. */
export const diskFull: Fault = { unplayable: unmountable, play };

interface Scene {
  readonly form: Form;
  readonly hall: Hall;
  readonly crowd: Crowd;
  readonly disk: SmallDisk;
  readonly findings: string[];
}

async function play(form: Form): Promise<Taken> {
  const disk = SmallDisk.mount(DISK);
  const hall = await openHall(lecture, {}, disk.data);
  const crowd = new Crowd(hall.address, PHONES, form.seed);
  const desk = new SteadyDesk(hall);
  const scene: Scene = { form, hall, crowd, disk, findings: [] };
  try {
    await crowd.join();
    const answering = crowd.answer();
    let stage: Stage = { at: 'lobby' };
    const [first = 0, second = 0] = stepsNamed('and', 'or');
    stage = await playStep(desk, crowd, stage, first, () => fillThenUseUp(scene));
    if (form.long) await playStep(desk, crowd, stage, second, () => useUpThenFill(scene));
    crowd.rest();
    await Promise.all([answering, desk.drive({ type: 'end' })]);
    await crowd.seeEnd();
    await restartOnFull(scene);
    const verdict = crowd.heldAgainst(await hall.written());
    const { acked, lost, doubled } = verdict;
    form.say(`${acked} answers acked, ${lost} lost, ${doubled} doubled`);
    const all = [...scene.findings, ...verdict.findings];
    return {
      findings: all,
      figures: [{ name: 'faults.disk (full)', value: all.length === 0 ? 1 : 0, unit: 'yes' }],
    };
  } finally {
    crowd.rest();
    desk.close();
    crowd.leave();
    await hall.server.remove();
    disk.remove();
  }
}

/** The log lives on the room it has for a while; then that is gone too. */
async function fillThenUseUp(scene: Scene): Promise<void> {
  const { crowd, disk, form, hall } = scene;
  await pause(500);
  disk.fill();
  const before = crowd.acked;
  await anAckForAll(crowd, RECOVERED, 'on the room that the log had made for itself');
  form.say(`disk full: ${crowd.acked - before} answers went into the room that the log had`);
  useUpRoom(logFile(disk.data), () => false);
  await refused(scene, hall);
}

/** The file of the log has no free page when the disk fills up. */
async function useUpThenFill(scene: Scene): Promise<void> {
  const { disk, hall } = scene;
  useUpRoom(logFile(disk.data), (free) => free < 20);
  await pause(500);
  disk.fill();
  useUpRoom(logFile(disk.data), () => false);
  await refused(scene, hall);
}

/** Every command is refused, the server lives, and once there is room everybody gets an ack without being asked. */
async function refused(scene: Scene, hall: Hall): Promise<void> {
  const { form, crowd, disk, findings } = scene;
  const line = deskOf(hall);
  if ((await line.arrived()) !== null) findings.push('a desk could not come in on a full disk');
  const ask = () => within(5, 'an ack on a full disk', line.command({ type: 'lock' }));
  const since = performance.now();
  await ask();
  const before = crowd.acked;
  while (performance.now() - since < FULL) {
    const ack = await ask();
    if (ack.ok) findings.push('a command was acked on a full disk');
    else if (ack.code !== 'storage-failed') findings.push(`on a full disk a command got ${ack.code}`);
    await pause(100);
  }
  const browser = new Browser(hall.server.base);
  const [alive, ready] = await Promise.all([browser.get('/healthz'), browser.get('/readyz')]);
  if (ready.status !== 503) findings.push(`/readyz answered ${ready.status} on a full disk`);
  if (alive.status !== 200) findings.push(`/healthz answered ${alive.status} on a full disk`);
  const meanwhile = crowd.acked - before;
  if (meanwhile > 0) findings.push(`${meanwhile} answers were acked on a full disk`);
  if (!line.socket.connected) findings.push('a desk lost its line on a full disk');
  line.close();
  if (crowd.phones.some(({ phone }) => !phone.connected))
    findings.push('a phone lost its line on a full disk');
  disk.free();
  const back = (await anAckForAll(crowd, RECOVERED, 'after there was room again')).toFixed(1);
  form.say(
    `full: refused with storage-failed, /readyz ${ready.status}; every phone had an ack ${back} s after`,
  );
}

/** A server that has to start on a full disk says so, whether the last one ended in good order or not. */
async function restartOnFull({ hall, disk, findings, form }: Scene): Promise<void> {
  const start = async (after: string) => {
    disk.fill();
    const ended = await within(15, 'a start on a full disk', runServer({ dataDir: disk.data }));
    findings.push(...inOneSentence(`a start on a full disk ${after}`, ended));
    form.say(`start on a full disk ${after}: ${ended.output.trim()}`);
    disk.free();
  };
  await hall.server.kill();
  await start('after SIGKILL');
  if (!form.long) return;
  await hall.server.restart();
  await hall.server.stop();
  await start('after a good end');
}

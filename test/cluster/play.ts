import type { ErrorCode } from '#shared/errors';
import { anAckForAll } from '../faults/acks';
import { pause, within } from '../faults/within';
import { startCluster, type Cluster } from '../support/cluster/cluster';
import type { ProxyKind } from '../support/cluster/proxy';
import { judged, type Judgement, type Seen } from './judgement';
import { AGAIN, teach, type Taught } from './lesson';
import { killsOf, lengthOfAll, told, type Trouble } from './plan';
import { waitsForAcks, waitsForLines, type Wait } from './reached';
import { openRooms, type Room } from './room';
import { Troubles } from './troubles';

/** How a cluster is tried. */
export interface Form {
  /** Decides what phones answer, and when they call again. */
  readonly seed: string;
  readonly proxy: ProxyKind;
  readonly servers: number;
  /** What goes wrong, in its order. */
  readonly plan: readonly Trouble[];
  readonly rooms: number;
  /** Of each room. */
  readonly phones: number;
  /** Steps that each room is led through, as far as it comes. */
  readonly steps: readonly number[];
  /** How long a student thinks, ms. */
  readonly thought: number;
  readonly say: (line: string) => void;
  /** Is given the cluster as soon as it runs. */
  readonly started?: (cluster: Cluster) => void;
}

export interface Outcome {
  readonly findings: readonly string[];
  readonly kills: number;
  readonly troubles: readonly string[];
  readonly acked: number;
  readonly lost: number;
  readonly doubled: number;
  readonly events: number;
  readonly boards: number;
  readonly codes: ReadonlyMap<ErrorCode, number>;
  /** Of every line that broke, and of every answer. */
  readonly lines: readonly Wait[];
  readonly acks: readonly Wait[];
}

/** By when everybody is back, once their home can be reached, ms. */
export const BACK = 10_000;

/** By then a server that was paused has said what it has to say, ms. */
const NEWS = 500;

/** Who is not back by then is waited for no longer, s: then something is broken. */
const PATIENCE = 60;

/** By when each phone has one more ack after the last trouble, s. */
const LAST = 60;

/** Plays the plan on a cluster in whose rooms lessons are being driven, and judges what everybody was told and shown. */
export async function play(form: Form): Promise<Outcome> {
  const { servers, proxy } = form;
  const cluster = await startCluster({ servers, proxy });
  form.started?.(cluster);
  const rooms: Room[] = [];
  try {
    rooms.push(...(await openRooms(cluster, form.rooms, form.phones, form.seed)));
    form.say(`${form.rooms} sessions with ${form.phones} phones each are there`);
    return await tried(form, cluster, rooms);
  } finally {
    for (const room of rooms) {
      room.crowd.rest();
      room.close();
    }
    await cluster.stop();
  }
}

async function tried(form: Form, cluster: Cluster, rooms: readonly Room[]): Promise<Outcome> {
  const { plan } = form;
  const began = performance.now();
  const troubles = new Troubles(cluster);
  const findings: string[] = [];
  let over = false;
  const answering = Promise.all(rooms.map(({ crowd }) => crowd.answer(form.thought)));
  // A lesson comes to about as many steps as there are while the plan is played; each trouble costs some seconds more.
  const open = Math.max(2_000, (lengthOfAll(plan) + plan.length * 3_000) / form.steps.length - 4_000);
  const lessons = Promise.all(
    rooms.map((room) =>
      teach(room, {
        ...{ steps: form.steps, open, over: () => over, last: AGAIN },
        heard: () => anAckForAllOf(room.crowd, findings),
      }),
    ),
  );
  const suffering = suffer(form, rooms, { troubles, findings, began });
  await Promise.race([suffering, failing(lessons), failing(answering)]);
  const calm = performance.now();
  over = true;
  const taught = await lessons;
  for (const { crowd } of rooms) crowd.rest();
  await answering;
  await Promise.all(
    rooms.map(({ desk, crowd }) => Promise.all([desk.drive({ type: 'end' }), crowd.seeEnd()])),
  );
  // All is read before anything is judged, which takes seconds in which this process hears nobody.
  const all: Seen[] = [];
  for (const [i, room] of rooms.entries()) all.push(await seenIn(room, taught[i] as Taught));
  form.say('held against the log ...');
  const judgements = all.map(judged);
  return summed(plan, { troubles, findings, judgements, rooms, began, calm });
}

/** Never resolves, but rejects with `work`. */
const failing = (work: Promise<unknown>): Promise<never> =>
  new Promise((_, reject) => void work.catch((error: unknown) => reject(error as Error)));

const linesOf = (rooms: readonly Room[]): number =>
  rooms.flatMap(({ crowd }) => crowd.phones).reduce((sum, { heard }) => sum + heard.away.length, 0);

/** One trouble after the other; each is over once everybody is back. */
async function suffer(
  { plan, say }: Form,
  rooms: readonly Room[],
  { troubles, findings, began }: { troubles: Troubles; findings: string[]; began: number },
): Promise<void> {
  for (const [i, trouble] of plan.entries()) {
    const before = linesOf(rooms);
    await troubles.play(trouble);
    await pause(NEWS);
    const since = performance.now();
    const all = Promise.all(rooms.map(({ crowd }) => crowd.back()));
    const late = await within(PATIENCE, 'everybody being back', all).then(
      () => null,
      (error: unknown) => String(error),
    );
    const took = ((performance.now() - since) / 1_000).toFixed(1);
    const at = ((performance.now() - began) / 1_000).toFixed(0);
    const how = late ?? `${linesOf(rooms) - before} lines broke, all back ${took} s after`;
    say(`${i + 1}/${plan.length} at ${at} s: ${told(trouble)}: ${how}`);
    if (late !== null) findings.push(`${told(trouble)}: ${late}`);
  }
}

/** Nobody is left with a line on which nothing is taken any more. */
async function anAckForAllOf(crowd: Room['crowd'], findings: string[]): Promise<void> {
  await anAckForAll(crowd, LAST, 'after the last trouble').catch((error: unknown) => {
    findings.push(String(error));
  });
}

async function seenIn({ crowd, review, written }: Room, taught: Taught): Promise<Seen> {
  const histories = crowd.phones.map((one) => one.history);
  const listeners = crowd.phones.map(({ heard }, i) => ({ seat: histories[i]?.seat ?? '', heard }));
  return { histories, listeners, taught, review: await review(), written: await written() };
}

interface Played {
  readonly troubles: Troubles;
  readonly findings: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly rooms: readonly Room[];
  readonly began: number;
  /** When the last trouble was over and everybody was back. */
  readonly calm: number;
}

function summed(
  plan: readonly Trouble[],
  { troubles, findings, judgements, rooms, began, calm }: Played,
): Outcome {
  const { spells } = troubles;
  const phones = rooms.flatMap(({ crowd }) => crowd.phones);
  const lines = phones.flatMap(({ heard }) => waitsForLines(heard.away, spells, calm));
  const acks = phones.flatMap(({ heard }) => waitsForAcks(heard.waits, spells));
  const sum = (of: (judgement: Judgement) => number) => judgements.reduce((all, one) => all + of(one), 0);
  const codes = new Map<ErrorCode, number>();
  for (const [code, times] of judgements.flatMap((one) => [...one.codes]))
    codes.set(code, (codes.get(code) ?? 0) + times);
  const kills = plan.reduce((all, one) => all + killsOf(one), 0);
  return {
    findings: [
      ...findings,
      ...judgements.flatMap((one, i) => one.findings.map((text) => `session ${i + 1}: ${text}`)),
      ...tooLate('a phone was back', lines, began),
      ...tooLate('an answer was acked', acks, began),
      ...(lines.length === 0 && kills > 0 ? ['no line ever broke: nobody was tried'] : []),
    ],
    ...{ kills },
    troubles: plan.map(told),
    acked: sum((one) => one.acked),
    lost: sum((one) => one.lost),
    doubled: sum((one) => one.doubled),
    events: sum((one) => one.events),
    boards: sum((one) => one.boards),
    ...{ codes, lines, acks },
  };
}

const tooLate = (what: string, waits: readonly Wait[], began: number): string[] => {
  const inSeconds = (ms: number) => (ms / 1_000).toFixed(1);
  return waits
    .filter(({ reachable }) => reachable > BACK)
    .map(({ reachable, whole, from }) => {
      const since = `${inSeconds(whole)} s after it began to wait at ${inSeconds(from - began)} s`;
      return `${what} only ${inSeconds(reachable)} s after its home could be reached, ${since}`;
    });
};

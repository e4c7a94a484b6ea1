import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { BoundActivity } from '#shared/activities/bound';
import type { Lesson } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import { replay } from '#shared/session/evolve';
import { topOf } from '#shared/session/ranks';
import type { DeskView, TopRow } from '#shared/session/views';
import { openLog } from '../../server/storage/log/open';
import { bound } from '../support/bound';
import { Player } from '../support/player';
import { openSchool } from './school';
import { lessons } from '../support/lessons';

/** How many of the class must have answered before a step is closed, and how long the others still get, ms. */
const MOST = 0.8;
const LAST_CALL = 3_000;
const BREATH = 300;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Sends a command; what only needs a moment more is asked for again. */
async function drive(desk: Player<DeskView>, request: DeskRequest): Promise<number> {
  for (;;) {
    const ack = await desk.command(request);
    if (ack.ok) return ack.seq;
    if (ack.code !== 'too-fast' && ack.code !== 'still-training')
      throw new Error(`${request.type}: ${ack.code}`);
    await pause(BREATH);
  }
}

/** What a step needs to be played: its number, and its activity. */
interface Turn {
  readonly step: number;
  readonly activity: BoundActivity;
}

/** From one stage to the next: to a step's board, or to the step itself where nobody answers. */
async function playStep(desk: Player<DeskView>, from: Stage, turn: Turn, students: number): Promise<Stage> {
  const { step, activity } = turn;
  const stage = { at: 'step', step } as const;
  await drive(desk, { type: 'go', from, to: stage });
  if (!activity.answers) return stage;
  const opened = await drive(desk, { type: 'open', step });
  await desk.until(({ pulse }) => pulse !== null && pulse.seq > opened && pulse.answered >= students * MOST);
  await pause(LAST_CALL);
  process.stdout.write(`${step + 1}: ${desk.pulse?.answered ?? 0} answered\n`);
  await drive(desk, { type: 'close', step });
  await drive(desk, { type: 'reveal', step });
  const board = { at: 'board', step } as const;
  await drive(desk, { type: 'go', from: stage, to: board });
  return board;
}

/** Whom the ten first ranks name, by the log: seat, rank, points. */
async function boardOfLog(dataDir: string, session: string): Promise<unknown[]> {
  const log = await openLog(dataDir, pathToFileURL(`${resolve('dist/server')}/`));
  const { board } = replay(await log.read(session));
  await log.close();
  return shown(topOf(board).flatMap(({ named }) => named));
}

const shown = (top: readonly Pick<TopRow, 'seat' | 'rank' | 'points'>[]) =>
  top.map(({ seat, rank, points }) => ({ seat, rank, points }));

/** `npm run demo` with many students through a whole lesson; then what was shown is held against the log. */
async function rehearse(lesson: Lesson, students: number, speed: string): Promise<boolean> {
  const school = await openSchool(lesson, [process.execPath]);
  const { url, build, id, code: room, cookie } = school.session;
  const identity = { role: 'desk', session: id, code: room } as const;
  const desk = new Player<DeskView>(url, identity, { build, headers: { cookie, origin: url } });
  await desk.until(({ common }) => common !== null);
  const args = ['scripts/demo.mjs', '--students', String(students), '--url', url, '--speed', speed];
  const demo = spawn(process.execPath, [...args, '--code', desk.common?.code ?? ''], {
    stdio: 'inherit',
    env: { ...process.env, DATA_DIR: school.dataDir },
  });
  const ended = once(demo, 'close');
  await desk.until(({ pulse }) => pulse?.here === students);
  let stage: Stage = { at: 'lobby' };
  for (const [step, { kind, config }] of lesson.steps.entries())
    stage = await playStep(desk, stage, { step, activity: bound(kind, config) }, students);
  await drive(desk, { type: 'go', from: stage, to: { at: 'podium' } });
  await desk.until(({ common }) => common?.stage.at === 'podium');
  const board = shown(desk.common?.top ?? []);
  await drive(desk, { type: 'end' });
  const [code] = (await ended) as [number | null];
  desk.close();
  const told = await boardOfLog(school.dataDir, id);
  await school.stop();
  const same = isDeepStrictEqual(board, told);
  process.stdout.write(`\ndemo ended with ${code}; board = fold of the log: ${same ? 'yes' : 'NO'}\n`);
  return same && code === 0;
}

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { students: text, speed: text, lesson: text } });
const lesson = lessons.find(({ id }) => id === (values.lesson ?? 'dal-neurone-alla-rete'));
if (!lesson) throw new Error('there is no such lesson');
process.exitCode = (await rehearse(lesson, Number(values.students ?? 30), values.speed ?? '20')) ? 0 : 1;

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Lesson } from '#shared/lessons/lesson';
import type { Review } from '#shared/session/review';
import type { DeskView } from '#shared/session/views';
import { openLog } from '../../server/storage/log/open';
import { Player } from '../support/player';
import { lessons } from '../support/lessons';
import { Aloud } from './aloud';
import { amiss } from './held-against-log';
import { drive, lead } from './rehearsing';
import { browserOf, openSchool, type School } from './school';

/** How many of the class must have answered before a step is closed, and how long the others still get, ms. */
const MOST = 0.8;
const LAST_CALL = 3_000;

/** All simulated students, on their way. */
function demo({ session, dataDir }: School, code: string, students: number, speed: string) {
  const args = ['--students', String(students), '--url', session.url, '--speed', speed, '--code', code];
  const running = spawn(process.execPath, ['scripts/demo.mjs', ...args], {
    stdio: 'inherit',
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return once(running, 'close') as Promise<[number | null]>;
}

interface Rehearsing {
  readonly students: number;
  readonly speed: string;
  /** The teacher reads aloud what a teacher says, and it is told how long everything took. */
  readonly aloud: boolean;
}

/** `npm run demo` with many students through a whole lesson; then what was shown is held against the log. */
async function rehearse(lesson: Lesson, { students, speed, aloud }: Rehearsing): Promise<boolean> {
  const began = performance.now();
  const school = await openSchool(lesson, [process.execPath]);
  const { url, build, id, code: room, cookie } = school.session;
  const identity = { role: 'desk', session: id, code: room } as const;
  const desk = new Player<DeskView>(url, identity, { build, headers: { cookie, origin: url } });
  await desk.until(({ common }) => common !== null);
  const gone = demo(school, room, students, speed);
  await desk.until(({ pulse }) => pulse?.here === students);
  const pace = aloud ? Number(speed) : 1;
  const teacher = new Aloud(pace, () => performance.now(), setTimeout);
  const { steps, podium } = await lead(desk, lesson, {
    ...{ students, most: MOST, lastCall: LAST_CALL / pace, ...(aloud ? { aloud: teacher } : {}) },
    played: ({ step, answered }) => process.stdout.write(`${step + 1}: ${answered} answered\n`),
  });
  if (aloud) process.stdout.write(`${teacher.summary()}\n`);
  await drive(desk, { type: 'end' });
  const [left] = await gone;
  desk.close();
  const review = (await browserOf(school.session).get(`/api/sessions/${id}/review`)).body as Review;
  const log = await openLog(school.dataDir, pathToFileURL(`${resolve('dist/server')}/`));
  const events = await log.read(id);
  await log.close();
  await school.stop();
  const wrong = amiss(events, { steps, podium, review });
  for (const sentence of wrong) process.stdout.write(`${sentence}\n`);
  const foreseen = steps.filter(({ expected }) => expected !== null).length;
  process.stdout.write(
    `\n${students} students, ${lesson.steps.length} steps, ${steps.length} of them answered and ${foreseen} foretold: ` +
      `${events.length} events in ${Math.round((performance.now() - began) / 1_000)} s; demo ended with ${left}\n` +
      `boards, counts, expectations and review = fold of the log: ${wrong.length === 0 ? 'yes' : 'NO'}\n`,
  );
  return wrong.length === 0 && left === 0;
}

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { students: text, speed: text, lesson: text, aloud: { type: 'boolean', default: false } },
});
const { aloud } = values;
const speed = values.speed ?? (aloud ? '1' : '20');
const lesson = lessons.find(({ id }) => id === (values.lesson ?? 'dal-neurone-alla-rete'));
if (!lesson) throw new Error('there is no such lesson');
process.exitCode = (await rehearse(lesson, { students: Number(values.students ?? 30), speed, aloud }))
  ? 0
  : 1;

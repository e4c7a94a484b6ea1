import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config as Choice } from '#shared/activities/choice/index';
import type { Lesson } from '#shared/lessons/lesson';
import { temporaryFolder } from '../support/folder';
import type { Round } from './figures';
import { launch } from './process';
import type { Plan, Run, Script } from './question';
import release from './release.json' with { type: 'json' };
import { openSchool, type Session } from './school';
import { lessons } from '../support/lessons';

/** Answers are spread over this long, ms. */
const SPREAD = 5_000;

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A built-in lesson with a choice, a neuron to tune and a race, and where these are. */
export function lessonToPlay(): { readonly lesson: Lesson } & Omit<Plan, 'session' | 'phones' | 'busy'> {
  // The whole lecture stands last; figures of earlier rounds are of it.
  for (const lesson of [...lessons].reverse()) {
    const at = (holds: (step: Lesson['steps'][number]) => boolean) => lesson.steps.findIndex(holds);
    const step = at(({ kind }) => kind === 'choice');
    const more = { tune: at(({ id }) => id === 'and'), race: at(({ kind }) => kind === 'race') };
    if (step < 0 || more.tune < 0 || more.race < 0) continue;
    const { options } = lesson.steps[step]?.config as Choice;
    return { lesson, step, options: options.map(({ id }) => id), spread: SPREAD, more };
  }
  throw new Error('no lesson has a choice, an AND and a race');
}

/** Our server, then the bare one with what ours was seen to send to the desk, each in a fresh process with a fresh class. */
export async function playRound(phones: number, node: readonly string[]): Promise<Round> {
  const { lesson, ...asked } = lessonToPlay();
  const school = await openSchool(lesson, node, { watched: true });
  const ours = await drive({ session: school.session, phones, ...asked }).finally(school.stop);
  // What the bare server sends was recorded at another place in the lesson.
  const recorded = { ...asked, step: release.frames[2]?.common.step?.index ?? 0, more: null };
  const bare = await playBare(ours.script, (session) => drive({ ...recorded, session, phones }));
  return { ours, bare };
}

async function playBare(script: Script, play: (session: Session) => Promise<Run>): Promise<Run> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'script.json');
  writeFileSync(file, JSON.stringify(script));
  const server = await launch([process.execPath, beside('bare.js'), file], {}, /listening on (\d+)/);
  const url = `http://127.0.0.1:${server.found[1] ?? ''}`;
  // Of the same length as the real ones.
  const [id, screenKey, build] = ['i'.repeat(16), 'k'.repeat(43), 'b'.repeat(16)];
  const code = '000000';
  return play({ url, build, pid: server.pid, id, code, cookie: '', screenKey, watch: null }).finally(
    async () => {
      await server.stop();
      folder.remove();
    },
  );
}

/** Lets a process of its own be the class. */
export async function drive(plan: Plan): Promise<Run> {
  const driver = fork(beside('driver.js'));
  const answer = new Promise<Run>((resolve, reject) => {
    driver.once('message', (run) => resolve(run as Run));
    driver.once('exit', () =>
      reject(new Error('the class ended before the question did; its reason stands above')),
    );
  });
  driver.send(plan);
  const gone = once(driver, 'exit');
  const run = await answer;
  await gone;
  return run;
}

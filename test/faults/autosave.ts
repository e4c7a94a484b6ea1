import type { Kept, LessonCard, OwnLesson } from '#shared/lessons/api';
import { rng } from '#shared/rng';
import { Browser } from '../support/browser';
import { lessons } from '../support/lessons';
import { startServer, type RunningServer } from '../support/server';
import type { Fault, Form, Taken } from './fault';
import { ADA } from './hall';
import { keeping } from './keeping';
import { pause, within } from './within';
import { Writer } from './writer';

const LESSONS = 3;
/** Tabs that are open on each lesson. */
const TABS = 2;

/** The longest that a server lives, ms. */
const LIFE = 900;
const SHORT_LIFE = 150;

/** By when everybody has been told of what they wrote last, s. */
const PATIENCE = 60;

const PATH = '/api/own-lessons';

/** SIGKILL at any moment while lessons are being written: every save that was answered is there, once, as it was sent. */
export const autosave: Fault = { play: (form) => play(form, form.long ? 60 : 5) };

async function play({ seed, say }: Form, kills: number): Promise<Taken> {
  const { env } = await keeping();
  const server = await startServer({ env });
  try {
    const teacher = new Browser(server.base);
    const { status } = await teacher.post('/api/first-teacher', { link: server.firstLink(), ...ADA });
    if (status !== 200) throw new Error(`signing up answered ${status}`);
    const writers = await open(teacher);
    const findings: string[] = [];
    let looking = Promise.resolve();
    const look = () => (looking = lost(teacher, writers).then((found) => void findings.push(...found)));
    let over = false;
    const writing = Promise.all(
      writers.map((one) =>
        one.write(
          () => over,
          () => looking,
        ),
      ),
    );
    const creating = create(teacher, () => over);
    await Promise.race([kill(server, seed, kills, look), failing(writing), failing(creating)]);
    over = true;
    const [made] = await within(PATIENCE, 'the last save', Promise.all([creating, writing]));
    await server.kill();
    await server.restart();
    findings.push(...(await lost(teacher, writers)), ...(await unmade(teacher, made)));
    const saves = writers.reduce((sum, one) => sum + one.saves, 0);
    const broken = writers.reduce((sum, one) => sum + one.broken, 0);
    const changed = writers.reduce((sum, one) => sum + one.changed, 0);
    say(
      `${kills} SIGKILLs, ${writers.length} tabs on ${LESSONS} lessons: ${saves} saves answered, ${findings.length} lost`,
    );
    say(
      `${broken} attempts were not answered, ${changed} were on top of an older version; ${made.length} lessons made`,
    );
    return { findings, figures: [{ name: 'faults.saves-lost', value: findings.length, unit: 'saves' }] };
  } finally {
    await server.remove();
  }
}

/** Lessons, and the tabs that write them. */
async function open(teacher: Browser): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let i = 0; i < LESSONS; i++) {
    const lesson = { ...lessons[0], id: `lesson-${i}` };
    await new Writer(teacher, lesson, 'first').create('The beginning');
    for (let tab = 0; tab < TABS; tab++)
      writers.push(new Writer(teacher, lesson, `tab ${tab} of ${lesson.id}`));
  }
  return writers;
}

/** Makes one new lesson after the other. */
async function create(teacher: Browser, over: () => boolean): Promise<Kept[]> {
  const made: Kept[] = [];
  const writer = new Writer(teacher, { ...lessons[0], id: 'new' }, 'who makes lessons');
  for (; !over(); await pause(SHORT_LIFE)) made.push(await writer.create(`Lesson ${made.length}`));
  return made;
}

/** Kills the server again and again, and looks after each restart, when no version has been let go yet. */
async function kill(
  server: RunningServer,
  seed: string,
  kills: number,
  look: () => Promise<void>,
): Promise<void> {
  const random = rng(seed, 'kills');
  for (let i = 0; i < kills; i++) {
    await pause(random.unit() * (random.below(4) === 0 ? SHORT_LIFE : LIFE));
    await server.kill();
    await server.restart();
    await look();
  }
  await pause(LIFE);
}

/** Never resolves, but rejects with `work`. */
const failing = (work: Promise<unknown>): Promise<never> =>
  new Promise((_, reject) => void work.catch((error: unknown) => reject(error as Error)));

/** Saves that were answered since this was asked last, and are not there as they were sent. */
async function lost(teacher: Browser, writers: readonly Writer[]): Promise<string[]> {
  const findings: string[] = [];
  for (const writer of writers) {
    const path = `${PATH}/${writer.lesson.id}`;
    for (const { number, words } of writer.takeTold()) {
      const { status, text, body } = await teacher.get(`${path}/versions/${number}`);
      const { title } = (status === 200 ? (body as OwnLesson).document : {}) as { title?: { en?: string } };
      if (title?.en !== words)
        findings.push(
          `version ${number} of ${writer.lesson.id} is not "${words}": ${status} ${text.slice(0, 100)}`,
        );
    }
  }
  return findings;
}

/** Lessons whose id was told and which are not on the shelf, and what is on it and cannot be opened. */
async function unmade(teacher: Browser, made: readonly Kept[]): Promise<string[]> {
  const cards = (await teacher.get('/api/lessons')).body as readonly LessonCard[];
  const own = new Set(cards.filter((card) => card.own).map(({ id }) => id));
  const missing = made.filter(({ id }) => !own.has(id)).map(({ id }) => `${id} was made and is not there`);
  const broken: string[] = [];
  // One after the other: who asks for many at once is told to wait.
  for (const id of own) {
    const { status } = await teacher.get(`${PATH}/${id}`);
    if (status !== 200) broken.push(`${id} opens with ${status}`);
  }
  return [...missing, ...broken];
}

import { findings, type Findings } from './looking';
import { Class } from './class';
import { playLesson } from './lesson';
import { chromium, firefox } from './puppeteer';
import { playLongLesson } from './long-lesson';
import { webkit } from './webkit';
import type { Engine } from './window';

/** A program as `run.mjs` found it, or why it is missing. */
type Program = { readonly path: string } | { readonly missing: string };

const programs = JSON.parse(process.env.TRAINOFF_BROWSERS ?? '{}') as Readonly<Record<string, Program>>;

function pathOf(name: string): string {
  const program = programs[name];
  if (!program) throw new Error(`nobody looked for ${name}.`);
  if ('missing' in program) throw new Error(program.missing);
  return program.path;
}

const engines: Readonly<Record<string, () => Engine>> = {
  chromium: () => chromium(pathOf('chromium')),
  firefox: () => firefox(pathOf('firefox')),
  webkit: () => webkit({ display: pathOf('display'), driver: pathOf('driver'), browser: pathOf('browser') }),
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What each window of a room has in its console goes among what was found; so does how a broken one looks. */
async function afterwards(room: Class, found: Findings, broken: boolean): Promise<void> {
  for (const [name, window] of room.windows) {
    found.add(...(await window.troubles()).map((trouble) => `${name}: ${trouble}`));
    if (broken) await found.look(window, `broken-${name}`).catch(() => undefined);
  }
}

/** Plays both lessons in an engine; answers with its version and with what was wrong. */
async function play(name: string, engine: Engine): Promise<{ version: string; wrong: readonly string[] }> {
  const found = findings(`test-results/browsers/${name}`);
  const room = await Class.open(engine);
  try {
    await playLesson(room, found);
    await playLongLesson(room, found);
    await afterwards(room, found, false);
  } catch (error) {
    found.add(reason(error));
    await afterwards(room, found, true);
  } finally {
    await room.close();
  }
  return { version: room.driven.version, wrong: found.all };
}

/** One line for an engine, and one for everything that was wrong in it; true where nothing was. */
async function tell(name: string, engineOf: () => Engine): Promise<boolean> {
  const since = Date.now();
  const say = (text: string) => process.stdout.write(`${name}: ${text}\n`);
  try {
    const { version, wrong } = await play(name, engineOf());
    for (const one of wrong) say(one);
    const seconds = ((Date.now() - since) / 1_000).toFixed(0);
    say(`${version} ${wrong.length === 0 ? 'played both lessons' : 'failed'} in ${seconds} s`);
    return wrong.length === 0;
  } catch (error) {
    say(`could not be run: ${reason(error)}`);
    return false;
  }
}

for (const name of process.argv.slice(2)) {
  const engineOf = engines[name];
  if (!engineOf || !(await tell(name, engineOf))) process.exitCode = 1;
}

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBuiltIn } from '../../../server/lessons/built-in';
import { startApp } from '../../support/app';
import { temporaryFolder } from '../../support/folder';
import { lessons } from '../../support/lessons';
import { startServer } from '../../support/server';

let own: ReturnType<typeof temporaryFolder>;
let folder: string;

beforeEach(() => {
  own = temporaryFolder();
  folder = join(own.path, 'lessons');
  cpSync(resolve('lessons'), folder, { recursive: true });
});
afterEach(() => own.remove());

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

/** Changes a file of the copy as somebody does with an editor. */
function edit(file: string, change: (document: Record<string, unknown>) => unknown): void {
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  write(file, JSON.stringify(change(document)));
}

function read() {
  const builtIn = readBuiltIn(folder);
  if (!builtIn.ok) throw new Error(builtIn.error);
  return { ids: builtIn.value.lessons.map(({ id }) => id), broken: builtIn.value.broken };
}

const all = lessons.map(({ id }) => id);
const [first, brief, network] = all;
/** The lessons but those that are named. */
const but = (...gone: readonly (string | undefined)[]) => all.filter((id) => !gone.includes(id));

describe('the lessons that come with the product', () => {
  test('are read in the order of their folders, and none is broken', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const ids = folders.map(({ name }) => name).sort();
    const said = ids.map(
      (name) => (JSON.parse(readFileSync(join(folder, name, 'lesson.json'), 'utf8')) as { id: string }).id,
    );
    expect(read()).toEqual({ ids: said, broken: [] });
    expect(said.slice(0, 3)).toEqual(['primi-passi', 'dal-neurone-alla-rete-45', 'dal-neurone-alla-rete']);
  });

  test('share steps: one file, the same step in each', () => {
    const [short, , whole] = lessons;
    const why = lessons.find(({ id }) => id === 'perche-gli-strati');
    const own = (lesson: typeof short) =>
      lesson?.steps.filter(({ id }) => !shared.has(id)).map(({ id }) => id);
    const shared = new Map(whole?.steps.map((step) => [step.id, step]));
    expect([own(short), own(why)]).toEqual([['una-retta-sola'], []]);
    for (const step of [...(short?.steps ?? []), ...(why?.steps ?? [])])
      expect(shared.get(step.id) ?? step).toEqual(step);
  });

  test('hold the whole lecture’s path of 45 minutes: the steps that docs/lesson.md stars, in their order', () => {
    const [, path, whole] = lessons;
    const row = /^\| (\d+) +\|(?:[^|\n]+\|){3} [\d.]+ +\|/gm;
    const starred = [...readFileSync(resolve('docs/lesson.md'), 'utf8').matchAll(row)];
    expect(path?.steps).toEqual(starred.map(([, number]) => whole?.steps[Number(number) - 1]));
  });

  test('may hold a step in the document itself', () => {
    edit('first/lesson.json', (document) => ({ ...document, steps: lessons[0]?.steps }));
    expect(readBuiltIn(folder)).toMatchObject({
      ok: true,
      value: { broken: [], lessons },
    });
  });
});

describe('a broken one is left out, and told with its file, path and code:', () => {
  test('a step without a task, which three lessons share, and nothing else', () => {
    edit('first/steps/and.json', ({ task: _gone, ...step }) => step);
    const and = { file: 'first/steps/and.json', path: ['task'], code: 'missing' };
    expect(read()).toEqual({ ids: but(first, brief, network), broken: [and, and, and] });
  });

  test('a configuration that its kind refuses', () => {
    edit('network/steps/when.json', (step) => ({ ...step, config: { options: [] } }));
    expect(read().broken).toContainEqual({
      ...{ file: 'network/steps/when.json', path: ['config', 'options'], code: 'too-few' },
    });
  });

  test('a document without a title', () => {
    edit('network/lesson.json', ({ title: _gone, ...document }) => document);
    const broken = [{ file: 'network/lesson.json', path: ['title'], code: 'missing' }];
    expect(read()).toEqual({ ids: but(network), broken });
  });

  test('a file that is no JSON, and one that is not there', () => {
    write('network/steps/memory.json', '{ "id": ');
    rmSync(join(folder, 'first/steps/one-line.json'));
    const memory = { file: 'network/steps/memory.json', path: [], code: 'not-json' };
    const missing = { file: 'first/steps/one-line.json', path: [], code: 'not-there' };
    expect(read().broken).toEqual([missing, memory, memory]);
  });

  test('a step that would lie outside of the lessons', () => {
    edit('first/lesson.json', (document) => ({ ...document, steps: ['../../package.json'] }));
    expect(read().broken).toEqual([{ file: 'first/lesson.json', path: ['steps', 0], code: 'malformed' }]);
  });

  test('two lessons with one id', () => {
    edit('network/lesson.json', (document) => ({ ...document, id: first }));
    expect(read()).toEqual({
      ids: but(network),
      broken: [{ file: 'network/lesson.json', path: ['id'], code: 'same-id' }],
    });
  });
});

describe('a server', () => {
  test('starts with the lessons that are not broken', async () => {
    write('first/lesson.json', '[]');
    const server = await startApp({ lessons: folder });
    const { body } = await (await server.teacher()).get('/api/lessons');
    await server.stop();
    expect(body).toMatchObject(but(first).map((id) => ({ id })));
  });

  test('does not start without the folder, and says so in a sentence', async () => {
    await expect(startApp({ lessons: join(own.path, 'nowhere') })).rejects.toThrow('nowhere, cannot be read');
  });

  test('tells nothing of lessons where all is well', async () => {
    const server = await startServer();
    await server.stop();
    expect(server.log()).toBe('');
    await server.remove();
  });
});

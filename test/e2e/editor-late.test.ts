import { once } from 'node:events';
import { it } from '../support/words';
import { keep, keptOf, openEditor, row, saved } from './support/editor';
import { look } from './support/look';
import { expect, test } from './support/test';

/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

const step = (id: string, kind: string, title: string, config: unknown) => ({
  ...{ id, kind, version: 1, title: { it: title }, task: { it: 'Guarda.' }, config },
  ...{ points: 0, seconds: 60, timing: 'accuracy' },
});

const lesson = {
  document: {
    ...{ version: 1, id: 'late', languages: ['it'], title: { it: 'Tardi' } },
    steps: [
      step('first', 'slide', 'La figura', {
        lines: [{ it: 'Una riga' }],
        picture: { shows: 'image', data: '', alt: {} },
      }),
      step('second', 'slide', 'Senza figura', { lines: [{ it: 'Altra riga' }], picture: null }),
    ],
  },
};

test('a picture that comes back late is in the step that asked for it, and in no other', async ({ room }) => {
  const { desk, address } = room;
  const id = await keep(desk, lesson);
  await openEditor(desk, address, id);
  const gate = new EventTarget();
  const opened = once(gate, 'open');
  await desk.route('**/api/pictures', async (route) => {
    await opened;
    await route.continue();
  });
  const asked = desk.waitForRequest('**/api/pictures');
  await desk
    .getByLabel(it('slide_edit_file'))
    .setInputFiles({ name: 'pixel.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
  await asked;
  await row(desk, 'Senza figura').click();
  const came = desk.waitForResponse('**/api/pictures');
  gate.dispatchEvent(new Event('open'));
  expect((await came).ok()).toBe(true);
  await expect.poll(async () => JSON.stringify(await keptOf(desk, id))).toContain('data:image/');
  const [first, second] = (await keptOf(desk, id)).document.steps;
  expect(JSON.stringify(first?.config)).toMatch(/Una riga.*data:image/);
  expect(second?.config).toEqual(lesson.document.steps[1]?.config);
});

test('a number that is none stays where it was typed, which says so, and the lesson keeps its own', async ({
  room,
}) => {
  const { desk, address } = room;
  const id = await keep(desk, lesson);
  await openEditor(desk, address, id);
  const seconds = desk.getByLabel(it('edit_field_seconds'), { exact: true });
  for (const typed of ['', 'un minuto', '3']) {
    await seconds.fill(typed);
    await expect(seconds).toHaveValue(typed);
    await expect(seconds).toHaveAttribute('aria-invalid', 'true');
  }
  await look(desk, 'editor-no-number');
  await seconds.fill('30');
  await expect(seconds).not.toHaveAttribute('aria-invalid');
  await saved(desk);
  await expect
    .poll(async () => JSON.stringify((await keptOf(desk, id)).document.steps[0]))
    .toContain('"seconds":30');
});

import type { Page } from '@playwright/test';
import { it } from '../support/words';
import { empty, keep, openEditor, row } from './support/editor';
import { look } from './support/look';
import { expect, test } from './support/test';

const said = (words: string) => ({ it: words });

const asked = {
  ...{ id: 'asked', kind: 'choice', version: 1, points: 500, timing: 'accuracy', seconds: 60 },
  ...{ title: said('Quale è dispari?'), task: said('Scegli il numero dispari.') },
  theory: said('Un numero dispari non si divide per due.'),
  explanation: said('Sette diviso due fa tre e mezzo.'),
  mistake: said('Fidarsi dell’ultima cifra letta al contrario.'),
  config: {
    options: ['12', '7', '30'].map((words, i) => ({ id: 'abc'[i], text: said(words) })),
    ...{ right: ['b'], several: false, shuffle: false },
  },
  prediction: {
    question: said('Quanti di voi lo troveranno?'),
    options: [
      { id: 'all', text: said('Tutti') },
      { id: 'half', text: said('Circa la metà') },
    ],
    came: 'all',
  },
  hints: [{ text: said('Guarda l’ultima cifra.') }],
};
const bare = { ...asked, id: 'bare', title: said('Senza altro'), prediction: undefined, hints: undefined };

const frame = (page: Page, name: string) => page.frameLocator(`iframe[title="${it(name)}"]`);
const phone = (page: Page) => frame(page, 'edit_stage_phone');
const projector = (page: Page) => frame(page, 'edit_stage_screen');

test('whoever writes a prediction and hints sees them on the phone and the projector, as a class would', async ({
  room,
}) => {
  const { desk, address } = room;
  const { document } = empty('with-asides');
  const id = await keep(desk, { document: { ...document, steps: [asked, bare] } });
  await openEditor(desk, address, id);
  const moments = desk.getByRole('radiogroup', { name: it('edit_moment') });
  const moment = (name: string) => moments.getByRole('radio', { name: it(`edit_moment_${name}`) });

  await test.step('before it opens they are asked what they expect', async () => {
    await moment('asked').check();
    await expect(projector(desk).getByText('Quanti di voi lo troveranno?')).toBeVisible();
    await expect(projector(desk).getByText('Circa la metà')).toBeVisible();
    await phone(desk).getByRole('radio', { name: 'Tutti' }).check();
    await phone(desk)
      .getByRole('radio', { name: it('asides_sure') })
      .check();
    await expect(phone(desk).getByText(it('asides_noted'))).toBeVisible();
    await look(desk, 'editor-preview-asked');
  });

  await test.step('while it is open they are told the hints', async () => {
    await moment('open').check();
    await expect(phone(desk).getByRole('button', { name: it('choice_send') })).toBeVisible();
    await expect(phone(desk).getByText('Guarda l’ultima cifra.')).toBeHidden();
    await moment('hinted').check();
    await expect(phone(desk).getByText('Guarda l’ultima cifra.')).toBeVisible();
    await expect(projector(desk).getByText('Guarda l’ultima cifra.')).toBeVisible();
    await look(desk, 'editor-preview-hinted');
  });

  await test.step('at the end they read what came of it', async () => {
    await moment('revealed').check();
    await expect(phone(desk).getByText('Circa la metà')).toBeVisible();
    await expect(projector(desk).getByText('Circa la metà')).toBeVisible();
    await look(desk, 'editor-preview-revealed');
  });

  await test.step('what is being written is seen as it is written', async () => {
    await moment('asked').check();
    await desk
      .getByRole('main')
      .getByLabel(it('edit_option', { number: '2' }), { exact: true })
      .fill('Quasi nessuno');
    await expect(phone(desk).getByRole('radio', { name: 'Quasi nessuno' })).toBeVisible();
  });

  await test.step('a step without them is looked at open', async () => {
    await row(desk, 'Senza altro').click();
    await expect(moment('asked')).toHaveCount(0);
    await expect(moment('hinted')).toHaveCount(0);
    await expect(moment('open')).toBeChecked();
    await expect(phone(desk).getByRole('heading', { name: 'Scegli il numero dispari.' })).toBeVisible();
  });

  await desk.setViewportSize({ width: 1024, height: 768 });
  await row(desk, 'Quale è dispari').click();
  await expect(moment('asked')).toBeChecked();
  await look(desk, 'editor-preview-1024');
});

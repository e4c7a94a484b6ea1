import { own as springs } from '#shared/activities/line-fit/own-sample';
import { own as leaves } from '#shared/activities/separating-line/own-sample';
import type { Lesson, Step } from '#shared/lessons/lesson';
import type { Hands } from '../support/hands';
import { lessonOf, single } from '../support/lesson';
import { asCsv, HEADINGS, shells, withCommas } from '../support/table';
import { it, words } from '../support/words';
import { sendIt } from './support/answers';
import { keep, keptOf, openEditor, outline, saved } from './support/editor';
import { look, lookTwice } from './support/look';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers, withKeys } from './support/seat';
import { outcomeOf } from './support/shown';
import { expect, test } from './support/test';

/** Two tables of their teacher's own, with nobody's data in them. */
const lesson: Lesson = lessonOf(
  single({ id: 'leaves', kind: 'separating-line', seconds: null, config: leaves, points: 1_000 }),
  single({ id: 'springs', kind: 'line-fit', seconds: null, config: springs, points: 1_000 }),
);
const [ofLeaves, ofSprings] = lesson.steps as [Step, Step];

const slider = (hands: Hands, n: number) => hands.page.locator('span[role="slider"]').nth(n);

test('a class plays its teacher’s own tables, whose names, units and source stand everywhere', async ({
  room,
}) => {
  const code = await startScratch(room, lesson);
  const screen = await room.projector();
  const [ada, bo] = [await withFingers(room, 'it'), await withKeys(room, 'en')];
  for (const hands of [ada, bo]) {
    await enter(hands, code);
    await sit(hands);
  }
  const phone = ada.page;

  await test.step('a line between two classes', async () => {
    await room.press('desk_next_start');
    await room.press('desk_next_open');
    const picture = phone.getByRole('img', {
      name: it('separating_line_own_picture', {
        x: 'lunghezza della foglia, cm',
        y: 'larghezza della foglia, cm',
      }),
    });
    await expect(picture).toBeVisible();
    for (const page of [phone, screen]) {
      await expect(page.getByText('quercia').first()).toBeVisible();
      await expect(page.getByText('numeri inventati, per provare').first()).toBeVisible();
    }
    await expect(bo.page.getByText('made-up numbers, to try it out')).toBeVisible();
    await expect(slider(bo, 0)).toHaveAttribute(
      'aria-valuetext',
      /^length of the leaf \d+\.\d cm, width of the leaf \d+\.\d\d cm$/,
    );
    await look(phone, 'own-line-phone');
    await look(screen, 'own-line-screen');
    await ada.press(phone.getByRole('button', { name: it('separating_line_swap'), exact: true }));
    await sendIt(ada, ofLeaves);
    await bo.press(bo.page.getByRole('button', { name: words('en', 'separating_line_swap'), exact: true }));
    await sendIt(bo, ofLeaves);
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    expect((await outcomeOf(phone, 'it')).verdict).not.toBe('right');
    await look(phone, 'own-line-phone-revealed');
    await lookTwice(screen, 'own-line-screen-revealed');
  });

  await test.step('a line through a cloud', async () => {
    await room.press('desk_next_board');
    await room.press('desk_next_step');
    await room.press('desk_next_open');
    await expect(phone.getByText(/^Un punto nuovo ha peso appeso = \d+ g/)).toBeVisible();
    await look(phone, 'own-fit-phone-guess');
    await look(screen, 'own-fit-screen');
    for (const hands of [ada, bo]) {
      const guess = hands.page.getByRole('main').getByRole('button', { name: / cm$/ });
      await hands.press(guess);
      await hands.press(
        hands.page.getByRole('button', { name: words(hands.locale, 'line_fit_errors'), exact: true }),
      );
      await expect(hands.page.getByText(/ cm²$/)).toBeVisible();
    }
    await look(phone, 'own-fit-phone');
    await sendIt(ada, ofSprings);
    await sendIt(bo, ofSprings);
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(phone.getByText(/peso appeso = [\d,]+ g: la tua stima [\d,]+ cm/)).toBeVisible();
    await expect(screen.getByText(/la retta prevede [\d,]+ cm/)).toBeVisible();
    await look(phone, 'own-fit-phone-revealed');
    await lookTwice(screen, 'own-fit-screen-revealed');
  });
});

/** What a spreadsheet of a school holds: a gap, a text, a third class, and commas before decimals. */
function pasted(): string {
  const rows = withCommas(shells(160)).map((row, i) =>
    i === 3 ? ['', ...row.slice(1)] : i === 8 ? [row[0] ?? '', 'rotta', row[2] ?? ''] : row,
  );
  return asCsv([HEADINGS, ...rows, ['30,00', '20,00', 'spirale']], '\t');
}

test('a teacher pastes a table into a step, reads what is left out, and names it', async ({ room }) => {
  const { desk, address } = room;
  const step = single({ id: 'shells', kind: 'separating-line', config: { data: 'penguins', visible: 100 } });
  const id = await keep(desk, { document: { ...lessonOf(step), id: 'conchiglie', languages: ['it'] } });
  await openEditor(desk, address, id);
  await outline(desk).getByRole('button', { name: /^1 / }).click();
  const form = desk.getByRole('main');
  await form.getByRole('radio', { name: it('table_own') }).check();
  await expect(form.getByRole('button', { name: it('table_read') })).toBeDisabled();
  await look(desk, 'own-form-empty');

  await form.getByLabel(it('table_paste'), { exact: true }).fill('Cara mamma');
  await form.getByRole('button', { name: it('table_read') }).click();
  await expect(form.getByRole('alert').getByText(it('error_table_refused'))).toBeVisible();

  const nothing = { name: 'niente.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) };
  await form.getByLabel(new RegExp(it('table_file'))).setInputFiles(nothing);
  await expect(form.getByRole('alert').getByText(it('exchange_refused_empty_file'))).toBeVisible();

  await form.getByLabel(it('table_paste'), { exact: true }).fill(pasted());
  await form.getByRole('button', { name: it('table_read') }).click();
  for (const words of [
    'Righe che restano: 158.',
    'Senza un valore in «lunghezza (mm)»: 1 (riga 5).',
    'Con del testo al posto del numero in «larghezza (mm)»: 1 (riga 10). C’è scritto «rotta».',
    'Di altre classi in «specie»: 1 (riga 162). Sono «spirale».',
  ])
    await expect(form.getByText(words)).toBeVisible();
  await expect(form.getByText(it('table_worth_yes'))).toBeVisible();
  await form.getByLabel(it('table_source')).fill('inventate per la prova');
  await form.getByLabel(it('table_name'), { exact: true }).first().fill('lunghezza della conchiglia');
  await look(desk, 'own-form-read');
  await saved(desk);
  const { document, problems } = await keptOf(desk, id);
  expect(problems).toEqual([]);
  expect(document.steps[0]?.config).toMatchObject({
    data: 'own',
    source: { it: 'inventate per la prova' },
    x: { name: { it: 'lunghezza della conchiglia' }, unit: { it: 'mm' } },
    classes: [{ it: 'disco' }, { it: 'cono' }],
  });
  // The same columns, but the classes the other way round, and back to the penguins as they were.
  await form.getByLabel(it('table_class_zero')).selectOption({ label: 'spirale (1)' });
  await expect(
    form.getByText(it('table_fault_few_of_class', { column: 'specie', least: '8' })),
  ).toBeVisible();
  await form.getByRole('radio', { name: it('table_penguins') }).check();
  await expect(form.getByLabel(it('separating_line_edit_visible'))).toHaveValue('100');
});

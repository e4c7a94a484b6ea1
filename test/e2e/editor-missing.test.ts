import type { Locator } from '@playwright/test';
import { it } from '../support/words';
import { empty, keep, openEditor, outline } from './support/editor';
import { look } from './support/look';
import { expect, test } from './support/test';

const said = (words: string) => ({ it: words });

/** Each step lacks something, somewhere inside. */
const steps = [
  {
    ...{ id: 'choice', kind: 'choice', version: 1, points: 500, timing: 'accuracy', seconds: null },
    ...{ title: said('Quale?'), task: said('Scegli.') },
    config: {
      options: ['Uno', null, 'Tre', null].map((words, i) => ({
        id: 'abcd'[i],
        text: words === null ? {} : said(words),
      })),
      ...{ right: [], several: false, shuffle: true },
    },
    prediction: {
      question: said('Che cosa uscirà?'),
      options: [
        { id: 'a', text: said('Uno') },
        { id: 'b', text: {} },
      ],
    },
    hints: [{ text: said('Guarda bene.'), after: 2 }, { text: {} }],
  },
  {
    ...{ id: 'order', kind: 'order', version: 1, points: 500, timing: 'accuracy', seconds: null },
    ...{ title: said('In che ordine?') },
    config: {
      ends: { first: said('Prima'), last: said('Dopo') },
      items: ['Uno', 'Due', null].map((words, i) => ({
        id: 'abc'[i],
        text: words === null ? {} : said(words),
      })),
    },
  },
  {
    ...{ id: 'numeric', kind: 'numeric', version: 2, points: 500, timing: 'accuracy', seconds: null },
    ...{ title: said('Quanto?'), task: said('Conta.') },
    config: {
      ...{ unit: null, tolerance: 0, partial: false },
      variants: [
        {
          ...{ given: null, picture: null },
          mistakes: [{ value: 1, why: said('Uno in meno.') }, { why: said('Uno in più.') }],
        },
      ],
    },
  },
  {
    ...{ id: 'poll', kind: 'poll', version: 1, points: 0, timing: 'accuracy', seconds: null },
    ...{ title: said('Che ne pensi?'), task: said('Di’ la tua.') },
    config: {
      ...{ asks: 'options', several: false, live: false },
      options: [{ id: 'a', text: said('Sì') }],
    },
  },
  {
    ...{ id: 'line-fit', kind: 'line-fit', version: 1, points: 500, timing: 'accuracy', seconds: null },
    ...{ title: said('Quale retta?'), task: said('Muovi la retta.') },
    config: { data: 'penguins', visible: 60, share: [10, null] },
  },
];

interface Led {
  /** As the list of what is missing names it. */
  readonly from: string;
  readonly to: Locator;
  /** What stands beside the field, and is said with it. */
  readonly why: RegExp;
}

/** Everything that is missing, in the order in which it is told. */
function ledIn(form: Locator): readonly Led[] {
  const text = (label: string, place = 0) =>
    form.getByRole('textbox', { name: label, exact: true }).nth(place);
  const toWrite = /da scrivere/;
  return [
    { from: 'Opzioni 2', to: text('Opzione 2'), why: toWrite },
    { from: 'suggerimenti 1', to: text(it('edit_hint_after')), why: /troppo piccolo/ },
    { from: 'suggerimenti 2', to: text(it('edit_hint', { number: '2' })), why: toWrite },
    { from: 'Risposte 2', to: text(it('choice_edit_option', { letter: 'B' })), why: toWrite },
    { from: 'Risposte 4', to: text(it('choice_edit_option', { letter: 'D' })), why: toWrite },
    {
      from: it('choice_edit_rights'),
      to: form.getByLabel(it('choice_edit_right')).first(),
      why: /Segna quale/,
    },
    { from: it('edit_field_task'), to: text(it('edit_field_task')), why: toWrite },
    { from: `${it('order_edit_items')} 3`, to: text(it('order_edit_text'), 2), why: toWrite },
    { from: it('numeric_edit_answer'), to: text(it('numeric_edit_answer')), why: toWrite },
    { from: `${it('numeric_edit_mistakes')} 2`, to: text(it('numeric_edit_value'), 1), why: toWrite },
    {
      from: it('poll_edit_options'),
      to: form.getByRole('button', { name: 'Aggiungi: risposta' }),
      why: /troppo pochi/,
    },
    { from: it('line_fit_edit_share'), to: text(it('table_share_to')), why: toWrite },
  ];
}

test('whatever is missing leads to the very field that lacks it, which says why', async ({ room }) => {
  const { desk, address } = room;
  const { document } = empty('what-is-missing');
  const id = await keep(desk, { document: { ...document, steps } });
  await openEditor(desk, address, id);
  const all = ledIn(desk.getByRole('main'));
  const buttons = outline(desk).locator('.missing').first().getByRole('button');
  await expect(buttons).toHaveText(all.map(({ from }) => new RegExp(`Passo \\d · .*${from}`)));
  for (const [place, { to, why }] of all.entries()) {
    await buttons.nth(place).press('Enter');
    await expect(to, 'it has the focus').toBeFocused();
    await expect(to, 'it is in sight').toBeInViewport({ ratio: 1 });
    await expect(to, 'it says what it lacks').toHaveAccessibleDescription(why);
  }
  await look(desk, 'editor-missing-led');
});

test('a lesson without a step leads to what adds one', async ({ room }) => {
  const { desk, address } = room;
  await openEditor(desk, address, await keep(desk, empty('no-step')));
  await outline(desk).locator('.missing').first().getByRole('button').first().press('Enter');
  await expect(desk.getByRole('button', { name: it('edit_add'), exact: true })).toBeFocused();
});

import type { Locator, Page } from '@playwright/test';
import type { OwnConfig } from '#shared/activities/race/config';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { moons } from '#shared/activities/race/families/mlp/samples';
import { field } from '../support/fields';
import { testedKindOf } from '../support/kinds';
import { lessonOf, single } from '../support/lesson';
import { layersOnLeaves, lineOnLeaves } from '../support/own-race';
import { asCsv, HEADINGS, shells, withCommas } from '../support/table';
import { it, words } from '../support/words';
import { answer, choose, sendIt } from './support/answers';
import type { Classroom } from './support/classroom';
import { keep, keptOf, openEditor, outline, saved } from './support/editor';
import { fingers } from './support/fingers';
import { heldAnyhow } from './support/held';
import { keys } from './support/keys';
import { look, lookTwice } from './support/look';
import { mouse } from './support/mouse';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers } from './support/seat';
import { outcomeOf } from './support/shown';
import { expect, test } from './support/test';

const race = (id: string, config: OwnConfig) =>
  single({ id, kind: 'race', version: 2, seconds: null, config, points: 1_000 });

const lesson = lessonOf(race('layers', layersOnLeaves), race('line', lineOnLeaves));
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };

test('a class races on its teacher’s own table, whose columns, units, classes and source stand by every picture', async ({
  room,
}) => {
  const code = await startScratch(room, lesson);
  const screen = await room.projector();
  const phone = await withFingers(room, 'it');
  const tablet = fingers(await room.phone(undefined, { ...TABLET, locale: 'en-GB' }), 'en');
  for (const hands of [phone, tablet]) {
    await enter(hands, code);
    await sit(hands);
  }
  await room.press('desk_next_start');
  for (const [i, step] of (lesson.steps as readonly Step[]).entries()) {
    await room.press('desk_next_open');
    const plane = phone.page.getByRole('img', {
      name: /In orizzontale lunghezza della foglia, cm, in verticale larghezza della foglia, cm\. Blu: salice; arancione: quercia\.$/,
    });
    await expect(plane.first()).toBeVisible();
    await look(phone.page, `own-race-${step.id}-phone-ready`);
    await choose(phone, step, 'well');
    await heldAnyhow(phone.page, `own-race-${step.id}-phone`);
    await sendIt(phone, step);
    await phone.press(phone.page.getByRole('button', { name: it('race_start') }));
    await expect(phone.page.getByRole('button', { name: it('race_again') })).toBeVisible();
    for (const page of [phone.page, screen])
      await expect(page.getByText('numeri inventati, per provare').first()).toBeVisible();
    await look(phone.page, `own-race-${step.id}-phone-open`);
    await testedKindOf(step).lookBehind?.(phone, (what) =>
      look(phone.page, `own-race-${step.id}-phone-${what}`),
    );
    await answer(tablet, step, 'somehow');
    await expect(tablet.page.getByText('made-up numbers, to try it out')).toBeVisible();
    await look(tablet.page, `own-race-${step.id}-tablet-open`);
    await testedKindOf(step).lookBehind?.(tablet, (what) =>
      look(tablet.page, `own-race-${step.id}-tablet-${what}`),
    );
    await look(screen, `own-race-${step.id}-screen-open`);
    await room.press('desk_next_close');
    await expect(screen.getByText('lunghezza della foglia, cm')).toBeVisible();
    await expect(screen.getByText('quercia')).toBeVisible();
    await look(screen, `own-race-${step.id}-screen-closed`);
    await look(phone.page, `own-race-${step.id}-phone-closed`);
    await room.press('desk_next_reveal');
    expect((await outcomeOf(phone.page, 'it')).verdict).not.toBe('wrong');
    await outcomeOf(tablet.page, 'en');
    await expect(phone.page.getByText(it('race_after_title'))).toBeVisible();
    await expect(screen.locator('.race')).toContainText(it('race_screen_winner'));
    for (const page of [phone.page, screen]) {
      await expect(page.getByText('lunghezza della foglia, cm')).toBeVisible();
      await expect(page.getByText('larghezza della foglia, cm')).toBeVisible();
      await expect(page.getByText('numeri inventati, per provare').first()).toBeVisible();
    }
    await expect(tablet.page.getByText(words('en', 'race_after_title'))).toBeVisible();
    await look(phone.page, `own-race-${step.id}-phone-revealed`);
    await look(tablet.page, `own-race-${step.id}-tablet-revealed`);
    await lookTwice(screen, `own-race-${step.id}-screen-revealed`);
    await look(room.desk, `own-race-${step.id}-desk-revealed`);
    await room.press('desk_next_board');
    if (i === 0) await room.press('desk_next_step');
  }
});

/** A table of 500 shells and more, as a spreadsheet of a school holds it. */
function pasted(count: number, separator: string): string {
  const rows = withCommas(shells(count)).map((row, i) => {
    if (i === 3) return ['', ...row.slice(1)];
    return i === 8 ? [row[0] ?? '', 'rotta', row[2] ?? ''] : row;
  });
  const again = rows[20] ?? [];
  return asCsv(
    [['Le nostre conchiglie'], HEADINGS, ...rows, HEADINGS, again, ['30,00', '20,00', 'spirale']],
    separator,
  );
}

/** A lesson with a new race in it, open in the editor. */
async function raceInEditor({ desk, address }: Classroom, id: string): Promise<Locator> {
  const step = single({ id: 'shells', kind: 'race', version: 2, seconds: null, config: moons });
  const kept = await keep(desk, { document: { ...lessonOf(step), id, languages: ['it'] } });
  await openEditor(desk, address, kept);
  await outline(desk).getByRole('button', { name: /^1 / }).click();
  return desk.getByRole('main');
}

/** Looks at a part of the form, by what stands above it. */
async function shown(form: Locator, key: string, name: string): Promise<void> {
  const head = form.getByText(it(key), { exact: true });
  await head.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await look(form.page(), `own-race-form-${name}`);
}

/** The answer to the next question of a kind waits until it is released. */
async function holding(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${path}`, (route) => released.then(() => route.continue()), { times: 1 });
  return () => release();
}

test('a teacher makes a race of a table of 500 rows, and a class races on it', async ({ room }) => {
  const { desk } = room;
  const form = await raceInEditor(room, 'gara-di-conchiglie');
  const hands = mouse(desk, 'it');
  const value = (key: string) => field(hands, it(key)).inputValue();
  await hands.pick(field(hands, it('race_edit_own')));
  await look(desk, 'own-race-form-empty');
  const release = await holding(desk, '/api/tables/terms');
  await hands.write(field(hands, it('table_paste')), pasted(500, '\t'));
  await hands.press(form.getByRole('button', { name: it('table_read') }));
  for (const told of [
    'Righe che restano: 499.',
    'Senza un valore in «lunghezza (mm)»: 1 (riga 6).',
    'Con del testo al posto del numero in «larghezza (mm)»: 1 (riga 11). C’è scritto «rotta».',
    'Di altre classi in «specie»: 1 (riga 505). Sono «spirale».',
  ])
    await expect(form.getByText(told)).toBeVisible();

  await test.step('energy, goals and what does well come from the server, and go with one undo', async () => {
    await expect(form.getByText(it('race_terms_asking'))).toBeVisible();
    await expect(form.getByRole('button', { name: it('race_terms_ask') })).toBeDisabled();
    await shown(form, 'race_terms', 'asking');
    release();
    await expect(form.getByText(/^Una rete che va bene, .*η/)).toBeVisible();
    const [par, max] = [await value('race_edit_par'), await value('race_edit_max')].map(Number);
    expect(par).toBeGreaterThan(0);
    expect(max).toBeGreaterThan(par ?? 0);
    await expect(form.getByText(it('race_worth_yes'))).toBeVisible();
    await shown(form, 'race_terms', 'read');
    await desk.setViewportSize({ width: 1024, height: 768 });
    await shown(form, 'race_terms', 'tablet');
    await shown(form, 'table_worth', 'tablet-worth');
    await desk.setViewportSize({ width: 1440, height: 900 });
    await hands.press(desk.getByRole('button', { name: it('edit_undo') }));
    await expect(form.getByText(it('race_terms_missing'))).toBeVisible();
    await expect(form.getByText(it('table_worth'))).toHaveCount(0);
    await hands.press(desk.getByRole('button', { name: /Energia Manca\.$/ }));
    await expect(form.getByRole('button', { name: it('race_terms_ask') })).toBeFocused();
    await hands.press(desk.getByRole('button', { name: it('edit_redo') }));
    expect(Number(await value('race_edit_par'))).toBe(par);
  });

  await test.step('the table stays with another family, and so does what the first one had', async () => {
    const [par] = [await value('race_edit_par')];
    await hands.pick(field(hands, it('race_edit_linear')));
    await expect(form.getByText(/^Una rete che va bene, .*: retta, η/)).toBeVisible();
    await hands.pick(field(hands, it('race_edit_mlp')));
    await expect(form.getByText(/^Una rete che va bene, .*: 2-/)).toBeVisible();
    expect(await value('race_edit_par')).toBe(par);
  });

  await test.step('what was typed is overwritten when that is asked for, and not before', async () => {
    await hands.write(field(hands, it('race_edit_base')), '0,61');
    await hands.write(field(hands, it('race_edit_samples')), '150');
    await expect(form.getByText(it('race_terms_old'))).toBeVisible();
    await shown(form, 'race_terms', 'old');
    expect(await value('race_edit_base')).toBe('0,61');
    await hands.press(form.getByRole('button', { name: it('race_terms_again') }));
    await expect(form.getByText(it('race_terms_old'))).toHaveCount(0);
    await expect(field(hands, it('race_edit_base'))).not.toHaveValue('0,61');
  });

  await hands.write(field(hands, it('table_source')), 'inventate per la prova');
  await saved(desk);
  const id = /lessons\/([\w-]+)\/edit/.exec(desk.url())?.[1] ?? '';
  const { document, problems } = await keptOf(desk, id);
  expect(problems).toEqual([]);
  const lessonMade = document as unknown as Lesson;
  const [step] = lessonMade.steps as [Step];
  expect(step.config).toMatchObject({
    ...{ family: 'mlp', data: 'own', samples: 150, source: { it: 'inventate per la prova' } },
    classes: [{ it: 'disco' }, { it: 'cono' }],
  });

  await test.step('on paper stand the points, their columns and where they come from', async () => {
    await desk.goto(`${room.address}/teach/lessons/${id}/paper`);
    await expect(desk.getByRole('button', { name: it('paper_print'), exact: true })).toBeEnabled();
    for (const told of ['inventate per la prova', 'lunghezza, mm', 'larghezza, mm', 'cono', 'disco'])
      await expect(desk.getByText(told, { exact: true }).first()).toBeVisible();
    await desk.getByRole('figure').first().scrollIntoViewIfNeeded();
    await look(desk, 'own-race-paper');
  });

  await test.step('a phone trains a network on it, the server too, and the reveal says whose data they were', async () => {
    const code = await startScratch(room, lessonMade);
    const screen = await room.projector();
    const phone = await withFingers(room, 'it');
    await enter(phone, code);
    await sit(phone);
    await room.press('desk_next_start');
    await room.press('desk_next_open');
    await choose(phone, step, 'well');
    await phone.press(phone.page.getByRole('button', { name: it('race_start') }));
    await expect(phone.page.getByRole('button', { name: it('race_again') })).toBeVisible();
    await expect(phone.page.getByText(/^Epoca .* giusti ([89]\d,\d|100,0)%/).last()).toBeVisible();
    await sendIt(phone, step);
    await expect(phone.page.getByRole('tabpanel').getByRole('listitem')).toContainText(/\d,\d\s?%/);
    await look(phone.page, 'own-race-500-phone-open');
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    expect((await outcomeOf(phone.page, 'it')).verdict).not.toBe('wrong');
    await expect(phone.page.getByText(it('race_after_title'))).toBeVisible();
    for (const page of [phone.page, screen])
      for (const told of ['inventate per la prova', 'lunghezza, mm', 'larghezza, mm', 'cono'])
        await expect(page.getByText(told, { exact: true }).first()).toBeVisible();
    await look(phone.page, 'own-race-500-phone-revealed');
    await lookTwice(screen, 'own-race-500-screen-revealed');
  });
});

test('a race on one’s own table is made by keyboard alone', async ({ room }) => {
  const form = await raceInEditor(room, 'gara-a-tastiera');
  const hands = keys(room.desk, 'it');
  await hands.pick(field(hands, it('race_edit_own')));
  await hands.write(field(hands, it('table_paste')), pasted(90, ';'));
  await hands.press(form.getByRole('button', { name: it('table_read') }));
  await expect(form.getByText(/^Una rete che va bene, .*η/)).toBeVisible();
  await hands.write(field(hands, it('table_source')), 'inventate');
  await hands.write(field(hands, it('race_edit_samples')), '25');
  const again = form.getByRole('button', { name: it('race_terms_again') });
  await hands.press(again);
  await expect(form.getByText(it('race_terms_old'))).toHaveCount(0);
  await expect(again).toBeFocused();
  await saved(room.desk);
  const id = /lessons\/([\w-]+)\/edit/.exec(room.desk.url())?.[1] ?? '';
  const { document, problems } = await keptOf(room.desk, id);
  expect(problems).toEqual([]);
  expect(document.steps[0]?.config).toMatchObject({ data: 'own', samples: 25, source: { it: 'inventate' } });
});

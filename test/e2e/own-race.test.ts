import type { Step } from '#shared/lessons/lesson';
import { testedKindOf } from '../support/kinds';
import { lessonOf, single } from '../support/lesson';
import { layersOnLeaves, lineOnLeaves } from '../support/own-race';
import { it, words } from '../support/words';
import { answer } from './support/answers';
import { fingers } from './support/fingers';
import { look, lookTwice } from './support/look';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers } from './support/seat';
import { outcomeOf } from './support/shown';
import { expect, test } from './support/test';

const race = (id: string, config: typeof layersOnLeaves) =>
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
    await answer(phone, step, 'well');
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

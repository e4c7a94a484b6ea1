import { own as springs } from '#shared/activities/line-fit/own-sample';
import { own as leaves } from '#shared/activities/separating-line/own-sample';
import type { Lesson, Step } from '#shared/lessons/lesson';
import type { Hands } from '../support/hands';
import { lessonOf, single } from '../support/lesson';
import { it, words } from '../support/words';
import { sendIt } from './support/answers';
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
    await expect(phone.getByText(/^Un punto nuovo ha peso appeso = \d+,\d g/)).toBeVisible();
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

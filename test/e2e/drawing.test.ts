import { drawing } from '#shared/activities/drawing/index';
import { lessonOf, single } from '../support/lesson';
import { it, words } from '../support/words';
import { answer } from './support/answers';
import { look, lookTwice } from './support/look';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers, withKeys } from './support/seat';
import { expect, test } from './support/test';

const { config } = drawing.examples[0]!;
const step = single({ id: 'drawing', kind: 'drawing', seconds: null, points: 0, config });

/** A sentence with whatever number stands for its N. */
const saying = (sentence: string) =>
  new RegExp(sentence.replaceAll(/[()]/g, String.raw`\$&`).replace('N', String.raw`\d`));

test('a class draws, by touch and by keys alone; the teacher hides a drawing before the class sees what was read', async ({
  room,
}) => {
  const code = await startScratch(room, lessonOf(step));
  const screen = await room.projector();
  const [fingers, keys] = [await withFingers(room, 'it'), await withKeys(room, 'en')];
  for (const hands of [fingers, keys]) {
    await enter(hands, code);
    await sit(hands);
  }
  await room.press('desk_next_start');
  await room.press('desk_next_open');
  await look(fingers.page, 'drawing-phone-open');
  for (const hands of [fingers, keys]) await answer(hands, step, 'well');
  await look(fingers.page, 'drawing-phone-sent');
  await lookTwice(screen, 'drawing-screen-open');
  await room.press('desk_next_close');

  const { desk } = room;
  const hide = desk.getByRole('button', { name: new RegExp(`^${it('drawing_hide')} `) });
  await expect(hide).toHaveCount(2);
  await expect(screen.getByRole('img', { name: it('drawing_wall') })).toHaveCount(0);
  await look(desk, 'drawing-desk-closed');
  await hide.first().click();
  await expect(hide).toHaveCount(1);

  await room.press('desk_next_reveal');
  await expect(screen.getByText(it('drawing_own'))).toBeVisible();
  await expect(screen.getByText(saying(it('drawing_ours', { right: 'N', of: '3' })))).toBeVisible();
  await lookTwice(screen, 'drawing-screen-revealed');
  for (const { page, locale } of [fingers, keys]) {
    const result = page.getByRole('region', { name: words(locale, 'student_your_result') });
    await expect(result).toContainText(saying(words(locale, 'drawing_verdict', { right: 'N', of: '3' })));
  }
  await look(fingers.page, 'drawing-phone-revealed');
});

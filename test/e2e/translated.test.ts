import { it } from '../support/words';
import { answerWell } from './support/students';
import { expect, test } from './support/test';
import { saysTheSame, translate } from './support/translation';

test('phone and desk go on changing while the browser translates them', async ({ room }) => {
  const code = await room.start();
  const { page } = await room.student(code);
  const received = page.getByRole('button', { name: it('activities_received') });
  const title = page.locator('summary .title');
  const both = async (how: 'instead' | 'around') => {
    for (const one of [page, room.desk]) await translate(one, how);
  };
  await both('instead');
  await room.openFirst();
  await saysTheSame(page, page.getByRole('radio').first());
  const first = await title.innerText();

  await answerWell(page, 0);
  await both('instead');
  await page.getByRole('button', { name: /^Mand[ao]/ }).tap();
  await saysTheSame(page, received);
  await both('instead');
  await room.press('desk_next_close');
  await saysTheSame(page, page.getByText(it('student_closed')));
  await both('around');
  await room.press('desk_next_reveal');
  await saysTheSame(page, page.getByText(it('student_top_title')));
  await both('instead');
  await room.press('desk_next_board');
  await both('around');
  await room.press('desk_next_step');
  await room.press('desk_next_open');
  await expect(title).not.toHaveText(first);
  await saysTheSame(page, page.getByRole('slider').first());
});

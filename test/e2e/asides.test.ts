import { inLanguage, type Text } from '#shared/text';
import { gate, lessonOf, single } from '../support/lesson';
import { it } from '../support/words';
import { answer, choose, sendIt } from './support/answers';
import { fingers } from './support/fingers';
import { look } from './support/look';
import { startScratch } from './support/scratch';
import { expect, test } from './support/test';

const both = (words: string): Text => ({ it: words, en: words });
const options = ['Due righe', 'Tre righe', 'Tutte e quattro'].map((words, i) => ({
  id: `o${i}`,
  text: both(words),
}));
const asked = 'Quante righe della tabella metterà a posto un neurone solo?';
const question = both(asked);
const first = 'Guarda la riga più vicina alla retta.';
const second = 'b è la soglia, con il meno davanti.';
const hints = [first, second].map((words) => ({ text: both(words) }));

const lesson = lessonOf(
  gate({ prediction: { question, options, came: 'o2' }, hints, seconds: 120 }),
  single({ id: 'vote' }),
  single({ id: 'last' }),
);
const [tuned, vote] = lesson.steps;

test('a class says what it expects before a step opens, gets hints, and sees at the reveal what it had expected', async ({
  room,
}) => {
  const { desk } = room;
  const code = await startScratch(room, lesson);
  const screen = await room.projector();
  const [ada, ben] = [await room.student(code), await room.student(code)];
  const option = (page: typeof desk, words: string) => page.getByRole('radio', { name: words });

  await room.press('desk_next_start');
  await expect(ada.page.getByRole('heading', { name: asked })).toBeVisible();
  await expect(ada.page.getByText(it('asides_pick'))).toBeVisible();
  await option(ada.page, 'Tutte e quattro').check();
  await option(ada.page, it('asides_sure')).check();
  await expect(ada.page.getByText(it('asides_noted'))).toBeVisible();
  await look(ada.page, 'asides-phone-asked');
  await option(ben.page, 'Due righe').check();
  await expect(ben.page.getByText(it('asides_noted'))).toBeVisible();
  for (const page of [screen, desk])
    await expect(page.getByText(it('asides_predicted', { predicted: '2', seats: '2' }))).toBeVisible();
  await look(screen, 'asides-screen-asked');
  await look(desk, 'asides-desk-asked');
  await ada.page.reload();
  await expect(option(ada.page, 'Tutte e quattro')).toBeChecked();
  await expect(option(ada.page, it('asides_sure'))).toBeChecked();

  await room.press('desk_next_open');
  await expect(ada.page.getByRole('slider').first()).toBeVisible();
  await desk.keyboard.press('h');
  for (const page of [screen, ada.page]) await expect(page.getByText(first)).toBeVisible();
  await desk.keyboard.press('h');
  await expect(ada.page.getByText(second)).toBeVisible();
  await look(ada.page, 'asides-phone-hints');
  await look(screen, 'asides-screen-hints');
  await look(desk, 'asides-desk-open');

  await desk.getByRole('button', { name: it('desk_eyes_call') }).click();
  await expect(ada.page.getByRole('alert').filter({ hasText: it('asides_eyes') })).toBeVisible();
  await look(ada.page, 'asides-phone-eyes');
  await look(desk, 'asides-desk-eyes');
  await desk.getByRole('button', { name: it('desk_eyes_let_go') }).click();
  await expect(ada.page.getByText(it('asides_eyes'))).toBeHidden();

  await choose(fingers(ada.page, 'it'), tuned!, 'well');
  await sendIt(fingers(ada.page, 'it'), tuned!);
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await expect(ada.page.getByRole('heading', { name: it('asides_expected') })).toBeVisible();
  const mine = ada.page.getByRole('listitem').filter({ hasText: 'Tutte e quattro' });
  await expect(mine).toContainText(it('asides_came'));
  await expect(mine).toContainText(it('asides_yours'));
  await expect(screen.getByRole('heading', { name: it('asides_expected') })).toBeVisible();
  await look(ada.page, 'asides-phone-revealed');
  await look(screen, 'asides-screen-revealed');
  await look(desk, 'asides-desk-revealed');
});

test('what a class said in a first vote is the desk’s alone until it is shown; an earlier reveal leads back, and phones vote again', async ({
  room,
}) => {
  const { desk } = room;
  const code = await startScratch(room, lessonOf(single(), single({ id: 'second' }), gate()));
  const screen = await room.projector();
  const ada = await room.student(code);
  await room.openFirst();
  await choose(fingers(ada.page, 'it'), vote!, 'well');
  await sendIt(fingers(ada.page, 'it'), vote!);
  await room.press('desk_next_close');
  await expect(screen.getByText(it('screen_closed_hidden'))).toBeVisible();
  await expect(desk.getByText(it('desk_hidden_picture'))).toBeVisible();
  await expect(screen.locator('.closed .figures')).toHaveCount(0);
  await look(desk, 'hidden-desk');
  await look(screen, 'hidden-screen');
  await desk.getByRole('button', { name: it('desk_show_picture_long') }).click();
  await expect(screen.getByText(it('screen_closed_hint'))).toBeVisible();
  await expect(desk.getByText(it('desk_hidden_picture'))).toBeHidden();
  await look(screen, 'shown-screen');
  await room.press('desk_next_reveal');
  await room.press('desk_next_board');
  await room.press('desk_next_step');
  await expect(screen.getByText(it('screen_waiting'))).toBeVisible();
  await desk
    .getByRole('button', { name: inLanguage(vote!.title, ['it']) })
    .first()
    .click();
  await expect(ada.page.getByText(inLanguage(vote!.explanation, ['it']))).toBeVisible();
  await desk.getByRole('button', { name: it('desk_next_return', { step: '2' }) }).click();
  await expect(screen.getByText(it('screen_waiting'))).toBeVisible();

  await room.press('desk_next_open');
  await answer(fingers(ada.page, 'it'), vote!, 'somehow');
  await room.press('desk_next_close');
  await desk.getByRole('button', { name: it('desk_vote_again') }).click();
  await expect(ada.page.getByRole('radio').first()).toBeEnabled();
  await answer(fingers(ada.page, 'it'), vote!, 'well');
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await expect(ada.page.getByRole('heading', { name: it('student_right') })).toBeVisible();
});

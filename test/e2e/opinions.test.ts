import type { Page } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import type { Hands } from '../support/hands';
import { opinionLesson } from '../support/opinion-lesson';
import { it, words } from '../support/words';
import { answer } from './support/answers';
import { heldAnyhow } from './support/held';
import { look, lookTwice, picture } from './support/look';
import { startScratch } from './support/scratch';
import { enter, sit, withFingers, withKeys } from './support/seat';
import { expect, test } from './support/test';

const step = (id: string): Step => opinionLesson.steps.find((one) => one.id === id) as Step;

const headed = ({ page, locale }: Hands, id: string) =>
  expect(page.getByRole('heading', { name: inLanguage(step(id).task, [locale]) })).toBeVisible();

test('a class is told, rests, says what it thinks and writes, by touch and by keyboard alone', async ({
  room,
}) => {
  const code = await startScratch(room, opinionLesson);
  const screen = await room.projector();
  const [ada, bo] = [await withFingers(room, 'it'), await withKeys(room, 'en')];
  for (const hands of [ada, bo]) {
    await enter(hands, code);
    await sit(hands);
  }
  const [phone, { desk }] = [ada.page, room];
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(request.url()));

  await test.step('a slide with a test tap', async () => {
    await room.press('desk_next_start');
    for (const hands of [ada, bo]) {
      await headed(hands, 'join');
      const tap = hands.page.getByRole('button', { name: words(hands.locale, 'slide_tap'), exact: true });
      await expect(tap).toBeInViewport({ ratio: 1 });
      await hands.press(tap);
      await expect(
        hands.page.getByRole('button', { name: words(hands.locale, 'slide_tapped') }),
      ).toBeVisible();
    }
    await look(phone, 'told-join-phone');
    await lookTwice(screen, 'told-join-screen');
    await look(desk, 'told-join-desk');
  });

  await test.step('a link is an address on the phone and a QR on the projector, and nobody is sent there', async () => {
    await room.press('desk_next_step');
    await headed(ada, 'link');
    const link = phone.getByRole('link', { name: 'https://example.org/reti?pagina=1' });
    const further = phone.getByRole('link', { name: 'La rivista example.com' });
    for (const one of [link, further]) await expect(one).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(further).toHaveAttribute('href', 'https://www.example.com/rivista/7');
    await expect(screen.getByText('La rivista')).toBeVisible();
    await expect(phone.getByText(it('slide_elsewhere', { alt: 'un rettangolo blu' }))).toBeVisible();
    await expect(phone.locator('img')).toHaveCount(0);
    await expect(screen.getByRole('img', { name: 'un rettangolo blu' })).toBeVisible();
    await expect(
      screen.getByRole('img', { name: it('slide_link_qr', { address: 'example.org/reti?pagina=1' }) }),
    ).toBeVisible();
    await look(phone, 'told-link-phone');
    await lookTwice(screen, 'told-link-screen');
    expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
  });

  await test.step('phones say to look up', async () => {
    await room.press('desk_next_step');
    await expect(phone.getByText(it('asides_eyes'))).toBeVisible();
    await look(phone, 'told-up-phone');
    await look(screen, 'told-up-screen');
  });

  await test.step('a break counts down everywhere, and gets a minute more', async () => {
    await room.press('desk_next_step');
    for (const page of [phone, screen]) await expect(page.getByText(/(9:\d\d|10:00)$/)).toBeVisible();
    await desk.getByRole('button', { name: it('desk_extend_break_long') }).click();
    for (const page of [phone, screen, desk]) await expect(page.getByText(/10:\d\d$/).first()).toBeVisible();
    await look(phone, 'told-break-phone');
    await lookTwice(screen, 'told-break-screen');
    await look(desk, 'told-break-desk');
  });

  for (const id of ['poll', 'scale'])
    await test.step(`a ${id}`, async () => {
      await room.press('desk_next_step');
      await room.press('desk_next_open');
      await headed(ada, id);
      await look(phone, `told-${id}-phone-open`);
      await heldAnyhow(phone, `told-${id}`);
      await answer(ada, step(id), 'well');
      await look(phone, `told-${id}-phone-sent`);
      // Bars that grow would pick for others, unless the teacher wants them.
      await expect(screen.locator('.figure strong')).toHaveCount(id === 'poll' ? 0 : 5);
      await picture(screen, `told-${id}-screen-open`);
      await answer(bo, step(id), 'well');
      await told(room, screen, phone, id);
      await expect(screen.locator('.figure strong').first()).toHaveText('2');
    });

  await test.step('words are read by the teacher first, who hides some and shows them again', async () => {
    await room.press('desk_next_step');
    await room.press('desk_next_open');
    await headed(ada, 'text');
    await look(phone, 'told-text-phone-open');
    const field = phone.getByRole('textbox');
    await ada.write(field, 'x'.repeat(121));
    await expect(phone.getByText(it('text_too_long', { more: '1' }))).toBeVisible();
    await expect(phone.getByRole('button', { name: it('text_send') })).toBeDisabled();
    await field.fill(LONG);
    await ada.press(phone.getByRole('button', { name: it('text_send') }));
    await expect(phone.getByRole('button', { name: it('activities_received') })).toBeVisible();
    await look(phone, 'told-text-phone-sent');
    await answer(bo, step('text'), 'well');
    await room.press('desk_next_close');
    await expect(desk.getByText(LONG)).toBeVisible();
    await expect(screen.getByText(it('text_reading'))).toBeVisible();
    await expect(screen.getByText(LONG)).toHaveCount(0);
    await look(screen, 'told-text-screen-closed');
    await look(desk, 'told-text-desk-closed');
    await room.press('desk_next_reveal');
    await expect(screen.getByText(LONG)).toBeVisible();
    await lookTwice(screen, 'told-text-screen-revealed');
    await desk.getByRole('button', { name: it('text_hide_which', { text: LONG }) }).click();
    await expect(screen.getByText(LONG)).toHaveCount(0);
    await expect(desk.getByText(LONG)).toHaveCount(0);
    await expect(screen.getByText('the bias')).toBeVisible();
    await look(desk, 'told-text-desk-hidden');
    await desk.getByRole('button', { name: it('text_show_last') }).click();
    await expect(screen.getByText(LONG)).toBeVisible();
    await look(phone, 'told-text-phone-revealed');
    await desk.getByRole('button', { name: it('text_hide_which', { text: LONG }) }).click();
    await expect(screen.getByText(LONG)).toHaveCount(0);
  });

  await test.step('a cloud', async () => {
    await room.press('desk_next_step');
    await room.press('desk_next_open');
    for (const hands of [ada, bo]) await answer(hands, step('cloud'), 'well');
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(screen.getByText('bias', { exact: true })).toBeVisible();
    await lookTwice(screen, 'told-cloud-screen');
  });

  await room.press('desk_next_podium');
  await room.press('desk_next_end');
  await desk.getByRole('button', { name: it('desk_end_button') }).click();
  await desk.getByRole('link', { name: it('desk_stage_review') }).click();
  await expect(desk.getByRole('heading', { name: it('review_story') })).toBeVisible();
  await expect(desk.getByText(LONG)).toHaveCount(0);
  await look(desk, 'told-review');
});

/** As long as the step takes, and hardly a space in it. */
const LONG = `Un peso negativo abbassa z: ${'abc'.repeat(30)}`;

async function told(
  room: { press: (key: string) => Promise<void>; desk: Page },
  screen: Page,
  phone: Page,
  id: string,
) {
  await room.press('desk_next_close');
  await room.press('desk_next_reveal');
  await expect(phone.getByRole('heading', { name: it('student_answered') })).toBeVisible();
  await look(phone, `told-${id}-phone-revealed`);
  await lookTwice(screen, `told-${id}-screen-revealed`);
  await look(room.desk, `told-${id}-desk-revealed`);
}

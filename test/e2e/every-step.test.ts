import type { Lesson } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import { inLanguage } from '#shared/text';
import { activityOf } from '../support/bound';
import { lessons } from '../support/lessons';
import { fitting } from './support/look';
import { enter, sit, withFingers } from './support/seat';
import { expect, test } from './support/test';

const lesson = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;

test('every step of the lecture fits phones of both languages and the projector, when it is open and when it is revealed', async ({
  room,
}) => {
  const code = await room.start(inLanguage(lesson.title, ['it']));
  const screen = await room.projector();
  const broken: string[] = [];
  screen.on('pageerror', ({ message }) => broken.push(message));
  const phones = [await withFingers(room, 'it'), await withFingers(room, 'en')];
  for (const hands of phones) {
    await enter(hands, code);
    await sit(hands);
  }
  const desk = await room.line();
  const drive = async (...requests: readonly DeskRequest[]) => {
    for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
  };
  let from: Stage = { at: 'lobby' };
  for (const [step, { id, kind, title, task, explanation }] of lesson.steps.entries())
    await test.step(`${step + 1} ${inLanguage(title, ['it'])}`, async () => {
      const to = { at: 'step', step } as const;
      await drive({ type: 'go', from, to });
      const answered = 'answers' in activityOf(kind);
      if (answered) await drive({ type: 'open', step });
      from = to;
      for (const { page, locale } of phones) {
        await expect(page.getByRole('heading', { name: inLanguage(task, [locale]) })).toBeVisible();
        await fitting(page, `${id} on a phone in ${locale}`);
        if (answered) await expect(page.locator('main .wide')).toBeInViewport({ ratio: 1 });
      }
      await expect(screen.getByText(inLanguage(task, ['it']))).toBeVisible();
      await fitting(screen, `${id} on the projector`);
      if (!answered) return;
      await drive({ type: 'close', step }, { type: 'reveal', step });
      for (const { page, locale } of phones) {
        await expect(page.getByText(inLanguage(explanation, [locale]))).toBeVisible();
        await fitting(page, `${id} revealed on a phone in ${locale}`);
      }
      await expect(screen.getByText(inLanguage(explanation, ['it']))).toBeVisible();
      await fitting(screen, `${id} revealed on the projector`);
    });
  desk.close();
  expect(broken, 'what broke on the projector').toEqual([]);
});

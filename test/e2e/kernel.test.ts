import type { Page } from '@playwright/test';
import type { Lesson } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import { it } from '../support/words';
import { lessons } from '../support/lessons';
import type { Classroom } from './support/classroom';
import { enter, sit, withFingers, withKeys } from './support/seat';
import { expect, test } from './support/test';

const lesson = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;
const step = lesson.steps.findIndex(({ kind }) => kind === 'conv-kernel');

const cell = (page: Page, row: number, column: number, weight: string) =>
  page.getByRole('button', {
    name: it('conv_kernel_cell', { row: String(row), column: String(column), weight }),
    exact: true,
  });

async function opened(room: Classroom, hands: Awaited<ReturnType<typeof withKeys>>): Promise<Page> {
  await enter(hands, await room.start(inLanguage(lesson.title, ['it'])));
  await sit(hands);
  const desk = await room.line();
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } });
  expect(await desk.command({ type: 'open', step })).toMatchObject({ ok: true });
  desk.close();
  await expect(cell(hands.page, 1, 1, '0')).toBeVisible();
  return hands.page;
}

test('a kernel is painted by keys: arrows lead through its cells, a key paints, and what came is said', async ({
  room,
}) => {
  const page = await opened(room, await withKeys(room, 'it'));
  await cell(page, 2, 2, '0').focus();
  await page.keyboard.press('Space');
  await expect(cell(page, 2, 2, '+1')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 1, 3, '0')).toBeFocused();
  await page.keyboard.press('-');
  await expect(cell(page, 1, 3, '−1')).toBeFocused();
  const said = it('conv_kernel_cell', { row: '1', column: '3', weight: '−1' });
  await expect(page.getByRole('status').filter({ hasText: said })).toHaveCount(1);
  await page.keyboard.press('0');
  await expect(cell(page, 1, 3, '0')).toBeFocused();
});

test('on a small phone the cells, the map, the threshold and the button are in view, and the kernel slides by taps', async ({
  room,
}) => {
  const page = await opened(room, await withFingers(room, 'it'));
  for (const control of [
    page.getByRole('img', { name: it('conv_kernel_map') }),
    page.getByRole('slider', { name: it('conv_kernel_threshold') }),
    page.getByRole('button', { name: it('conv_kernel_send') }),
    ...[1, 2, 3].map((row) => cell(page, row, row, '0')),
  ])
    await expect(control).toBeInViewport({ ratio: 1 });
  const box = await cell(page, 3, 3, '0').boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await cell(page, 1, 1, '0').tap();
  const most = { most: '1', threshold: '0' };
  await expect(page.getByText(it('conv_kernel_fires', most))).toBeVisible();
  await expect(page.getByText(it('conv_kernel_here', { sum: '+1 = 1' }))).toBeVisible();
  // The first place of the map: the corner below the cell is lit in the first picture of no direction.
  await page.getByRole('button', { name: it('conv_kernel_slide') }).tap();
  await expect(page.getByText(it('conv_kernel_here', { sum: '0' }), { exact: true })).toBeVisible();
});

import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { it } from '../../support/words';
import type { Round } from './agreement';
import { look } from './look';
import { inOrder, number, type BoardRow } from './shown';

export interface ReviewRow extends BoardRow {
  /** The points of each step, in the lesson's order. */
  readonly steps: readonly number[];
}

/** The students' table of the review page. */
export async function studentsOf(review: Page): Promise<ReviewRow[]> {
  const students = review.getByRole('region', { name: it('review_students'), exact: true });
  const rows = await students.locator('table > tbody > tr:first-child').all();
  const read = rows.map(async (row) => {
    const [rank, right, points] = await row.locator(':scope > td.number').allInnerTexts();
    const steps = await row.locator('td.cell .mark > .figures').allInnerTexts();
    return {
      rank: number(rank ?? ''),
      name: (await row.getByRole('rowheader').innerText()).trim(),
      right: number(right ?? ''),
      points: number(points ?? ''),
      steps: steps.map(number),
    };
  });
  return inOrder(await Promise.all(read));
}

/** The share of right answers that the review gives for each step: in percent, and out of how many. */
export async function sharesOf(review: Page): Promise<{ percent: number; words: string }[]> {
  const shares = await review.locator('article > header .share').all();
  return Promise.all(
    shares.map(async (share) => ({
      percent: number(await share.locator('strong').innerText()),
      words: ((await share.locator('span').innerText()).split('·')[1] ?? '').trim(),
    })),
  );
}

/** Opens the story of one step after the other, and looks at each; `nameOf`: of its picture. */
export async function lookAtStories(
  review: Page,
  steps: readonly number[],
  nameOf: (step: number) => string,
) {
  for (const step of steps) {
    const story = review.locator(`#step-${step + 1}`);
    const title = story.getByRole('heading').getByRole('button');
    await title.click();
    await expect(title).toHaveAttribute('aria-expanded', 'true');
    await story.evaluate((article) => article.scrollIntoView({ block: 'start' }));
    await look(review, nameOf(step));
    await title.click();
  }
}

/** The board beside the replay's frame. */
async function boardBeside(review: Page): Promise<Pick<BoardRow, 'rank' | 'name' | 'points'>[]> {
  const rows = await review.locator('.beside .board > li').all();
  const read = rows.map(async (row) => {
    const rank = number(await row.locator('.figures').innerText());
    const points = number(await row.locator('.points').innerText());
    return (await row.locator('.name').allInnerTexts()).map((name) => ({ rank, name, points }));
  });
  return inOrder((await Promise.all(read)).flat());
}

/** Goes through the replay: the board at each opening is the one that was shown before it, the last at the end. */
export async function replayed(
  review: Page,
  rounds: readonly Pick<Round, 'step' | 'board'>[],
): Promise<void> {
  await review.getByRole('button', { name: it('review_replay_open') }).click();
  const line = review.getByRole('slider', { name: it('review_replay_line') });
  await line.focus();
  for (const [i, { board }] of [{ board: [] }, ...rounds].entries()) {
    const opened = rounds[i]?.step;
    await review.keyboard.press(opened === undefined ? 'End' : 'PageDown');
    const moment =
      opened === undefined
        ? it('review_moment_ended')
        : it('review_moment_opened', { step: String(opened + 1) });
    await expect(line).toHaveAttribute('aria-valuetext', new RegExp(`${moment}$`));
    const shown = board.map(({ rank, name, points }) => ({ rank, name, points }));
    await expect.poll(() => boardBeside(review), { message: moment }).toEqual(shown);
  }
}

/** A table as the browser downloads it, its rows by the names of their columns. */
export async function downloaded(
  review: Page,
  table: 'students' | 'submissions',
): Promise<Record<string, string>[]> {
  const download = review.waitForEvent('download');
  await review.getByRole('link', { name: it(`review_table_${table}`) }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

import { expect, type Locator, type Page } from '@playwright/test';
import type { Verdict } from '#shared/session/verdict';
import type { Locale } from '#shared/text';
import { words } from '../../support/words';

/** How a step went, as the student's own phone says it at the reveal. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly points: number;
}

/** Where a student stands, as their own phone says it. */
export interface Standing {
  readonly rank: number;
  readonly points: number;
  readonly right: number;
}

export interface BoardRow extends Standing {
  readonly name: string;
}

/** From the first down; who shares a place by name, since nothing is said about their order. */
export const inOrder = <Row extends { readonly rank: number; readonly name: string }>(
  rows: readonly Row[],
): Row[] => [...rows].sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));

const verdicts: Readonly<Record<string, Verdict>> = {
  student_right: 'right',
  student_partly: 'partial',
  student_wrong: 'wrong',
};

/** The first whole number of a text, its thousands apart or not; a sign is not expected here. */
export const number = (text: string): number =>
  Number(/\d{1,3}([.,]\d{3})+|\d+/.exec(text)?.[0].replace(/[.,]/g, ''));

const ownResult = (page: Page, locale: Locale): Locator =>
  page.getByRole('region', { name: words(locale, 'student_your_result') });

export async function outcomeOf(page: Page, locale: Locale): Promise<Outcome> {
  const result = ownResult(page, locale);
  const title = await result.getByRole('heading').innerText();
  const points = number(await result.locator('.points').innerText());
  const key = Object.keys(verdicts).find((one) => words(locale, one) === title.trim());
  if (key) return { verdict: verdicts[key] as Verdict, points };
  // A kind that says something else in place of right and wrong says that it counts.
  expect(title).toMatch(/\d/);
  const right = (await result.innerText()).includes(words(locale, 'student_counts_right'));
  return { verdict: right ? 'right' : points > 0 ? 'partial' : 'wrong', points };
}

export async function standingOf(page: Page, locale: Locale): Promise<Standing> {
  const result = ownResult(page, locale);
  const figure = async (key: string) => {
    const label = page.getByText(words(locale, key), { exact: true });
    return number(await result.locator('div').filter({ has: label }).getByRole('definition').innerText());
  };
  return {
    rank: await figure('student_place_label'),
    points: await figure('student_points_label'),
    right: await figure('student_right_label'),
  };
}

/** The top rows on a phone. */
export async function topOf(page: Page): Promise<BoardRow[]> {
  return inOrder(await namedOn(page.locator('ol.top > li')));
}

/** The rows on the projector's board, from the first down, wherever they glide. */
export async function boardOn(screen: Page): Promise<BoardRow[]> {
  return inOrder(await namedOn(screen.locator('ol.board > li')));
}

/** Everybody whom the lines of a board name; who shares a line has won the same in these lessons. */
async function namedOn(lines: Locator): Promise<BoardRow[]> {
  const read = (await lines.all()).map(async (line) => {
    const row = {
      rank: number(await line.locator('.rank').innerText()),
      right: number(await line.locator('.right > :last-child').innerText()),
      points: number(await line.locator('.points').innerText()),
    };
    return (await line.locator('.name').allInnerTexts()).map((name) => ({ ...row, name: name.trim() }));
  });
  return (await Promise.all(read)).flat();
}

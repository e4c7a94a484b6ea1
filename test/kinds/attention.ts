import type { Locator, Page } from '@playwright/test';
import { config, LONGEST, type Vector } from '#shared/activities/attention/config';
import { ideal, pronouns } from '#shared/activities/attention/pronouns';
import { idealHeads } from '#shared/activities/attention/roles';
import { onGrid } from '#shared/activities/attention/turn';
import { middleOf, type Hands, type Point, type Target } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

/** Somewhere, and not where anything is asked for. */
const SOMEWHERE: Vector = [5, -9];

export default testedKind(config, {
  otherSolution: (given) => given,
  form: ({ asks }) => asks,
  write: (hands) => hands.pick(field(hands, words(hands.locale, 'attention_edit_roles'))),
  choose: async (hands, { asks }, how) => {
    const { page, locale, pick } = hands;
    if (asks === 'roles') {
      const across = await wayTo(page, words(locale, 'attention_who'));
      const up = await wayTo(page, words(locale, 'attention_when'));
      for (const [at, best] of idealHeads.entries())
        await bring(hands, at, how === 'well' ? sum(best, across, up) : SOMEWHERE);
      return;
    }
    for (const pronoun of pronouns) {
      const name = words(locale, `attention_${pronoun}`);
      await pick(page.getByRole('radio', { name, exact: true }));
      const across = await wayTo(page, words(locale, 'attention_feminine'));
      const up = await wayTo(page, words(locale, 'attention_singular'));
      await bring(hands, 0, how === 'well' ? sum(ideal[pronoun], across, up) : SOMEWHERE);
    }
  },
});

const disc = (page: Page) => page.locator('main circle.disc').first();

/** The way from the disc's middle to a word at its rim: one of eight. */
async function wayTo(page: Page, name: string): Promise<Vector> {
  const from = await middleOf(disc(page));
  const to = await middleOf(page.locator('main svg text', { hasText: name }).first());
  const eighth = Math.PI / 4;
  const angle = eighth * Math.round(Math.atan2(from.y - to.y, to.x - from.x) / eighth);
  return [Math.cos(angle), Math.sin(angle)];
}

const sum = ([x, y]: Vector, across: Vector, up: Vector): Vector =>
  onGrid([x * across[0] + y * up[0], x * across[1] + y * up[1]]);

/** By way of the middle, so that an arrow key never meets the edge. */
async function bring({ page, carry }: Hands, at: number, to: Vector): Promise<void> {
  const handle = page.locator('[role="slider"]').nth(at);
  for (const place of [[0, 0] as const, to]) await carry(handle, await targetOf(page, handle, place));
}

async function targetOf(page: Page, handle: Locator, [x, y]: Vector): Promise<Target> {
  const middle = await middleOf(disc(page));
  const tenth = ((await disc(page).boundingBox())?.width ?? 0) / 2 / LONGEST;
  const now: Point = await middleOf(handle);
  const point = { x: middle.x + tenth * x, y: middle.y - tenth * y };
  return {
    point,
    presses: [Math.round((point.x - now.x) / tenth), Math.round((now.y - point.y) / tenth)],
  };
}

import { config } from '#shared/activities/descent-cards/config';
import { fateOf } from '#shared/activities/descent-cards/fate';
import type { Fate } from '#shared/activities/descent-cards/fates';
import type { Hands } from '../support/hands';
import { sendButton } from '../support/sending';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { inRow } from '../support/fields';

const more = ({ page, locale }: Hands) =>
  page.getByRole('button', { name: words(locale, 'descent_cards_next'), exact: true });

/** What becomes of the ball whose parabola and η the page says. */
async function fateOn({ page }: Hands): Promise<Fate> {
  const said = (await page.getByRole('main').getByRole('img').first().getAttribute('aria-label')) ?? '';
  const [a, eta] = [/a = (\d+)/, /η = (\d+(?:[.,]\d+)?)/].map((figure) =>
    Number(figure.exec(said)?.[1]?.replace(',', '.')),
  ) as [number, number];
  return fateOf({ a, eta: Math.round(100 * eta) });
}

export default testedKind(config, {
  otherSolution: (given) => given,
  more,
  write: async (hands) => {
    const card = inRow(hands, `${words(hands.locale, 'descent_cards_edit_card')} 1`);
    await hands.write(card.getByLabel(words(hands.locale, 'descent_cards_edit_a')), '4');
    await hands.write(card.getByLabel(words(hands.locale, 'descent_cards_edit_eta')), '5');
  },
  choose: async (hands, { cards }, how) => {
    const { page, locale, pick, press, ready } = hands;
    const option = (fate: Fate) =>
      page.getByRole('radio', { name: words(locale, `descent_cards_${fate}`), exact: true });
    await ready(option('smooth'));
    if (how === 'somehow') return pick(option('smooth'));
    for (let i = 0; i < cards.length; i++) {
      await pick(option(await fateOn(hands)));
      if (i === cards.length - 1) return;
      await press(sendButton(hands));
      await press(more(hands));
    }
  },
});

import { config } from '#shared/activities/order/config';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';

export default testedKind(config, {
  otherSolution: (given) => ({ ...given, items: [...given.items].reverse() }),
  choose: async ({ page, locale, press, ready }, { items }, how) => {
    const arrow = (text: string) =>
      page.getByRole('button', { name: words(locale, 'order_up', { text }), exact: true });
    const texts = items.map(({ text }) => inLanguage(text, [locale]));
    await ready(
      page.getByRole('button', { name: words(locale, 'order_grip', { text: texts[0] ?? '' }), exact: true }),
    );
    if (how === 'somehow') return;
    // Each in its turn goes up until nothing that belongs below it stands above.
    for (const text of [...texts].reverse()) while (await arrow(text).isEnabled()) await press(arrow(text));
  },
});

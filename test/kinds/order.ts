import { config } from '#shared/activities/order/config';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field, inRow } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => ({ ...given, items: [...given.items].reverse() }),
  write: async (hands) => {
    const said = (key: string) => words(hands.locale, key);
    await hands.write(field(hands, said('order_edit_first')), 'il più piccolo');
    for (const [i, text] of ['Un bit', 'Un byte', 'Un kilobyte', 'Un gigabyte'].entries()) {
      const item = inRow(hands, words(hands.locale, 'order_edit_item', { n: String(i + 1) }));
      await hands.write(item.getByLabel(said('order_edit_text'), { exact: true }), text);
      if (i === 1) await hands.write(item.getByLabel(said('order_edit_mark')), '8 bit');
    }
    await hands.write(field(hands, said('order_edit_last')), 'il più grande');
  },
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

import { config } from '#shared/activities/numeric/config';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => ({
    ...given,
    variants: given.variants.map((variant) => ({ ...variant, answer: variant.answer + 1_000, mistakes: [] })),
  }),
  form: ({ variants }) => (variants.length > 1 ? 'own-numbers' : 'one'),
  write: async (hands) => {
    const said = (key: string) => words(hands.locale, key);
    await hands.write(field(hands, said('numeric_edit_unit')), 'GB');
    await hands.write(field(hands, said('numeric_edit_tolerance')), '0,5');
    await hands.write(field(hands, said('numeric_edit_given')), 'Sei dischi da $2{,}5$ GB.');
    await hands.write(field(hands, said('numeric_edit_answer')), '15');
    await hands.press(hands.page.getByRole('button', { name: said('numeric_edit_mistake_add') }));
    await hands.write(field(hands, said('numeric_edit_value')), '8,5');
    await hands.write(field(hands, said('numeric_edit_why')), 'sommati');
  },
  /** Where everybody has numbers of their own the page says which. */
  choose: async ({ page, locale, write, ready }, { variants }, how) => {
    const field = page.getByRole('textbox');
    await ready(field);
    if (how === 'somehow') return write(field, '1');
    const shown = await page.getByRole('main').innerText();
    const own =
      variants.length === 1
        ? variants[0]
        : variants.find(({ given }) => given === null || shown.includes(inLanguage(given, [locale])));
    if (!own) throw new Error('the page does not say the numbers');
    return write(field, String(own.answer).replace('.', locale === 'it' ? ',' : '.'));
  },
});

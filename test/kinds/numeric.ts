import { config } from '#shared/activities/numeric/config';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';

export default testedKind(config, {
  otherSolution: (given) => ({
    ...given,
    variants: given.variants.map((variant) => ({ ...variant, answer: variant.answer + 1_000, mistakes: [] })),
  }),
  form: ({ variants }) => (variants.length > 1 ? 'own-numbers' : 'one'),
  /** Where everybody has numbers of their own the page says which. */
  choose: async ({ page, locale, write, ready }, { variants }, how) => {
    const field = page.getByRole('textbox');
    await ready(field);
    if (how === 'somehow') return write(field, '1');
    const shown = await page.getByRole('main').innerText();
    const own = variants.find(({ given }) => given === null || shown.includes(inLanguage(given, [locale])));
    if (!own) throw new Error('the page does not say the numbers');
    return write(field, String(own.answer).replace('.', locale === 'it' ? ',' : '.'));
  },
});

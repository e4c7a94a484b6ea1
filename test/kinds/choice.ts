import { config } from '#shared/activities/choice/config';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field, inRow } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => {
    const wrong = given.options.map(({ id }) => id).filter((id) => !given.right.includes(id));
    const right = given.several ? wrong.slice(0, 1) : wrong.slice(-1);
    const options = given.options.map(({ id, text }) =>
      right.includes(id) ? { id, text } : { id, text, why: { en: `not ${id}` } },
    );
    return { ...given, options, right };
  },
  form: ({ several }) => (several ? 'several' : 'one'),
  /** From top to bottom, as the form stands. */
  write: async (hands) => {
    const said = ['Due', 'Tre', 'Cinque e mezzo', 'Tutte e tre'];
    for (const [i, text] of said.entries()) {
      const name = words(hands.locale, 'choice_edit_option', { letter: 'ABCD'.charAt(i) });
      await hands.write(field(hands, name), text);
      if (i === 2) await hands.pick(inRow(hands, name).getByRole('radio'));
      if (i === 0)
        await hands.write(inRow(hands, name).getByLabel(words(hands.locale, 'choice_edit_why')), 'non basta');
    }
  },
  choose: async ({ page, locale, pick, ready }, { options, right, several }, how) => {
    const role = several ? 'checkbox' : 'radio';
    const inputs = page.getByRole(role);
    await ready(inputs.first());
    if (how === 'somehow') return pick(inputs.first());
    for (const [i, { id, text }] of options.entries()) {
      // A screen reader says the letter first, the same as on the projector.
      const name = `${'ABCDEF'.charAt(i)}: ${inLanguage(text, [locale])}`;
      if (right.includes(id)) await pick(page.getByRole(role, { name, exact: true }));
    }
  },
});

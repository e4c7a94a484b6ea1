import { config } from '#shared/activities/poll/config';
import { optionsOf } from '#shared/activities/poll/view';
import { inLanguage } from '#shared/text';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { inRow } from '../support/fields';

export default testedKind(config, {
  // No answer is the right one.
  otherSolution: (given) => given,
  form: ({ asks }) => asks,
  write: async (hands) => {
    for (const [i, text] of ['Molto', 'Così così', 'Per niente'].entries()) {
      const row = `${words(hands.locale, 'poll_edit_option')} ${i + 1}`;
      await hands.write(inRow(hands, row).getByLabel(words(hands.locale, 'poll_edit_option_text')), text);
    }
  },
  choose: async ({ page, locale, pick, ready }, given) => {
    const [first] = optionsOf(given);
    const said = first?.text ? inLanguage(first.text, [locale]) : '';
    const marks = given.asks === 'scale' ? given.marks : 0;
    const name =
      given.asks === 'scale'
        ? `${words(locale, 'poll_mark', { mark: '1', marks: String(marks) })}, ${said}`
        : `A: ${said}`;
    const role = given.asks === 'options' && given.several ? 'checkbox' : 'radio';
    await ready(page.getByRole(role, { name, exact: true }));
    await pick(page.getByRole(role, { name, exact: true }));
  },
});

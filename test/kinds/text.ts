import { config } from '#shared/activities/text/config';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  // No answer is the right one.
  otherSolution: (given) => given,
  write: (hands) => hands.write(field(hands, words(hands.locale, 'text_edit_longest')), '80'),
  choose: async ({ page, locale, ready, write }, { longest }) => {
    const field = page.getByRole('textbox', { name: words(locale, 'text_label'), exact: true });
    await ready(field);
    await write(field, locale === 'it' ? 'il bias' : 'the bias'.slice(0, longest));
  },
});

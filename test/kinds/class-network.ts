import { config } from '#shared/activities/class-network/config';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => given,
  write: async (hands) => {
    await hands.pick(field(hands, words(hands.locale, 'class_network_edit_moons')));
    await hands.press(hands.page.getByRole('button', { name: words(hands.locale, 'forms_other_points') }));
    await hands.write(field(hands, words(hands.locale, 'class_network_edit_goal')), '80');
  },
  choose: async ({ page, locale, slide }, _given, how) => {
    const slider = (name: 'class_network_angle' | 'class_network_offset') =>
      page.getByRole('slider', { name: words(locale, name), exact: true });
    if (how === 'well') await slide(slider('class_network_angle'), 40);
    await slide(slider('class_network_offset'), how === 'well' ? 20 : -55);
  },
});

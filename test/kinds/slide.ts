import { config } from '#shared/activities/slide/config';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  // Nobody answers: there is nothing to give away.
  otherSolution: (given) => given,
  write: async (hands) => {
    const said = (key: string) => words(hands.locale, key);
    await hands.write(
      field(hands, `${said('slide_edit_line')} 1`),
      'Una rete **impara** da sola: $p \\leftarrow p - \\eta \\nabla f$.',
    );
    await hands.pick(field(hands, said('slide_edit_network')));
    await hands.write(field(hands, said('slide_edit_alt')), 'Una rete con tre ingressi');
    await hands.pick(field(hands, said('slide_edit_link_on')));
    await hands.write(field(hands, said('slide_edit_address')), 'https://example.org/reti');
    await hands.write(field(hands, said('slide_edit_to')), 'Altre reti');
  },
  choose: () => Promise.resolve(),
});

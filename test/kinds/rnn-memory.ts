import { config } from '#shared/activities/rnn-memory/config';
import { LATCH } from '#shared/activities/rnn-memory/grade';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';

export default testedKind(config, {
  otherSolution: (given) => given,
  choose: async ({ page, locale, slide }, _given, how) => {
    const slider = (key: string) => page.getByRole('slider', { name: words(locale, key), exact: true });
    await slide(slider('rnn_memory_weight_h'), how === 'well' ? LATCH.h : LATCH.h - 5);
    if (how === 'somehow') return;
    await slide(slider('rnn_memory_weight_x'), LATCH.x);
    await slide(slider('rnn_memory_bias'), LATCH.b);
  },
});

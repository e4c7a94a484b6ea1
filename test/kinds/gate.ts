import { config } from '#shared/activities/gate/config';
import { knows } from '#shared/activities/gate/samples';
import { testedKind } from '../support/tested-kind';

export default testedKind(config, {
  otherSolution: (given) => given,
  choose: async ({ page, slide }, given, how) => {
    const { w, b } = knows(given);
    const values = how === 'well' ? [...w, b] : [5];
    for (const [i, value] of values.entries()) await slide(page.getByRole('slider').nth(i), value);
  },
});

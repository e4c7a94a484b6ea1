import { config } from '#shared/activities/slide/config';
import { testedKind } from '../support/tested-kind';

export default testedKind(config, {
  // Nobody answers: there is nothing to give away.
  otherSolution: (given) => given,
  choose: () => Promise.resolve(),
});

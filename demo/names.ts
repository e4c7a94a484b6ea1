import { rng, shuffled, type Seed } from '#shared/rng';
import { words } from '../client/pages/student/nickname-words';

/** Names as the join page offers them, half Italian and half English, each once; then the same with a number. */
export function* names(seed: Seed): Generator<string, never> {
  const pairs = (['it', 'en'] as const).flatMap((locale) =>
    words[locale].nouns.flatMap((noun) =>
      words[locale].adjectives.map((adjective) =>
        locale === 'it' ? `${noun} ${adjective}` : `${adjective} ${noun}`,
      ),
    ),
  );
  const mixed = shuffled(pairs, rng(seed, 'names'));
  yield* mixed;
  for (let number = 2; ; number++) yield `Student ${number}`;
}

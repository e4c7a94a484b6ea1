import type { Answers, Ask, AskedOf, Call } from './calls';
import { readTableFile } from '../tables/read-file';
import { termsOf } from '../tables/race/terms';
import { raceWorth } from '../tables/race/worth';
import { trains } from '../tables/race/trains';
import { worthOf } from '../tables/worth';
import { read } from './read';
import { writers } from './writers';

const answers: Answers = {
  read,
  write: ({ lesson, format, language }) => writers[format].write(lesson, language),
  table: ({ bytes }) => readTableFile(bytes),
  worth: ({ kind, config }) => (kind === 'race' ? raceWorth(config, trains()) : worthOf(kind, config)),
  terms: ({ config }) => termsOf(config, trains()),
};

const answer = <One extends Ask>(ask: One, asked: AskedOf<One>) => answers[ask](asked);

// Whatever is thrown ends the process: it is a bug, and told as one.
process.on(
  'message',
  ({ ask, asked }: Call) => void Promise.resolve(answer(ask, asked)).then((said) => process.send?.(said)),
);

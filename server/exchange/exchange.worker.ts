import type { Answers, Ask, AskedOf, Call } from './calls';
import { readTableFile } from '../tables/read-file';
import { worthOf } from '../tables/worth';
import { read } from './read';
import { writers } from './writers';

const answers: Answers = {
  read,
  write: ({ lesson, format, language }) => writers[format].write(lesson, language),
  table: ({ bytes }) => readTableFile(bytes),
  worth: ({ kind, config }) => worthOf(kind, config),
};

const answer = <One extends Ask>(ask: One, asked: AskedOf<One>) => answers[ask](asked);

// Whatever is thrown ends the process: it is a bug, and told as one.
process.on(
  'message',
  ({ ask, asked }: Call) => void Promise.resolve(answer(ask, asked)).then((said) => process.send?.(said)),
);

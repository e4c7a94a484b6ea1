import { parentPort, type MessagePort } from 'node:worker_threads';
import type { Answers, Ask, AskedOf, Call } from './calls';
import { readTableFile } from '../tables/read-file';
import { worthOf } from '../tables/worth';
import { read } from './read';

const port = parentPort as MessagePort;

const answers: Answers = {
  read,
  table: ({ bytes }) => readTableFile(bytes),
  worth: ({ kind, config }) => worthOf(kind, config),
};

const answer = <One extends Ask>(ask: One, asked: AskedOf<One>) => answers[ask](asked);

// Whatever is thrown ends the thread: it is a bug, and told as one.
port.on(
  'message',
  ({ ask, asked }: Call) => void Promise.resolve(answer(ask, asked)).then((said) => port.postMessage(said)),
);

import { parentPort, type MessagePort } from 'node:worker_threads';
import { readLesson } from '#shared/lessons/check';
import { look, write, type ReadCall, type ReadReply } from './reading';

const port = parentPort as MessagePort;

function toldOf(asked: ReadCall): ReadReply['told'] {
  switch (asked.ask) {
    case 'look':
      return look(asked.document);
    case 'lesson':
      return readLesson(asked.document);
    case 'written':
      return write(asked.document, asked.wish);
  }
}

port.on('message', (asked: ReadCall | 'close') => {
  if (asked === 'close') port.close();
  else port.postMessage({ call: asked.call, told: toldOf(asked) } satisfies ReadReply);
});

port.postMessage({ ready: true });

import { parentPort, type MessagePort } from 'node:worker_threads';
import { readLesson } from '#shared/lessons/check';
import { look, type ReadCall, type ReadReply } from './reading';

const port = parentPort as MessagePort;

const reply = ({ call, ask, document }: ReadCall): ReadReply =>
  ask === 'look'
    ? { call, looked: look(document), lesson: null }
    : { call, looked: null, lesson: readLesson(document) };

port.on('message', (call: ReadCall | 'close') => {
  if (call === 'close') port.close();
  else port.postMessage(reply(call));
});

port.postMessage({ ready: true });

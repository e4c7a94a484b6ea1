import Database from 'better-sqlite3';
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { Appender } from './appender';
import type { AppendCall } from './messages';
import { prepareWriter } from './schema';

const port = parentPort as MessagePort;
const db = new Database((workerData as { file: string }).file);
prepareWriter(db);
const appender = new Appender(db);

type Message = AppendCall | 'close';

/** Everything that arrived while the last commit was syncing goes into the next one. */
function waiting(first: Message): Message[] {
  const messages = [first];
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port))
    messages.push(more.message as Message);
  return messages;
}

port.on('message', (first: Message) => {
  const messages = waiting(first);
  const calls = messages.filter((message) => message !== 'close');
  if (calls.length > 0) port.postMessage(appender.append(calls));
  if (calls.length < messages.length) {
    db.close();
    port.close();
  }
});

port.postMessage({ ready: true });

import Database from 'better-sqlite3';
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { Appender } from './appender';
import { Eraser } from './eraser';
import type { AppendCall, EraseCall, ProbeCall } from './messages';
import { opening } from './opening';
import { prepareWriter } from './schema';

const port = parentPort as MessagePort;
const db = opening(() => {
  const file = new Database((workerData as { source: string }).source);
  prepareWriter(file);
  return file;
});
const appender = new Appender(db);
const eraser = new Eraser(db);

type Message = AppendCall | EraseCall | ProbeCall | 'close';

const isAppend = (message: Message): message is AppendCall => message !== 'close' && 'entries' in message;
const isErase = (message: Message): message is EraseCall => message !== 'close' && 'erase' in message;
const isProbe = (message: Message): message is ProbeCall => message !== 'close' && 'probe' in message;

/** Everything that arrived while the last commit was syncing goes into the next one. */
function waiting(first: Message): Message[] {
  const messages = [first];
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port))
    messages.push(more.message as Message);
  return messages;
}

port.on('message', (first: Message) => {
  const messages = waiting(first);
  const calls = messages.filter(isAppend);
  if (calls.length > 0) port.postMessage(appender.append(calls));
  for (const call of messages.filter(isErase)) port.postMessage(eraser.erase(call));
  for (const { call } of messages.filter(isProbe)) port.postMessage({ call, committed: appender.probe() });
  if (messages.includes('close')) {
    db.close();
    port.close();
  }
});

port.postMessage({ ready: true });

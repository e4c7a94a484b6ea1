import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Library } from './library';
import type { LookCall, LookReply } from './questions';
import { openSource, SourceFailed } from './source';

const port = parentPort as MessagePort;
const source = await openSource((workerData as { source: string }).source);
const library = new Library(source);

async function reply({ call, session, ...asked }: LookCall): Promise<LookReply> {
  if ('forget' in asked) {
    library.forget(session);
    return { call, body: null, code: null };
  }
  const answer = await library.answer(session, asked.question);
  return answer.ok ? { call, body: answer.value, code: null } : { call, body: null, code: answer.error };
}

/** What cannot be read now may be readable later; anything else is a bug, and told as one. */
async function safely(call: LookCall): Promise<LookReply> {
  try {
    return await reply(call);
  } catch (error) {
    const code = error instanceof SourceFailed ? 'storage-failed' : 'server-failed';
    return { call: call.call, body: null, code };
  }
}

async function follow(call: LookCall | 'close'): Promise<void> {
  if (call !== 'close') return port.postMessage(await safely(call));
  await source.close();
  port.close();
}

/** One after the other, in their order: what was erased must not come back by a question that began before. */
let last = Promise.resolve();
port.on('message', (call: LookCall | 'close') => {
  last = last.then(() => follow(call));
});

port.postMessage({ ready: true });

import Database from 'better-sqlite3';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Library } from './library';
import type { LookCall, LookReply } from './questions';

const port = parentPort as MessagePort;
const db = new Database((workerData as { file: string }).file, { readonly: true });
const library = new Library(db);

function reply({ call, session, ...asked }: LookCall): LookReply {
  if ('forget' in asked) {
    library.forget(session);
    return { call, body: null, code: null };
  }
  const answer = library.answer(session, asked.question);
  return answer.ok ? { call, body: answer.value, code: null } : { call, body: null, code: answer.error };
}

/** A file that cannot be read now may be readable later; anything else is a bug, and told as one. */
function safely(call: LookCall): LookReply {
  try {
    return reply(call);
  } catch (error) {
    const ofDatabase = error instanceof Database.SqliteError;
    return { call: call.call, body: null, code: ofDatabase ? 'storage-failed' : 'server-failed' };
  }
}

port.on('message', (call: LookCall | 'close') => {
  if (call !== 'close') return port.postMessage(safely(call));
  db.close();
  port.close();
});

port.postMessage({ ready: true });

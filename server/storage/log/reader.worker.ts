import Database from 'better-sqlite3';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { ReadCall, ReadReply } from './messages';
import { opening } from './opening';
import { EVENTS_AFTER, HEADS } from './schema';

const port = parentPort as MessagePort;
const db = opening(() => new Database((workerData as { source: string }).source, { readonly: true }));

const events = db.prepare(EVENTS_AFTER);
const names = db.prepare('SELECT row, text FROM personal WHERE session = ?');
const running = db.prepare('SELECT session, code FROM running ORDER BY session');
const coded = db.prepare('SELECT session, code FROM running WHERE code = ?');
const unended = db.prepare('SELECT session, code FROM running WHERE session = ?');
const heads = db.prepare(HEADS);

function rows(call: ReadCall): unknown[] {
  switch (call.ask) {
    case 'events':
      return events.all(call.session, call.after);
    case 'names':
      return names.all(call.session);
    case 'running':
      return running.all();
    case 'coded':
      return coded.all(call.code);
    case 'unended':
      return unended.all(call.session);
    case 'heads':
      return heads.all(JSON.stringify(call.sessions));
  }
}

function answer(call: ReadCall): ReadReply {
  try {
    return { call: call.call, rows: rows(call), error: null };
  } catch (error) {
    return { call: call.call, rows: [], error: String(error) };
  }
}

port.on('message', (call: ReadCall | 'close') => {
  if (call !== 'close') return port.postMessage(answer(call));
  db.close();
  port.close();
});

port.postMessage({ ready: true });

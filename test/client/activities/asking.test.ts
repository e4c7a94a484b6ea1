import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { postJson } from '../../../client/activities/kit/asking';

let server: Server | undefined;
afterEach(() => server?.close());

/** The address of a server that answers everything with these words; once it is `gone`, of none. */
async function addressOf(words: string, gone = false): Promise<string> {
  const made = createServer((_, answer) => answer.end(words));
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const { port } = made.address() as AddressInfo;
  if (gone) await new Promise((resolve) => made.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

test('a form that asks a server which is gone says so', async () => {
  const address = await addressOf('', true);
  expect(await postJson(address, {})).toEqual({ ok: false, error: 'server-unreachable' });
});

test('one that answers with a page has failed', async () => {
  const address = await addressOf('<!doctype html>');
  expect(await postJson(address, {})).toEqual({ ok: false, error: 'server-failed' });
});

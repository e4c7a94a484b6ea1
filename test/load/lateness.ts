import { connect } from 'node:net';

/** How late a server's event loop was, ms. */
export interface Lateness {
  readonly p99: number;
  readonly max: number;
}

/** Asks the watch in a server, which starts anew with it. */
export async function latenessOf(socket: string): Promise<Lateness> {
  const asked = connect(socket).setEncoding('utf8');
  let text = '';
  for await (const part of asked) text += part as string;
  return JSON.parse(text) as Lateness;
}

import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '#shared/version';
import { inRoom } from '#shared/room-address';
import { Strangers } from '../../../server/live/sockets/strangers';
import type { Connection } from '../../../server/live/sockets/lines';
import { RawWire } from '../../faults/raw-wire';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken } from '../../support/player';
import { Poller } from '../../support/poller';

/** What ten seconds are on a real server, ms. */
const HELLO = 400;

/** A busy machine may need as much for it, ms; what never ends, or after 41 s, needs more. */
const SOON = 5_000;

let engine: Engine;
let code: string;

beforeEach(async () => {
  engine = await startEngine({ helloWithin: HELLO });
  ({ code } = await engine.create());
});

afterEach(() => engine.stop());

const since = () => performance.now();

async function lifeOf(wire: RawWire): Promise<number> {
  const opened = since();
  await wire.until(() => wire.closed);
  return since() - opened;
}

const hello = () =>
  `40${JSON.stringify({ protocol: PROTOCOL, build: 'test', role: 'phone', code, token: freshToken() })}`;

const upgrade = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

function asked(path: string): RawWire {
  const wire = new RawWire(new URL(engine.url));
  wire.write(upgrade(path));
  return wire;
}

describe('who is not let in in time', () => {
  it('loses a websocket over which nobody says who they are, though it answers pings', async () => {
    const wire = RawWire.upgraded(engine.url, code);
    expect(await lifeOf(wire)).toBeLessThan(SOON);
  });

  it('has no more time for having taken it all before the first word', async () => {
    const wire = new RawWire(new URL(engine.url));
    await new Promise((resolve) => setTimeout(resolve, 1.5 * HELLO));
    wire.write(upgrade(`${inRoom('/socket.io/', code)}&EIO=4&transport=websocket`));
    expect(await lifeOf(wire)).toBeLessThan(HELLO);
  });

  it('loses a line that asked for a websocket somewhere else', async () => {
    expect(await lifeOf(asked('/somewhere'))).toBeLessThan(SOON);
  });

  it('loses an upgrade of long polling that never comes to an end', async () => {
    const { id } = await Poller.open(engine.url, code);
    const path = `${inRoom('/socket.io/', code)}&EIO=4&transport=websocket&sid=${id}`;
    expect(await lifeOf(asked(path))).toBeLessThan(SOON);
  });

  it('loses a connection of long polling, whatever it says meanwhile', async () => {
    const poller = await Poller.open(engine.url, code);
    const opened = since();
    while ((await poller.say('3')).status === 200) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(since() - opened).toBeLessThan(SOON);
  });
});

it('who was let in stays, by whatever way', async () => {
  const wire = RawWire.upgraded(engine.url, code);
  await wire.until(() => wire.heard.length > 0);
  wire.say(hello());
  const poller = await Poller.open(engine.url, code);
  await poller.say(hello());
  const ada = engine.phone(code, freshToken(), { transports: ['polling', 'websocket'] });
  expect(await ada.arrived()).toBeNull();
  expect(await lifeOf(RawWire.upgraded(engine.url, code))).toBeGreaterThan(HELLO / 2);
  expect(wire.closed).toBe(false);
  expect((await poller.say('3')).status).toBe(200);
  expect(ada.socket.connected).toBe(true);
});

describe('connections of one network without a seat', () => {
  /** As many as stay, of `count` that came at once and wait for `minutes`. */
  function staying(count: number, minutes: number): number {
    let now = 0;
    const here = new Set<Connection>();
    const cut = (connection: Connection) => void here.delete(connection);
    const engineIo = new EventEmitter();
    const strangers = new Strangers(engineIo, {
      ...{ cut, now: () => now, senderOf: () => '203.0.113.7', personOf: () => null, most: 4_000 },
    });
    for (let i = 0; i < count; i++) {
      const connection = new EventEmitter() as Connection;
      here.add(connection);
      engineIo.emit('connection', connection);
    }
    now += minutes * 60_000;
    strangers.look();
    strangers.close();
    return here.size;
  }

  it('are 4,000 at most', () => {
    expect(staying(5_000, 0)).toBe(4_000);
  });

  it('may take ten minutes where they are a few classes', () => {
    expect(staying(400, 9.9)).toBe(400);
    expect(staying(400, 10)).toBe(0);
  });

  it('make room after a minute where they are two thousand', () => {
    expect(staying(2_000, 0.9)).toBe(2_000);
    expect(staying(2_000, 1)).toBe(0);
  });
});

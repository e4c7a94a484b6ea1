import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../server/journal';
import { PROTOCOL } from '#shared/version';
import { frame, OP, RawWire, textFrame } from '../../faults/raw-wire';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken, type Player } from '../../support/player';
import { Poller } from '../../support/poller';

let engine: Engine;
let id: string;
let code: string;
let ada: Player;

beforeEach(async () => {
  engine = await startEngine();
  ({ id, code } = await engine.create());
  ada = engine.phone(code);
  expect(await ada.arrived()).toBeNull();
  expect(await ada.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  expect(ada.socket.connected).toBe(true);
  expect(await ada.command({ type: 'submit', step: 0, submission: 1 })).toMatchObject({
    ...{ ok: false, code: 'step-not-open' },
  });
  await engine.stop();
});

const hello = (token = freshToken()) =>
  `40${JSON.stringify({ protocol: PROTOCOL, build: 'test', role: 'phone', code, token })}`;

async function knocking(): Promise<RawWire> {
  const wire = RawWire.upgraded(engine.url, code);
  await wire.until(() => wire.heard.length > 0);
  return wire;
}

async function letIn(): Promise<RawWire> {
  const wire = await knocking();
  wire.say(hello());
  await wire.until(() => wire.heard.some((text) => text.startsWith('40{"sid"')));
  return wire;
}

const closed = async (wire: RawWire) => {
  await wire.until(() => wire.closed);
  return wire.closed;
};

const cutOffs = (event: Entry['event']) => engine.told.filter((entry) => entry.event === event);

const times = (bytes: Buffer, count: number) => Buffer.concat(Array<Buffer>(count).fill(bytes));

const text = (packet: string) => textFrame(packet);
const request = { type: 'submit', step: 0, submission: 1 };
const kinds: Readonly<Record<string, Buffer>> = {
  'events that nobody knows': text('420["x"]'),
  probes: text('420["probe"]'),
  'probes without an ack': text('42["probe"]'),
  'commands over the limit': text(`420["command",${JSON.stringify({ id: 'one-and-the-same', request })}]`),
  drafts: text('42["draft",{"step":0,"draft":1}]'),
  'acks to nothing': text('430[]'),
  'pongs of Engine.IO': text('3'),
  'pings of a websocket': frame(Buffer.alloc(120), { op: OP.ping }),
  'empty pings': frame(Buffer.alloc(0), { op: OP.ping }),
  'pongs of a websocket': frame(Buffer.alloc(0), { op: OP.pong }),
};

describe('who floods', () => {
  it.each(Object.entries(kinds))('with %s is cut off, and told of once', async (_kind, bytes) => {
    const wire = await letIn();
    wire.write(times(bytes, 2_000));
    expect(await closed(wire)).toBe(true);
    expect(cutOffs('sender-cut-off')).toEqual([
      { event: 'sender-cut-off', session: id, role: 'phone', why: 'connection' },
    ]);
  });

  it('without having said who it is has a third of that, and is told of without a session', async () => {
    const wire = await knocking();
    wire.write(times(kinds['pings of a websocket']!, 100));
    expect(await closed(wire)).toBe(true);
    expect(cutOffs('sender-cut-off')).toEqual([
      { event: 'sender-cut-off', session: null, role: null, why: 'connection' },
    ]);
  });

  it('with large frames is cut off by their bytes', async () => {
    const wire = await letIn();
    wire.write(times(text(`42["x","${'x'.repeat(15_000)}"]`), 20));
    expect(await closed(wire)).toBe(true);
    expect(cutOffs('sender-cut-off')).toHaveLength(1);
  });

  it('with fragments that hold nothing is cut off', async () => {
    const wire = await letIn();
    const empty = { op: OP.continuation, final: false };
    wire.write(frame(Buffer.from('4'), { op: OP.text, final: false }));
    wire.write(times(frame(Buffer.alloc(0), empty), 1_000));
    expect(await closed(wire)).toBe(true);
  });

  it('with the packets of one request of long polling is cut off', async () => {
    const poller = await Poller.open(engine.url, code);
    await poller.say(hello());
    expect((await poller.hear()).text).toMatch(/^40\{"sid"/);
    await poller.say(Array<string>(1_000).fill('42["x"]').join('\u001e'));
    expect((await poller.say('3')).status).toBe(400);
    expect(cutOffs('sender-cut-off')).toHaveLength(1);
  });

  it('with requests of long polling is cut off', async () => {
    const poller = await Poller.open(engine.url, code);
    let answered = 0;
    while (answered < 500 && (await poller.say('3')).status === 200) answered += 1;
    expect(answered).toBeLessThan(100);
    expect(cutOffs('sender-cut-off')).toHaveLength(1);
  });
});

it('a class comes in and answers while somebody at its address floods, is cut off and calls again', async () => {
  let floods = 0;
  let over = false;
  const flooding = (async () => {
    for (; !over; floods += 1) {
      const wire = await letIn();
      wire.write(times(kinds.probes!, 2_000));
      await wire.until(() => wire.closed);
    }
  })();
  const phones = Array.from({ length: 30 }, () => engine.phone(code));
  const joined = phones.map(async (phone, i) => {
    expect(await phone.arrived()).toBeNull();
    expect(await phone.command({ type: 'join', name: `Student ${i + 1}` })).toMatchObject({ ok: true });
    await phone.until(({ own }) => own !== null);
  });
  await Promise.all(joined);
  over = true;
  await flooding;
  expect(floods).toBeGreaterThan(0);
  expect(phones.filter(({ socket }) => !socket.connected)).toEqual([]);
});

describe('one connection', () => {
  it('has one socket: a thousand CONNECTs in one write make one at most, and end it', async () => {
    const wire = await knocking();
    wire.write(times(text(hello()), 1_000));
    expect(await closed(wire)).toBe(true);
    expect(wire.heard.filter((packet) => packet.startsWith('40{"sid"')).length).toBeLessThanOrEqual(1);
    expect(cutOffs('sender-cut-off')).toHaveLength(1);
  });

  it('has one room of Socket.IO’s too', async () => {
    const wire = await letIn();
    wire.say('40/admin,{}');
    expect(await closed(wire)).toBe(true);
  });

  it('ends with its socket', async () => {
    const wire = await letIn();
    wire.say('41');
    expect(await closed(wire)).toBe(true);
    expect(cutOffs('sender-cut-off')).toEqual([]);
  });
});

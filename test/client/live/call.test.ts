import { afterEach, beforeEach, expect, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { ROOM } from '#shared/room-address';
import { PROTOCOL } from '#shared/version';
import { Call } from '../../../client/live/call';
import type { Way } from '../../../client/live/passage';
import { startEngine, type Engine } from '../../support/engine';
import { Filter, type Treatment } from '../../support/filter';
import { freshToken } from '../../support/player';

/** How the first way is given up, ms, and how long a call may take altogether. */
const FIRST = 3_000;
const PATIENCE = 8_000;

let engine: Engine;
let filter: Filter;
let code: string;
let calls: Call[];

beforeEach(async () => {
  engine = await startEngine();
  ({ code } = await engine.create());
  calls = [];
});

afterEach(async () => {
  for (const call of calls) call.hangUp();
  expect(engine.bugs).toEqual([]);
  await engine.stop();
  await filter.remove();
});

/** The official client as Node has it, in place of the browser's. */
const transports: Readonly<Record<Way, readonly string[]>> = {
  websocket: ['websocket'],
  polling: ['polling', 'websocket'],
  'polling-alone': ['polling'],
};

const dialWith =
  (room: string) =>
  (way: Way): Socket =>
    io(`http://127.0.0.1:${filter.port}`, {
      transports: [...transports[way]],
      query: { [ROOM]: room },
      auth: { protocol: PROTOCOL, build: 'test', role: 'phone', code: room, token: freshToken() },
      reconnection: false,
      forceNew: true,
    });

/** Calls through a filter; resolves at the first thing that is told, unless `until` says what to wait for. */
async function called(
  treatment: Treatment,
  ways: readonly Way[],
  { room = code, until = /^(up|down)/ }: { room?: string; until?: RegExp } = {},
) {
  filter = await Filter.to(Number(new URL(engine.url).port), treatment);
  const [told, heard]: [string[], string[]] = [[], []];
  const since = performance.now();
  await new Promise<void>((resolve) => {
    const tell = (what: string) => {
      told.push(what);
      if (until.test(what)) resolve();
    };
    calls.push(
      new Call(dialWith(room), ways, {
        up: () => tell('up'),
        carried: (by) => tell(`carried by ${by}`),
        down: (refusal) => tell(`down ${JSON.stringify(refusal)}`),
        event: (name) => void heard.push(name),
        heard: nothing,
      }),
    );
  });
  return { told, heard, took: performance.now() - since, call: calls[0] as Call };
}

const nothing = () => undefined;

const usual: readonly Way[] = ['websocket', 'polling'];

test('a call comes up by websocket where that is allowed, and asks for nothing else', async () => {
  const { told, heard } = await called('allow', usual);
  expect(told).toEqual(['carried by websocket', 'up']);
  expect(filter.asked).toEqual(['websocket']);
  await expect.poll(() => heard).toEqual(['frame']);
});

test.each(['refuse', 'reset'] as const)(
  'a filter that answers a websocket with %s is passed at once by polling',
  async (treatment) => {
    const { told, took } = await called(treatment, usual);
    expect(told).toEqual(['carried by polling', 'up']);
    expect(took).toBeLessThan(FIRST);
  },
);

test.each(['hang', 'swallow'] as const)(
  'a filter that lets a websocket %s costs three seconds',
  async (treatment) => {
    const { told, took } = await called(treatment, usual);
    expect(told).toEqual(['carried by polling', 'up']);
    expect(took).toBeGreaterThanOrEqual(FIRST - 10);
    expect(took).toBeLessThan(PATIENCE);
  },
);

test('polling turns into a websocket where one gets through', async () => {
  const { told, call } = await called('allow', ['polling', 'websocket'], { until: /by websocket/ });
  await new Promise<void>((resolve) => call.socket?.emit('probe', () => resolve()));
  expect(filter.asked).toEqual(['polling']);
  // On a fast line the websocket is there before the call is up.
  expect(told).toContain('up');
  expect(told.filter((what) => what.startsWith('carried')).at(-1)).toBe('carried by websocket');
});

test.each(['refuse', 'hang', 'swallow'] as const)(
  'polling that comes first is up at once, and stays what it is behind a filter that lets websockets %s',
  async (treatment) => {
    const { told, took, call } = await called(treatment, ['polling', 'websocket']);
    expect(told).toEqual(['carried by polling', 'up']);
    expect(took).toBeLessThan(FIRST);
    await new Promise<void>((resolve) => call.socket?.emit('probe', () => resolve()));
  },
);

test('polling alone never asks for a websocket', async () => {
  const { call } = await called('allow', ['polling-alone']);
  await new Promise<void>((resolve) => call.socket?.emit('probe', () => resolve()));
  expect(filter.asked).toEqual(['polling']);
});

test.each(['allow', 'refuse'] as const)(
  'what the server says to a stranger is told, and is no reason to try another way (websockets: %s)',
  async (treatment) => {
    const room = code === '123456' ? '123457' : '123456';
    const { told } = await called(treatment, usual, { room });
    expect(told).toEqual(['down {"code":"unknown-code"}']);
    expect(filter.asked).toEqual(treatment === 'allow' ? ['websocket'] : ['websocket', 'polling']);
  },
);

test('every request of a call names the room in its address', async () => {
  const { call } = await called('refuse', usual);
  await new Promise<void>((resolve) => call.socket?.emit('probe', () => resolve()));
  expect(filter.addresses.length).toBeGreaterThan(3);
  for (const address of filter.addresses)
    expect(new URL(address, engine.url).searchParams.get('room')).toBe(code);
});

test('a server that is not there is told once, when no way is left', async () => {
  filter = await Filter.to(1, 'allow');
  const down = await new Promise((resolve) => {
    calls.push(
      new Call(dialWith(code), usual, {
        up: nothing,
        carried: nothing,
        down: resolve,
        event: nothing,
        heard: nothing,
      }),
    );
  });
  expect(down).toBeNull();
  expect(filter.asked).toEqual(['websocket', 'polling']);
});

test('a connection that ends is told once; one that was hung up is not', async () => {
  const { told, call } = await called('allow', usual);
  await filter.remove();
  await expect.poll(() => told.at(-1)).toBe('down null');
  expect(call.up).toBe(false);
  await called('allow', usual);
  const other = calls[1] as Call;
  other.hangUp();
  expect(other.up).toBe(false);
  expect(told.filter((what) => what.startsWith('down'))).toHaveLength(1);
});

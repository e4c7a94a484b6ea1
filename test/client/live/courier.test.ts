import type { Ack, CommandPacket } from '#shared/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Courier } from '../../../client/live/courier';

/** A line whose other end is this test. */
function route() {
  const posted: { readonly packet: CommandPacket<unknown>; readonly ack: (ack: Ack) => void }[] = [];
  const ended: string[] = [];
  const doubts: number[] = [];
  let stored: readonly CommandPacket<unknown>[] = [];
  const make = () =>
    new Courier({
      shelf: { load: () => stored, save: (packets) => (stored = packets) },
      post: (packet, ack) => posted.push({ packet, ack }),
      onchange: () => undefined,
      onack: ({ id }, ack) => ended.push(`${id} ${ack.ok ? 'ok' : ack.code}`),
      ondoubt: () => doubts.push(Date.now()),
    });
  return {
    posted,
    ended,
    doubts,
    make,
    stored: () => stored,
    ids: () => posted.map(({ packet }) => packet.id),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is sent without a network waits, is on the shelf, and leaves when the network is there', () => {
  const { make, ids, stored } = route();
  const courier = make();
  void courier.send({ id: 'a', request: 1 });
  expect(ids()).toEqual([]);
  expect(stored()).toEqual([{ id: 'a', request: 1 }]);
  courier.connected();
  expect(ids()).toEqual(['a']);
});

test('an ack that got lost with its connection is asked for again on the next one, and counts once', async () => {
  const { make, posted, ids, ended, stored } = route();
  const courier = make();
  courier.connected();
  const answer = courier.send({ id: 'a', request: 1 });
  courier.disconnected();
  courier.connected();
  expect(ids()).toEqual(['a', 'a']);
  posted[1]?.ack({ ok: true, seq: 7 });
  posted[0]?.ack({ ok: true, seq: 7 });
  await expect(answer).resolves.toEqual({ ok: true, seq: 7 });
  expect(ended).toEqual(['a ok']);
  expect(stored()).toEqual([]);
});

test('a page that was closed leaves its commands to the next one', () => {
  const { make, ids } = route();
  void make().send({ id: 'a', request: 1 });
  make().connected();
  expect(ids()).toEqual(['a']);
});

test('a silent server is asked again, and one that cannot save just now a little later', () => {
  const { make, posted, ids, ended } = route();
  const courier = make();
  courier.connected();
  void courier.send({ id: 'a', request: 1 });
  vi.advanceTimersByTime(4_000);
  expect(ids()).toEqual(['a', 'a']);
  posted[1]?.ack({ ok: false, code: 'storage-failed' });
  expect(ended).toEqual([]);
  vi.advanceTimersByTime(1_500);
  expect(ids()).toEqual(['a', 'a', 'a']);
});

test('a line over which no ack comes is doubted soon enough to be dialled anew within 4 s, and then more rarely', () => {
  const { make, posted, doubts } = route();
  const courier = make();
  courier.connected();
  const since = Date.now();
  void courier.send({ id: 'a', request: 1 });
  vi.advanceTimersByTime(1_999);
  expect(doubts.map((at) => at - since)).toEqual([1_500]);
  vi.advanceTimersByTime(60_000);
  expect(doubts.length).toBeLessThan(8);
  const before = doubts.length;
  posted.at(-1)?.ack({ ok: true, seq: 7 });
  vi.advanceTimersByTime(60_000);
  expect(doubts).toHaveLength(before);
});

test('a line that is down is not doubted', () => {
  const { make, doubts } = route();
  const courier = make();
  courier.connected();
  void courier.send({ id: 'a', request: 1 });
  courier.disconnected();
  vi.advanceTimersByTime(60_000);
  expect(doubts).toEqual([]);
});

test('a refusal is told and not repeated', () => {
  const { make, posted, ended, ids } = route();
  const courier = make();
  courier.connected();
  void courier.send({ id: 'a', request: 1 });
  posted[0]?.ack({ ok: false, code: 'too-late' });
  vi.advanceTimersByTime(60_000);
  expect(ended).toEqual(['a too-late']);
  expect(ids()).toEqual(['a']);
});

test('who is told to wait comes back by then, each a little later than others, and the page says why', () => {
  const passing: string[] = [];
  const posted: ((ack: Ack) => void)[] = [];
  const courier = new Courier({
    ...{ shelf: null, onchange: () => undefined, onack: () => undefined, ondoubt: () => undefined },
    post: (_packet, ack) => posted.push(ack),
    onpassing: (code) => passing.push(code),
  });
  courier.connected();
  void courier.send({ id: 'a', request: 1 });
  posted[0]?.({ ok: false, code: 'too-many-seats', after: 4_000 });
  expect(passing).toEqual(['too-many-seats']);
  vi.advanceTimersByTime(3_990);
  expect(posted).toHaveLength(1);
  vi.advanceTimersByTime(2_020);
  expect(posted).toHaveLength(2);
});

test('a command that a server sends on to another one is kept, and goes over the next line with the same id', () => {
  const posted: { readonly id: string; readonly ack: (ack: Ack) => void }[] = [];
  const lines: string[] = [];
  let stored: readonly CommandPacket<unknown>[] = [];
  const courier: Courier = new Courier({
    shelf: { load: () => stored, save: (packets) => (stored = packets) },
    post: ({ id }, ack) => posted.push({ id, ack }),
    onchange: () => undefined,
    onack: ({ id }) => lines.push(`${id} is over`),
    onpassing: (code) => {
      lines.push(code);
      courier.disconnected();
    },
    ondoubt: () => undefined,
  });
  courier.connected();
  void courier.send({ id: 'a', request: 1 });
  posted[0]?.ack({ ok: false, code: 'server-moved' });
  expect(lines).toEqual(['server-moved']);
  expect(stored).toEqual([{ id: 'a', request: 1 }]);
  vi.advanceTimersByTime(60_000);
  expect(posted).toHaveLength(1);
  courier.connected();
  expect(posted.map(({ id }) => id)).toEqual(['a', 'a']);
});

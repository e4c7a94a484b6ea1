import { describe, expect, test } from 'vitest';
import { due, isPassing, keep, packetsOf, restored, sent, settled } from '../../../client/live/outbox';

const packet = (id: string, request = id) => ({ id, request });
const ids = (packets: readonly { readonly id: string }[]) => packets.map(({ id }) => id);

describe('a command without its ack', () => {
  test('is due on a connection that has not carried it, and once only', () => {
    const kept = keep([], packet('a'));
    expect(ids(due(kept, 1))).toEqual(['a']);
    expect(due(sent(kept, 'a', 1), 1)).toEqual([]);
  });

  test('is due again on the next connection, in the order in which it was made', () => {
    const two = keep(sent(keep([], packet('a')), 'a', 1), packet('b'));
    expect(ids(due(two, 1))).toEqual(['b']);
    expect(ids(due(two, 2))).toEqual(['a', 'b']);
  });

  test('is due again, with the same id, after the page was closed and opened', () => {
    const left = packetsOf(sent(keep([], packet('a')), 'a', 3));
    expect(due(restored(left), 1)).toEqual([packet('a')]);
  });
});

test('an ack ends a command; an ack that comes twice changes nothing more', () => {
  const one = settled(keep(keep([], packet('a')), packet('b')), 'a');
  expect(ids(packetsOf(one))).toEqual(['b']);
  expect(settled(one, 'a')).toEqual(one);
});

describe('a change of mind', () => {
  const isAnswer = (older: string) => older.startsWith('answer');

  test('replaces an answer that never left the phone', () => {
    const kept = keep(keep([], packet('a', 'answer 1')), packet('b', 'answer 2'), isAnswer);
    expect(ids(packetsOf(kept))).toEqual(['b']);
  });

  test('cannot take back an answer that some connection carried: both are sent, the new one last', () => {
    const carried = sent(keep([], packet('a', 'answer 1')), 'a', 1);
    expect(ids(due(keep(carried, packet('b', 'answer 2'), isAnswer), 2))).toEqual(['a', 'b']);
  });

  test('leaves other commands alone', () => {
    const kept = keep(keep([], packet('a', 'join')), packet('b', 'answer 1'), isAnswer);
    expect(ids(packetsOf(kept))).toEqual(['a', 'b']);
  });
});

test('a disk that is full for a moment is waited for, a late answer is not', () => {
  expect(isPassing('storage-failed')).toBe(true);
  expect(isPassing('too-fast')).toBe(true);
  expect(isPassing('too-late')).toBe(false);
});

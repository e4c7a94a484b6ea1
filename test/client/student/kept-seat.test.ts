import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../client/live/kept';
import { KeptSeat, lastRoom } from '../../../client/pages/student/kept-seat';

const DAY = 24 * 60 * 60 * 1_000;

/** A browser's storage. */
function storage(): Kept {
  const held = new Map<string, string>();
  return {
    read: (key) => held.get(key) ?? null,
    write: (key, value) => void held.set(key, value),
    forget: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  };
}

const command = { id: 'id', request: { type: 'submit', step: 0, submission: 1 } };

describe('a seat on a phone', () => {
  test('has one secret of 128 bits or more, the same after a reload', () => {
    const store = storage();
    const token = new KeptSeat('123456', store).token();
    expect(token).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
    expect(new KeptSeat('123456', store).token()).toBe(token);
    expect(new KeptSeat('654321', store).token()).not.toBe(token);
  });

  test('keeps drafts by step, and answers under way', () => {
    const store = storage();
    const seat = new KeptSeat('123456', store);
    seat.keepDraft(2, { w: [5], b: 0 });
    seat.shelf.save([command]);
    const again = new KeptSeat('123456', store);
    expect(again.draft(2)).toEqual({ w: [5], b: 0 });
    expect(again.draft(1)).toBeUndefined();
    expect(again.shelf.load()).toEqual([command]);
  });

  test('is forgotten after a week: the code may be another class by then', () => {
    const store = storage();
    const token = new KeptSeat('123456', store, () => DAY).token();
    expect(new KeptSeat('123456', store, () => 7 * DAY).token()).toBe(token);
    expect(new KeptSeat('123456', store, () => 9 * DAY).token()).not.toBe(token);
  });

  test('survives a storage with rubbish in it', () => {
    const store = storage();
    store.write('trainoff.play.123456.since', String(Date.now()));
    store.write('trainoff.play.123456.draft.0', '{');
    expect(new KeptSeat('123456', store).draft(0)).toBeUndefined();
  });
});

describe('a seat that moves here', () => {
  test('gets a new secret, and what the old seat had still to send, or had set, is dropped', () => {
    const seat = new KeptSeat('123456', storage());
    const before = seat.token();
    seat.shelf.save([command]);
    seat.keepDraft(2, { w: [5], b: 0 });
    seat.changeToken();
    expect(seat.token()).not.toBe(before);
    expect(seat.draft(2)).toBeUndefined();
    expect(seat.shelf.load()).toEqual([]);
  });

  test('leaves the old secret in place if the move is refused', () => {
    const seat = new KeptSeat('123456', storage());
    const before = seat.token();
    seat.changeToken();
    expect(seat.restoreToken()).toBe(true);
    expect(seat.token()).toBe(before);
    expect(seat.restoreToken()).toBe(false);
  });
});

describe('the way back from the entrance', () => {
  test('is offered for the room sat down in last, on the same day', () => {
    const store = storage();
    new KeptSeat('111111', store, () => DAY).keepSeated();
    new KeptSeat('222222', store, () => DAY + 1).keepSeated();
    new KeptSeat('333333', store, () => DAY + 2).token();
    expect(lastRoom(store, DAY + 3)).toBe('222222');
    expect(lastRoom(store, 2 * DAY + 2)).toBe(null);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { Passage } from '../../../client/live/passage';

const MINUTE = 60_000;

let kept: Map<string, string>;
const store = {
  read: (key: string) => kept.get(key) ?? null,
  write: (key: string, value: string) => void kept.set(key, value),
  forget: (key: string) => void kept.delete(key),
};
beforeEach(() => void (kept = new Map()));

test('a device that knows nothing tries a websocket first, and long polling if that fails', () => {
  expect(new Passage(store).ways).toEqual(['websocket', 'polling']);
});

test('where polling was what worked it comes first, on the next visit too', () => {
  new Passage(store).cameUp('polling');
  expect(new Passage(store).ways).toEqual(['polling', 'websocket']);
});

test('as soon as a websocket works again it is first again', () => {
  const passage = new Passage(store);
  passage.cameUp('polling');
  passage.cameUp('websocket');
  expect(passage.ways).toEqual(['websocket', 'polling']);
  expect(kept.size).toBe(0);
});

test('two websockets in a row that broke within a minute are enough: the next call does without', () => {
  const passage = new Passage(store);
  passage.broke('websocket', 18_000);
  expect(passage.ways).toEqual(['websocket', 'polling']);
  passage.broke('websocket', 18_000);
  expect(passage.ways).toEqual(['polling-alone']);
});

test('a websocket that lived for a minute, and a break of polling, start the count anew', () => {
  const passage = new Passage(store);
  passage.broke('websocket', 18_000);
  passage.broke('websocket', MINUTE);
  passage.broke('websocket', 18_000);
  expect(passage.ways).toEqual(['websocket', 'polling']);
  passage.broke('websocket', 18_000);
  passage.broke('polling', MINUTE);
  expect(passage.ways).toEqual(['websocket', 'polling']);
});

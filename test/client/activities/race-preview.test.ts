import { expect, test } from 'vitest';
import type { Submission } from '#shared/activities/race/config';
import type { FromPreview, ToPreview } from '../../../client/workers/preview';
import { targetEpoch } from '../../../client/activities/race/pace';
import { Preview } from '../../../client/activities/race/preview.svelte';

const points = { x: [1, 1, -1, -1], y: [1, 0] as const };
const start: Submission = { layers: [2], rate: 0.1, epochs: 3 };

/** A worker's place at the other end of the line: it answers when the test says so. */
function opened() {
  const sent: ToPreview[] = [];
  const frames: (() => void)[] = [];
  let hear: (message: FromPreview) => void = () => undefined;
  let seeds = 0;
  let closed = false;
  const clock = { ms: 0 };
  const preview = new Preview(points, 6, start, {
    open: (listener) => {
      hear = listener;
      return { send: (message) => void sent.push(message), close: () => (closed = true) };
    },
    frame: (call) => void frames.push(call),
    now: () => clock.ms,
    seed: () => `seed ${(seeds += 1)}`,
  });
  const last = () => sent.at(-1);
  const answer = (epoch: number, more: { run?: number; diverged?: boolean } = {}) => {
    const run = more.run ?? sent.reduce((most, message) => ('run' in message ? message.run : most), 0);
    const losses = [1 / (epoch + 1)];
    const map = new Float32Array(1);
    hear({ type: 'progress', run, epoch, losses, accuracy: 0.5, diverged: more.diverged ?? false, map });
  };
  return { preview, sent, frames, last, answer, clock, closed: () => closed };
}

test('a run goes on frame by frame until its last epoch', () => {
  const { preview, sent, frames, last, answer, clock } = opened();
  answer(0);
  preview.start();
  expect(last()).toMatchObject({ type: 'advance', epoch: 1 });
  answer(1);
  frames.pop()?.();
  expect(sent).toHaveLength(2);
  clock.ms = 180;
  frames.pop()?.();
  expect(last()).toMatchObject({ type: 'advance', epoch: 2 });
  answer(2);
  clock.ms = 1_000;
  frames.pop()?.();
  expect(last()).toMatchObject({ type: 'advance', epoch: 3 });
  answer(3);
  expect(preview.status).toBe('done');
  expect(frames).toEqual([]);
  expect(preview.losses).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
});

test('only one request is under way, and a pause asks for no more', () => {
  const { preview, sent, frames, answer } = opened();
  answer(0);
  preview.start();
  preview.pause();
  preview.start();
  expect(sent.filter(({ type }) => type === 'advance')).toHaveLength(1);
  preview.pause();
  answer(1);
  expect(frames).toEqual([]);
  expect(preview.status).toBe('paused');
});

test('a reset draws another seed, keeps the run as a ghost and ignores what is still said of it', () => {
  const { preview, last, answer } = opened();
  answer(0);
  preview.step();
  answer(1);
  preview.reset();
  expect(last()).toMatchObject({ type: 'prepare', task: { recipe: { seeds: ['seed 2'] } } });
  expect(preview.ghosts).toEqual([{ losses: [1, 1 / 2] }]);
  expect(preview.draws).toBe(2);
  answer(2, { run: 1 });
  expect(preview.epoch).toBe(0);
});

test('another rate starts afresh from the same seed; more epochs go on', () => {
  const { preview, sent, last, answer } = opened();
  answer(0);
  preview.start();
  answer(3);
  preview.follow({ ...start, epochs: 10 });
  expect(preview.status).toBe('paused');
  expect(sent.filter(({ type }) => type === 'prepare')).toHaveLength(1);
  preview.follow({ ...start, epochs: 10, rate: 0.2 });
  expect(last()).toMatchObject({ type: 'prepare', task: { recipe: { rate: 0.2, seeds: ['seed 1'] } } });
});

test('a run that diverges ends there', () => {
  const { preview, frames, answer } = opened();
  preview.start();
  answer(1, { diverged: true });
  expect(preview.status).toBe('diverged');
  expect(frames).toEqual([]);
});

test('leaving closes the worker', () => {
  const { preview, closed } = opened();
  preview.close();
  expect(closed()).toBe(true);
});

test('thirty epochs take about three seconds, two thousand no more than six', () => {
  expect(targetEpoch(0, 30, 1_350)).toBe(15);
  expect(targetEpoch(0, 2_000, 3_000)).toBe(1_000);
  expect(targetEpoch(7, 30, 0)).toBe(8);
  expect(targetEpoch(29, 30, 10_000)).toBe(30);
});

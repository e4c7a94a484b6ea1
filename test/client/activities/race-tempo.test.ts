import { expect, test } from 'vitest';
import {
  epochDue,
  LONGEST,
  LONGEST_SLICE,
  nextSlice,
  SLICE,
  timeOf,
} from '../../../client/activities/race/tempo';
import { Device, FRAME } from './race-device';

const start = (epochs: number) => ({ layers: [8, 8, 8], rate: 0.1 as const, epochs });
const QUICK = { epoch: 0.2, picture: 1 };
const SLOW = { epoch: 45, picture: 60 };

test('thirty epochs take about three seconds, two thousand no more than six', () => {
  expect(epochDue(30, 1_350)).toBe(15);
  expect(epochDue(30, 2_700)).toBe(30);
  expect(epochDue(2_000, LONGEST - FRAME)).toBeLessThan(2_000);
  expect(epochDue(2_000, LONGEST)).toBe(2_000);
});

test('every epoch is due at its own time', () => {
  for (const to of [1, 30, 66, 67, 500, 2_000])
    for (let epoch = 1; epoch <= to; epoch++) {
      expect(epochDue(to, timeOf(to, epoch))).toBe(epoch);
      expect(epochDue(to, timeOf(to, epoch) - 0.01)).toBe(epoch - 1);
    }
});

test('a worker that falls behind gets longer slices, up to ten pictures a second, and short ones again', () => {
  let slice = SLICE;
  for (let i = 0; i < 9; i++) slice = nextSlice(slice, true);
  expect(slice).toBe(LONGEST_SLICE);
  expect(nextSlice(slice, false)).toBe(SLICE);
});

test('the first epoch is there before anybody asks, and shown in the moment of the tap', () => {
  const device = new Device(start(500), SLOW);
  device.watch(1_000);
  expect(device.preview).toMatchObject({ epoch: 0, status: 'ready' });
  device.preview.start();
  expect(device.preview).toMatchObject({ epoch: 1, status: 'running' });
  expect(device.preview.losses).toHaveLength(2);
});

test('after a pause the next epoch is asked for in the moment of the tap, and shown with the next answer', () => {
  const device = new Device(start(500), QUICK);
  device.watch(100);
  device.preview.start();
  device.watch(1_000);
  device.preview.pause();
  device.watch(100);
  const { epoch } = device.preview;
  device.preview.start();
  device.hide(QUICK.epoch + QUICK.picture);
  expect(device.preview.epoch).toBe(epoch + 1);
});

test('a tap before the worker is ready waits for the worker alone, not for a frame', () => {
  const device = new Device(start(500), QUICK);
  device.preview.start();
  device.hide(2 * QUICK.picture + QUICK.epoch);
  expect(device.preview.epoch).toBe(1);
});

test.each([
  [500, 60],
  [2_000, 15],
])(
  'a quick device is done with %i epochs in the longest time, and shows each of the first %i',
  (epochs, first) => {
    const device = new Device(start(epochs), QUICK);
    device.watch(100);
    device.preview.start();
    expect(device.finish()).toBeLessThanOrEqual(LONGEST + FRAME);
    const shown = new Set(device.pictures.map(({ epoch }) => epoch));
    for (let epoch = 0; epoch <= first; epoch++) expect(shown).toContain(epoch);
    expect(device.preview.losses).toHaveLength(epochs + 1);
  },
);

test('a slow device shows fewer pictures, keeps showing them, and spends most of its time on training', () => {
  const device = new Device(start(300), SLOW);
  device.watch(100);
  const before = device.pictures.length;
  device.preview.start();
  const took = device.finish();
  const times = device.pictures.slice(before).map(({ at }) => at);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(250);
  expect(times.length).toBeGreaterThan(50);
  expect((300 * SLOW.epoch) / took).toBeGreaterThan(0.6);
  expect(device.preview.epoch).toBe(300);
});

test('at no time is more than one message unanswered', () => {
  for (const speed of [QUICK, SLOW]) {
    const device = new Device(start(100), speed);
    device.preview.start();
    device.finish();
    expect(device.worker.told).toHaveLength(device.pictures.length);
  }
});

test('no epoch beyond the limit is asked for', () => {
  const device = new Device(start(40), QUICK);
  device.preview.start();
  device.finish();
  device.preview.step();
  device.watch(1_000);
  expect(device.preview.status).toBe('done');
  expect(Math.max(...device.advances.map((message) => message.epoch))).toBe(40);
  expect(device.worker.epoch).toBe(40);
});

test('a tab in the background stands still, and goes on from there without a jump', () => {
  const device = new Device(start(2_000), QUICK);
  device.watch(100);
  device.preview.start();
  device.watch(1_000);
  device.hide(100);
  const { epoch } = device.preview;
  const asked = device.advances.length;
  device.hide(600_000);
  expect(device.preview.epoch).toBe(epoch);
  expect(device.advances).toHaveLength(asked);
  device.watch(2 * FRAME);
  expect(device.preview.epoch - epoch).toBeLessThan(epochDue(2_000, 1_400) - epochDue(2_000, 1_000));
  expect(device.finish()).toBeLessThanOrEqual(LONGEST);
});

import { describe, expect, test } from 'vitest';
import type { Submission } from '#shared/activities/race/config';
import { Device, lastTold } from './race-device';

const start: Submission = { layers: [2], rate: 0.1, epochs: 30 };

/** A device whose worker is ready. */
function ready(submission = start): Device {
  const device = new Device(submission);
  device.watch(100);
  return device;
}

test('a pause asks for no more, and the run goes on where it stood', () => {
  const device = ready();
  device.preview.start();
  device.watch(1_000);
  device.preview.pause();
  device.watch(100);
  const { epoch } = device.preview;
  device.watch(1_000);
  expect(device.preview).toMatchObject({ epoch, status: 'paused' });
  device.preview.start();
  device.watch(50);
  expect(device.preview.epoch).toBe(epoch + 1);
});

test('each tap on a single step counts, also while the one before is under way', () => {
  const device = ready();
  for (let i = 0; i < 3; i++) device.preview.step();
  device.watch(1_000);
  expect(device.preview).toMatchObject({ epoch: 3, status: 'paused' });
  expect(device.preview.losses).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
});

describe('where a run begins again', () => {
  test('a reset draws another seed, says so, keeps the run as a ghost and hears nothing more of it', () => {
    const device = ready();
    device.preview.step();
    device.watch(100);
    device.preview.step();
    device.preview.reset();
    expect(lastTold(device)).toMatchObject({ type: 'prepare', task: { recipe: { seeds: ['seed 2'] } } });
    device.watch(1_000);
    expect(device.preview).toMatchObject({ epoch: 0, draws: 2, beginning: 'drawn', status: 'ready' });
    expect(device.preview.ghosts).toEqual([{ losses: [1, 1 / 2] }]);
    expect(device.preview.losses).toHaveLength(1);
  });

  test('from the end the same weights come again, and no second ghost of the same curve', () => {
    const device = ready();
    device.preview.start();
    device.finish();
    device.preview.start();
    expect(lastTold(device)).toMatchObject({ type: 'prepare', task: { recipe: { seeds: ['seed 1'] } } });
    expect(device.preview).toMatchObject({ beginning: 'again', draws: 1, ghosts: [], status: 'running' });
    device.finish();
    expect(device.preview.losses).toHaveLength(31);
  });

  test('another rate starts afresh from the same seed; more epochs go on', () => {
    const device = ready();
    device.preview.start();
    device.finish();
    device.preview.follow({ ...start, epochs: 40 });
    expect(device.preview.status).toBe('paused');
    device.preview.start();
    device.finish();
    expect(device.preview.epoch).toBe(40);
    device.preview.follow({ ...start, epochs: 40, rate: 0.2 });
    expect(device.preview).toMatchObject({ beginning: 'changed', epoch: 0, draws: 1 });
    expect(lastTold(device)).toMatchObject({ task: { recipe: { rate: 0.2, seeds: ['seed 1'] } } });
  });

  test('fifty resets leave one worker and five ghosts', () => {
    const device = ready();
    for (let i = 0; i < 50; i++) {
      device.preview.start();
      device.watch(300);
      device.preview.reset();
    }
    expect(device.workers).toHaveLength(1);
    expect(device.preview.ghosts).toHaveLength(5);
    expect(device.preview.draws).toBe(51);
  });
});

describe('a look inside', () => {
  test('comes at once at rest, stays while it trains, and goes', () => {
    const device = ready();
    device.preview.look(true);
    device.hide(10);
    expect(device.preview.inside).not.toBeNull();
    expect(device.preview).toMatchObject({ epoch: 0, status: 'ready' });
    expect(device.worker.epoch).toBe(1);
    device.preview.start();
    device.finish();
    expect(device.preview.inside).not.toBeNull();
    device.preview.look(false);
    expect(device.preview.inside).toBeNull();
    device.preview.start();
    device.finish();
    expect(device.advances.at(-1)).toMatchObject({ inside: false });
  });

  test.each([1, 3, 5, 8])(
    'comes wherever the worker is when it is asked for, %i ms after the start',
    (ms) => {
      const device = new Device(start);
      device.hide(ms);
      device.preview.look(true);
      device.hide(20);
      expect(device.preview.inside).not.toBeNull();
      expect(device.preview).toMatchObject({ epoch: 0, losses: [1] });
    },
  );

  test('is asked for again where an answer was under way without it', () => {
    const device = ready();
    device.preview.step();
    device.preview.look(true);
    device.hide(10);
    expect(device.preview.inside).not.toBeNull();
    expect(device.preview.epoch).toBe(1);
  });
});

describe('a worker that ends', () => {
  test('is the only one, and leaving ends it', () => {
    const device = ready();
    device.preview.start();
    device.watch(500);
    device.preview.close();
    device.watch(1_000);
    expect(device.alive).toBe(0);
    expect(device.preview.status).toBe('paused');
  });

  test('whoever goes on after leaving gets another one, which comes to the same epoch without showing it twice', () => {
    const device = ready();
    device.preview.start();
    device.watch(1_000);
    device.preview.close();
    const { epoch, losses } = device.preview;
    device.preview.start();
    device.watch(60);
    expect(device.preview.epoch).toBe(epoch + 1);
    expect(device.preview.losses.slice(0, epoch + 1)).toEqual(losses);
    expect(device.preview.losses).toHaveLength(epoch + 2);
    expect(device.alive).toBe(1);
  });

  test('with an error is started again where it stood, with the same seed', () => {
    const device = ready();
    device.preview.start();
    device.watch(1_000);
    const { epoch } = device.preview;
    device.worker.lost();
    expect(device.preview).toMatchObject({ trouble: 'resuming', status: 'running', epoch });
    expect(lastTold(device)).toMatchObject({ type: 'prepare', task: { recipe: { seeds: ['seed 1'] } } });
    device.finish();
    expect(device.preview).toMatchObject({ trouble: 'none', epoch: 30 });
    expect(device.preview.losses).toHaveLength(31);
    expect(device.alive).toBe(1);
  });

  test('without a word is missed after five seconds of looking, not of absence', () => {
    const device = ready();
    device.preview.start();
    device.watch(500);
    device.worker.dead = true;
    device.watch(500);
    device.hide(60_000);
    device.watch(4_000);
    expect(device.workers).toHaveLength(1);
    device.watch(1_000);
    expect(device.workers).toHaveLength(2);
    device.finish();
    expect(device.preview.epoch).toBe(30);
  });

  test('again and again at the same epoch is left alone, until somebody asks', () => {
    const device = ready();
    device.fatal = 7;
    device.preview.start();
    device.watch(20_000);
    expect(device.preview).toMatchObject({ trouble: 'stuck', status: 'paused', epoch: 7 });
    expect(device.alive).toBe(0);
    expect(device.workers).toHaveLength(4);
    device.fatal = Infinity;
    device.preview.start();
    device.finish();
    expect(device.preview).toMatchObject({ trouble: 'none', status: 'done', epoch: 30 });
  });

  test('at rest is not started again by a frame that was still to come', () => {
    const device = new Device(start);
    device.preview.close();
    device.watch(1_000);
    expect(device.alive).toBe(0);
    expect(device.workers).toHaveLength(1);
  });

  test('says nothing more once it is closed', () => {
    const device = ready();
    const { worker } = device;
    device.preview.close();
    worker.lost();
    expect(device.workers).toHaveLength(1);
    expect(device.preview.trouble).toBe('none');
  });
});

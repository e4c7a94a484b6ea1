import { expect, test } from 'vitest';
import { race } from '#shared/activities/race/index';
import { circle } from '#shared/activities/race/families/mlp/samples';
import type { FromPreview, ToPreview } from '../../../client/workers/preview';
import { judgeAgain, requestOf } from '../../../client/activities/race/judge';
import { SEED } from '../../support/session';

const view = race.view(circle, null);
const reveal = race.reveal(circle, { secret: SEED });
const requests = [1, 2, 3].map((neurons) =>
  requestOf(view, reveal, { layers: [neurons], rate: 0.1, epochs: 1 }),
);

interface Worker {
  readonly asked: number[];
  readonly hear: (message: FromPreview) => void;
  readonly lost: () => void;
  closed: boolean;
}

/** Judges again, with workers that answer when the test says so. */
function judging() {
  const workers: Worker[] = [];
  const heard: number[] = [];
  const end = judgeAgain(
    requests,
    (index) => void heard.push(index),
    (hear, lost) => {
      const worker: Worker = { asked: [], hear, lost, closed: false };
      workers.push(worker);
      return {
        send: (message: ToPreview) => void (message.type === 'judge' && worker.asked.push(message.ask)),
        close: () => void (worker.closed = true),
      };
    },
  );
  const answer = (worker: Worker, ask: number) =>
    worker.hear({ type: 'judged', ask, open: 1, hidden: 1, weights: [] });
  return { workers, heard, end, answer };
}

test('the worker ends with the last outcome', () => {
  const { workers, heard, answer } = judging();
  const [worker] = workers as [Worker];
  answer(worker, 0);
  answer(worker, 1);
  expect(worker.closed).toBe(false);
  answer(worker, 2);
  expect(worker.closed).toBe(true);
  expect(heard).toEqual([0, 1, 2]);
});

test('after a worker’s death another one does what is left, but not for ever', () => {
  const { workers, heard, answer } = judging();
  answer(workers[0] as Worker, 0);
  workers[0]?.lost();
  expect(workers[1]?.asked).toEqual([1, 2]);
  for (let i = 1; i < 9; i++) workers[i]?.lost();
  expect(workers).toHaveLength(4);
  expect(workers.every(({ closed }) => closed)).toBe(true);
  expect(heard).toEqual([0]);
});

test('whoever leaves ends it', () => {
  const { workers, end } = judging();
  end();
  expect(workers.map(({ closed }) => closed)).toEqual([true]);
});

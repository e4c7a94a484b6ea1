import { expect, test } from 'vitest';
import { framed } from '../../../../client/activities/kit/framed';

/** A screen whose frames are drawn by hand. */
function screen() {
  const calls: (() => void)[] = [];
  const sent: number[] = [];
  const move = framed(
    (place: number) => sent.push(place),
    (call) => calls.push(call),
  );
  const draw = () => calls.splice(0).forEach((call) => call());
  return { move, draw, sent, calls };
}

test('of the places of a finger within one frame only the last one goes', () => {
  const { move, draw, sent, calls } = screen();
  for (const place of [1, 2, 3]) move(place);
  expect([sent, calls.length]).toEqual([[], 1]);
  draw();
  move(4);
  draw();
  expect(sent).toEqual([3, 4]);
});

test('a frame without a new place does nothing', () => {
  const { move, draw, sent } = screen();
  move(1);
  draw();
  draw();
  expect(sent).toEqual([1]);
});

test('a finger that leaves has its last place at once, and only once', () => {
  const { move, draw, sent } = screen();
  move(1);
  move(2);
  move.flush();
  expect(sent).toEqual([2]);
  draw();
  expect(sent).toEqual([2]);
});

test('nothing goes after the end', () => {
  const { move, draw, sent } = screen();
  move(1);
  move.stop();
  draw();
  expect(sent).toEqual([]);
});

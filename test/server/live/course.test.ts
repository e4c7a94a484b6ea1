import { expect, it } from 'vitest';
import { Course } from '../../../server/live/room/course';

it('keeps a bounded number of points that are evenly apart, the newest last', () => {
  const course = new Course();
  for (let at = 1_000; at < 600_000; at += 250) course.add(at, at);
  const { points } = course;
  expect(points.length).toBeLessThanOrEqual(121);
  expect(points.at(-1)).toBe(599_750);
  const gaps = new Set(points.slice(1, -1).map((at, i) => at - (points[i] ?? 0)));
  expect(gaps.size).toBe(1);
});

it('goes on as it was while nothing changes', () => {
  const course = new Course();
  expect(course.points).toEqual([]);
  course.add(1, 0);
  course.add(0.5, 2_000);
  expect(course.points).toEqual([1, 1, 1, 1, 0.5, 0.5]);
});

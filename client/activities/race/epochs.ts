/** Where the slider of epochs stops: closer together where a few more matter. */
const MARKS = [
  1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000,
];

/** The marks within [least, most], with both ends, and with the value that a student comes back to. */
export function epochMarks([least, most]: readonly [number, number], held: number): readonly number[] {
  const marks = MARKS.filter((mark) => mark > least && mark < most);
  return [...new Set([least, ...marks, most, held])].sort((a, b) => a - b);
}

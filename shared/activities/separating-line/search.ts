import { GRID, RANGE, type Line, type Point } from './config';
import { drawable, missed, pointOf, side, type Birds } from './line';

/** Handles along the four edges of the picture, at every second place of the grid. */
function edges(): readonly (readonly Point[])[] {
  const along = ([low, high]: readonly [number, number], grid: number) =>
    Array.from({ length: (high - low) / grid / 2 + 1 }, (_, i) => low + 2 * grid * i);
  const [lengths, depths] = [along(RANGE.length, GRID.length), along(RANGE.depth, GRID.depth)];
  return [
    ...RANGE.length.map((at) => depths.map((depth): Point => [at, depth])),
    ...RANGE.depth.map((at) => lengths.map((length): Point => [length, at])),
  ];
}

const EDGES = edges();

/** Each line from one edge of the picture to another. */
function eachCrossing(see: (from: Point, to: Point) => void): void {
  for (const [i, one] of EDGES.entries())
    for (const other of EDGES.slice(i + 1)) for (const from of one) for (const to of other) see(from, to);
}

/** What a wrong one of class 0 and of class 1 counts, so that both classes count alike: whole numbers. */
function weightsOf({ y }: Birds): readonly [number, number] {
  const ones = y.filter((of) => of === 1).length;
  return [ones, y.length - ones];
}

type Weights = readonly [number, number];

/** How wrong a line is as it is, and how with its sides swapped; what lies on it fires either way. */
function wrongOf(from: Point, to: Point, { x, y }: Birds, [zero, one]: Weights): readonly [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [plain, swapped] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    const right = dy * ((x[2 * i] as number) - from[0]) - dx * ((x[2 * i + 1] as number) - from[1]);
    if (y[i] === 1) {
      if (right < 0) plain += one;
      if (right > 0) swapped += one;
    } else {
      if (right >= 0) plain += zero;
      if (right <= 0) swapped += zero;
    }
  }
  return [plain, swapped];
}

/** A row this share of the picture beyond the line on its own side is told apart well enough. */
const CLEAR = 0.25;

/** By how much rows are not clear of a line, squared; both classes alike. 0: all are clear. */
function unclear(line: Line, birds: Birds, [zero, one]: Weights): number {
  const [across, up] = [RANGE.length[1] - RANGE.length[0], RANGE.depth[1] - RANGE.depth[0]];
  const [dx, dy] = [(line.to[0] - line.from[0]) / across, (line.to[1] - line.from[1]) / up];
  const length = Math.sqrt(dx * dx + dy * dy) * across * up;
  return birds.y.reduce<number>((sum, of, i) => {
    const beyond = side(line, pointOf(birds, i)) / length;
    const short = Math.max(0, CLEAR - (of === 1 ? beyond : -beyond));
    return sum + (of === 1 ? one : zero) * short * short;
  }, 0);
}

/** A line and how good it is: first by how many are on the wrong side, then by how clear the others are of it. */
class Best {
  line: Line | null = null;
  wrong = Infinity;
  #unclear = Infinity;

  constructor(
    readonly birds: Birds,
    readonly weights: Weights,
  ) {}

  /** Whether a line is better than the best one so far, which it is from now on. */
  offer(line: Line, wrong: number): boolean {
    if (wrong > this.wrong) return false;
    const less = unclear(line, this.birds, this.weights);
    if (wrong === this.wrong && less >= this.#unclear) return false;
    this.line = line;
    this.wrong = wrong;
    this.#unclear = less;
    return true;
  }
}

function wrongNow(line: Line, birds: Birds, [zero, one]: Weights): number {
  const { zeros, ones } = missed(line, birds);
  return zeros * zero + ones * one;
}

const STEPS = [-1, 0, 1];

/** A line's neighbours: one of its handles a step of the grid further in any direction. */
const near = (line: Line): readonly Line[] =>
  (['from', 'to'] as const).flatMap((end) =>
    STEPS.flatMap((right) =>
      STEPS.map((up): Line => {
        const [length, depth] = line[end];
        return { ...line, [end]: [length + right * GRID.length, depth + up * GRID.depth] };
      }),
    ),
  );

/** So many times a line is moved to a better neighbour at most. */
const MOVES = 60;

function settle(best: Best): void {
  for (let i = 0; i < MOVES; i++) {
    const from = best.line;
    const better = (from ? near(from) : [])
      .filter(drawable)
      .filter((line) => best.offer(line, wrongNow(line, best.birds, best.weights)));
    if (better.length === 0) return;
  }
}

/**
 * The line that puts the fewest rows on the wrong side, both classes counting alike, and of those the one that is clear of
 * the others: of 7,000 lines from edge to edge the best one, moved until no neighbour is better.
 */
export function bestLine(birds: Birds): Line {
  const best = new Best(birds, weightsOf(birds));
  eachCrossing((from, to) => {
    const [plain, swapped] = wrongOf(from, to, birds, best.weights);
    if (Math.min(plain, swapped) > best.wrong) return;
    best.offer({ from, to, swapped: swapped < plain }, Math.min(plain, swapped));
  });
  settle(best);
  const { line } = best;
  return line && drawable(line) ? line : { from: [300, 110], to: [620, 230], swapped: false };
}

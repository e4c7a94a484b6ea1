/** A square of a sheet, px. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Half of a frame's stroke lies outside its square, px. */
const EDGE = 2;
/** Between the picture and the map, px. */
const GAP = 16;

/** So much larger they have to be one below the other: a map that is scrolled away follows no tap. */
const WORTH = 1.6;

/** Two squares, as large as there is room for them: side by side, or one below the other in a high box. */
export function pairIn(box: Room): readonly [Square, Square] {
  const [width, height] = [box.width - 2 * EDGE, box.height - 2 * EDGE];
  const beside = Math.min((width - GAP) / 2, height);
  const below = Math.min(width, (height - GAP) / 2);
  const high = below > WORTH * beside;
  const side = Math.max(1, high ? below : beside);
  const [right, down] = high ? [0, side + GAP] : [side + GAP, 0];
  const x = (box.width - side - right) / 2;
  const y = (box.height - side - down) / 2;
  return [
    { x, y, side },
    { x: x + right, y: y + down, side },
  ];
}

/** The largest square in the middle of a box. */
export function squareIn({ width, height }: Room): Square {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

/** A cell of a square that is cut into so many rows and columns, counted row by row. */
export function cellOf({ x, y, side }: Square, across: number, index: number): Square {
  const cell = side / across;
  return { x: x + cell * (index % across), y: y + cell * Math.floor(index / across), side: cell };
}

/** The row and the column in which a point of a square lies; null: it lies elsewhere. */
export function cellAt({ x, y, side }: Square, across: number, point: { x: number; y: number }) {
  const [column, row] = [point.x - x, point.y - y].map((way) => Math.floor((way * across) / side)) as [
    number,
    number,
  ];
  return [row, column].every((at) => at >= 0 && at < across) ? { row, column } : null;
}

/** As many equal squares in a box, row by row, as large as they can be. */
export function tilesIn(
  box: Room & { x: number; y: number },
  count: number,
  most: number,
): readonly Square[] {
  const columns = columnsFor(box, count, most);
  const rows = Math.ceil(count / columns);
  const side = Math.min(most, box.width / columns, box.height / rows);
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + side * (i % columns),
    y: box.y + side * Math.floor(i / columns),
    side,
  }));
}

/** The fewest columns with which all tiles find room. */
function columnsFor({ width, height }: Room, count: number, most: number): number {
  let columns = Math.max(1, Math.floor(width / most));
  while (Math.ceil(count / columns) * (width / columns) > height && columns < count) columns += 1;
  return columns;
}

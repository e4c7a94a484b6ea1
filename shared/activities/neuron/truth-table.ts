import { fires, type Neuron } from './neuron';

/** The gates that tell one corner of the square from the three others: they fire there alone, or everywhere else. */
export const cornerGates = [
  'and',
  'or',
  'nand',
  'nor',
  'x0-and-not-x1',
  'not-x0-and-x1',
  'not-x0-or-x1',
  'x0-or-not-x1',
] as const;
export type CornerGate = (typeof cornerGates)[number];

export const isCornerGate = (name: string): name is CornerGate =>
  (cornerGates as readonly string[]).includes(name);

/** The gates that one neuron is built to be. */
export const gates = ['not', ...cornerGates] as const;
export type Gate = (typeof gates)[number];

/** One line of a truth table: the inputs x, each 0 or 1, and the right answer y*. */
export interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
}

type Bit = 0 | 1;

/** The corner that a gate tells from the others, and what it says there. */
export interface Corner {
  readonly at: readonly [Bit, Bit];
  readonly says: Bit;
}

export const cornerOf: Readonly<Record<CornerGate, Corner>> = {
  and: { at: [1, 1], says: 1 },
  or: { at: [0, 0], says: 0 },
  nand: { at: [1, 1], says: 0 },
  nor: { at: [0, 0], says: 1 },
  'x0-and-not-x1': { at: [1, 0], says: 1 },
  'not-x0-and-x1': { at: [0, 1], says: 1 },
  'not-x0-or-x1': { at: [1, 0], says: 0 },
  'x0-or-not-x1': { at: [0, 1], says: 0 },
};

/** In counting order. */
const square: readonly (readonly [Bit, Bit])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

const tableOf = (yOf: (x: readonly [Bit, Bit]) => Bit): readonly Row[] =>
  square.map((x) => ({ x, y: yOf(x) }));

const other = (bit: Bit): Bit => (bit === 1 ? 0 : 1);

const cornerTable = ({ at, says }: Corner): readonly Row[] =>
  tableOf((x) => (x.join() === at.join() ? says : other(says)));

const tables = {
  not: [
    { x: [0], y: 1 },
    { x: [1], y: 0 },
  ],
  xor: tableOf(([a, b]) => (a === b ? 0 : 1)),
  ...(Object.fromEntries(cornerGates.map((gate) => [gate, cornerTable(cornerOf[gate])])) as Record<
    CornerGate,
    readonly Row[]
  >),
} as const satisfies Record<string, readonly Row[]>;

/** The truth table of a gate, rows in counting order. */
export const rowsOf = (gate: Gate | 'xor'): readonly Row[] => tables[gate];

/** How many inputs a neuron has that is to be this gate. */
export const inputsOf = (gate: Gate | 'xor'): number => rowsOf(gate)[0]?.x.length ?? 0;

/** How many rows of a truth table the neuron gets right. */
export const rightRows = (rows: readonly Row[], neuron: Neuron): number =>
  rows.filter((row) => fires(neuron, row.x) === row.y).length;

/** The corner gate that a neuron with two inputs is, by what it says of the four rows; null: none of them. */
export const gateOf = (neuron: Neuron): CornerGate | null =>
  cornerGates.find((gate) => rightRows(rowsOf(gate), neuron) === square.length) ?? null;

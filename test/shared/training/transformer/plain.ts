import { outputsOf } from '#shared/training/output';
import type { TransformerDesign } from '#shared/training/transformer/design';
import { dot, softmax, takeDense, type Plain } from '../plain';

type Vector = readonly number[];
type Layer = (x: Vector) => number[];

const plus = (a: Vector, b: Vector) => a.map((value, k) => value + (b[k] as number));
const mean = (x: Vector) => x.reduce((sum, value) => sum + value, 0) / x.length;

function takeNorm(flat: number[], width: number): Layer {
  const gains = flat.splice(0, width);
  const biases = flat.splice(0, width);
  return (x) => {
    const middle = mean(x);
    const deviation = Math.sqrt(mean(x.map((value) => (value - middle) ** 2)) + 1e-5);
    return x.map((value, k) => ((value - middle) / deviation) * (gains[k] as number) + (biases[k] as number));
  };
}

function takeAttention(flat: number[], { width, heads, causal }: TransformerDesign) {
  const [query, key, value, out] = [0, 1, 2, 3].map(() => takeDense(flat, width, width)) as [
    Layer,
    Layer,
    Layer,
    Layer,
  ];
  const size = width / heads;
  return (xs: readonly Vector[]): number[][] => {
    const [queries, keys, values] = [query, key, value].map((layer) => xs.map(layer)) as [
      number[][],
      number[][],
      number[][],
    ];
    return queries.map((asked, i) => {
      const seen = causal ? i + 1 : xs.length;
      const mixed = Array.from({ length: heads }, (_, h) => {
        const own = (vector: Vector) => vector.slice(h * size, (h + 1) * size);
        const p = softmax(keys.slice(0, seen).map((other) => dot(own(asked), own(other)) / Math.sqrt(size)));
        const told = values.slice(0, seen).map(own);
        return Array.from({ length: size }, (_, k) =>
          dot(
            p,
            told.map((v) => v[k] as number),
          ),
        );
      });
      return out(mixed.flat());
    });
  };
}

function takeBlock(flat: number[], design: TransformerDesign) {
  const { width, neurons } = design;
  const before = takeNorm(flat, width);
  const attention = takeAttention(flat, design);
  const between = takeNorm(flat, width);
  const up = takeDense(flat, width, neurons);
  const down = takeDense(flat, neurons, width);
  return (xs: readonly Vector[]): Vector[] => {
    const seen = attention(xs.map(before));
    return xs
      .map((x, i) => plus(x, seen[i] as number[]))
      .map((x) => plus(x, down(up(between(x)).map((z) => Math.max(0, z)))));
  };
}

/** The transformer a second time, in 64 bits and for the eye: every position goes all the way. */
export const plainTransformer =
  (design: TransformerDesign, positions: number): Plain =>
  (parameters) => {
    const { vocabulary, width, blocks, output } = design;
    const parts = vocabulary.length;
    const flat = [...parameters];
    const rows = (count: number) => Array.from({ length: count }, () => flat.splice(0, width));
    const tables = vocabulary.map(rows);
    const places = rows(positions);
    const all = Array.from({ length: blocks }, () => takeBlock(flat, design));
    const last = takeNorm(flat, width);
    const reader = takeDense(flat, width, outputsOf(output));
    return (x) => {
      const first: readonly Vector[] = places.map((place, i) =>
        tables.reduce((sum, table, part) => plus(sum, table[x[i * parts + part] as number] as Vector), place),
      );
      const end = all.reduce((xs, block) => block(xs), first);
      return reader(last(end.at(-1) as Vector));
    };
  };
